"""What a business meeting will speak about, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting


class AgendaItem(models.Model):
    """One line of the agenda. Who leads it is said by position, not by name."""

    meeting = models.ForeignKey(  # owned by its meeting
        BusinessMeeting,
        models.CASCADE,
        related_name="agenda",
        verbose_name=_("business meeting"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    title = models.CharField(_("title"), max_length=200)
    led_by = models.CharField(
        _("led by"), max_length=80, blank=True, help_text=_("A position: Secretary.")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")
        ordering = ["meeting", "order", "pk"]

    def __str__(self) -> str:
        return self.title
