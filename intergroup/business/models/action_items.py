"""What somebody took on at a meeting; it is carried until it is done."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting
from intergroup.registry.models import Person


class ActionItemQuerySet(models.QuerySet["ActionItem"]):
    """Named readings of what is to be done."""

    def open_on(self, day: date) -> Self:
        """Items taken on by ``day`` and not done on it."""
        still = Q(done_on__isnull=True) | Q(done_on__gt=day)
        return self.filter(still, meeting__held_on__lte=day)


class ActionItem(models.Model):
    """One thing to do: who took it on, by when, and since which meeting."""

    let_go_on = "done_on"  # when it no longer keeps a person

    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="action_items",
        verbose_name=_("taken on at"),
    )
    title = models.CharField(_("what is to be done"), max_length=200)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="action_items",
        null=True,
        blank=True,
        verbose_name=_("who"),
    )
    office = models.CharField(_("or which position"), max_length=120, blank=True)
    wanted_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.TextField(_("how it stands"), blank=True)
    reminded_on = models.DateField(
        _("reminded on"), null=True, blank=True, editable=False
    )

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("action item")
        verbose_name_plural = _("action items")
        ordering = [F("wanted_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(office=""),
                name="business_actionitem_is_somebodys",
                violation_error_message=_("Say who does it: a person or a position."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
