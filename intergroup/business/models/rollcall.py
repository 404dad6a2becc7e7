"""The roll call: which groups were there, and who spoke for them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting
from intergroup.registry.models import Group, Person


class Attendance(models.Model):
    """One group at one business meeting, with one vote, and who spoke for it."""

    let_go_on = "meeting__held_on"  # when it no longer keeps a person

    meeting = models.ForeignKey(  # owned by its meeting
        BusinessMeeting,
        models.CASCADE,
        related_name="roll",
        verbose_name=_("business meeting"),
    )
    group = models.ForeignKey(
        Group, models.PROTECT, related_name="attendances", verbose_name=_("group")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="attendances",
        null=True,
        blank=True,
        verbose_name=_("person"),
    )
    is_alternate = models.BooleanField(_("as alternate"), default=False)
    has_vote = models.BooleanField(
        _("has a vote"),
        default=True,
        help_text=_("A group that is still new may listen and not yet vote."),
    )

    class Meta:
        verbose_name = _("group present")
        verbose_name_plural = _("roll call")
        ordering = ["meeting", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "group"],
                name="business_attendance_group_once",
                violation_error_message=_(
                    "This group has answered already: one vote each."
                ),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                name="business_attendance_person_once",
                violation_error_message=_("One person never speaks for two groups."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)
