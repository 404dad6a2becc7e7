"""Events and dates that the body has announced."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting


class EventQuerySet(models.QuerySet["Event"]):
    """Named readings of the calendar of events."""

    def from_day(self, day: date) -> Self:
        """Events that are not over on ``day``, the next first."""
        found = self.annotate(over_on=Coalesce("last_on", "begins_on"))
        return found.filter(over_on__gte=day).order_by("begins_on", "begins_at", "pk")


class Event(models.Model):
    """Something announced, on one day or until ``last_on``, which is included."""

    title = models.CharField(_("title"), max_length=120)
    begins_on = models.DateField(_("day"))
    last_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: it is one day.")
    )
    begins_at = models.TimeField(_("begins at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=255, blank=True)
    url = models.URLField(_("link"), blank=True)
    held_by = models.CharField(
        _("held by"),
        max_length=120,
        blank=True,
        help_text=_("The body, a committee, a group."),
    )
    details = models.TextField(_("what to know"), blank=True)
    announced_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="events",
        null=True,
        blank=True,
        verbose_name=_("announced at"),
    )
    is_off = models.BooleanField(_("does not take place"), default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("begins_on")),
                name="business_event_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
