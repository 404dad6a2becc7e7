"""The roll call: which groups were there, and who spoke for them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
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
    has_left = models.BooleanField(
        _("has left"),
        default=False,
        help_text=_("It was here, and no longer counts for the quorum."),
    )
    is_beside_roll = models.BooleanField(
        _("came back"),
        default=False,
        editable=False,
        help_text=_("It was not on the quorum roll, and counts there by coming."),
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

    def clean(self) -> None:
        """Hold nobody to speak for a group and to vote as an officer besides."""
        here = Attendee.objects.filter(meeting=self.meeting_id, has_vote=True)
        if self.person_id and (office := here.filter(person=self.person_id).first()):
            told = gettext(
                "%(person)s votes here as %(office)s already, and nobody has two votes."
            ) % {"person": self.person, "office": office}
            error = ValidationError(told, code="votes_as_officer")
            raise ValidationError({"person": error})


class Attendee(models.Model):
    """Somebody here who speaks for no group: an officer, a chair, a guest."""

    let_go_on = "meeting__held_on"  # when it no longer keeps a person

    class Kind(models.TextChoices):
        OFFICER = "officer", _("Officer or chair")
        OBSERVER = "observer", _("Observer")

    meeting = models.ForeignKey(  # owned by its meeting
        BusinessMeeting,
        models.CASCADE,
        related_name="attendees",
        verbose_name=_("business meeting"),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.OFFICER)
    office = models.CharField(
        _("position"),
        max_length=120,
        blank=True,
        help_text=_("In which they are here, such as Treasurer; or who they are."),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="attended",
        null=True,
        blank=True,
        verbose_name=_("person"),
    )
    has_vote = models.BooleanField(_("has a vote"), default=False)
    has_left = models.BooleanField(_("has left"), default=False)

    class Meta:
        verbose_name = _("also present")
        verbose_name_plural = _("also present")
        ordering = ["meeting", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                name="business_attendee_person_once",
                violation_error_message=_("This person is on the list already."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "office"],
                condition=~Q(office="") & Q(kind="officer"),
                name="business_attendee_office_once",
                violation_error_message=_("This position is on the list already."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="observer", has_vote=True),
                name="business_attendee_observers_only_listen",
                violation_error_message=_("An observer has no vote."),
            ),
        ]

    def __str__(self) -> str:
        return self.office or str(self.person or self.get_kind_display())

    def clean(self) -> None:
        """Hold nobody to vote as an officer and to speak for a group besides."""
        if not (self.person_id and self.has_vote):
            return
        here = Attendance.objects.filter(meeting=self.meeting_id, person=self.person_id)
        if spoken_for := here.select_related("group").first():
            told = gettext(
                "%(person)s speaks for %(group)s already, and nobody has two votes."
            ) % {"person": self.person, "group": spoken_for.group}
            error = ValidationError(told, code="speaks_for_a_group")
            raise ValidationError({"has_vote": error})


class QuorumCount(models.Model):
    """The quorum as it was counted at one moment; what was counted stays."""

    meeting = models.ForeignKey(  # owned by its meeting
        BusinessMeeting,
        models.CASCADE,
        related_name="quorum_counts",
        verbose_name=_("business meeting"),
    )
    counted_at = models.DateTimeField(_("counted at"))
    groups_here = models.PositiveSmallIntegerField(_("groups here"))
    officers_here = models.PositiveSmallIntegerField(_("officers here"), default=0)
    roll_size = models.PositiveSmallIntegerField(_("groups on the roll"))
    has_quorum = models.BooleanField(_("there was a quorum"))
    in_words = models.TextField(_("in words"))

    class Meta:
        verbose_name = _("count of the quorum")
        verbose_name_plural = _("counts of the quorum")
        ordering = ["meeting", "counted_at", "pk"]

    def __str__(self) -> str:
        return self.in_words
