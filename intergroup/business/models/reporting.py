"""Reports to a business meeting, from groups, officers and committees."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.amounts import hold_to_its_currency
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.kit.money import MoneyField
from intergroup.registry.models import Group


class MeetingReportQuerySet(models.QuerySet["MeetingReport"]):
    """Named readings of who reported."""

    def open_on(self, day: date) -> Self:
        """Reports not sent yet whose link is still good on ``day``."""
        return self.filter(state__in=["asked", "draft"], expires_on__gt=day)

    def given(self) -> Self:
        """Reports that were sent, or given at the meeting."""
        return self.filter(state__in=["sent", "spoken"])


class MeetingReport(models.Model):
    """What one group, officer or committee tells one business meeting.

    Either ``group`` or ``office`` is filled in. Its link holds a random word that is
    kept only as a hash; ``expires_on`` is the first day on which it is not good.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Asked for")
        DRAFT = "draft", _("Begun")
        SENT = "sent", _("Sent")
        SPOKEN = "spoken", _("Given at the meeting")

    class Listing(models.TextChoices):
        UNSAID = "", _("Not said")
        RIGHT = "right", _("Still right")
        CHANGED = "changed", _("Something has changed")

    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="reports",
        verbose_name=_("business meeting"),
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="reports",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    office = models.CharField(_("position or committee"), max_length=120, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.ASKED
    )
    token_hash = models.CharField(
        _("hash of the link"), max_length=64, blank=True, editable=False
    )
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    expires_on = models.DateField(_("link ends on"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    listing = models.CharField(
        _("day, time and place in the directory"),
        max_length=8,
        choices=Listing,
        blank=True,
        default=Listing.UNSAID,
    )
    changes = models.TextField(
        _("what has changed"),
        blank=True,
        help_text=_("Day, time, place, or who represents the group."),
    )
    attendance = models.PositiveSmallIntegerField(
        _("people at a meeting, on average"), null=True, blank=True
    )
    meetings_held = models.PositiveSmallIntegerField(
        _("meetings held"), null=True, blank=True
    )
    contributed = MoneyField(
        _("contributed since the last meeting"), null=True, blank=True
    )
    literature = models.TextField(
        _("literature and chips the group would like"), blank=True
    )
    report = models.TextField(_("report"), blank=True)
    problems = models.TextField(_("situations and problems"), blank=True)
    needs = models.TextField(_("what is needed"), blank=True)
    suggestions = models.TextField(_("suggestions"), blank=True)
    events = models.TextField(_("events"), blank=True)
    is_accepted = models.BooleanField(_("accepted by the meeting"), default=False)

    objects = MeetingReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report to a meeting")
        verbose_name_plural = _("reports to meetings")
        ordering = ["meeting", "group", "office", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "group"],
                condition=Q(group__isnull=False),
                name="business_meetingreport_group_once",
                violation_error_message=_("This group has its report already."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "office"],
                condition=~Q(office=""),
                name="business_meetingreport_office_once",
                violation_error_message=_("This position has its report already."),
            ),
            models.UniqueConstraint(
                fields=["token_hash"],
                condition=~Q(token_hash=""),
                name="business_meetingreport_link_is_its_own",
                violation_error_message=_("A link is for one alone."),
            ),
            models.CheckConstraint(
                condition=(Q(group__isnull=False) & Q(office=""))
                | (Q(group__isnull=True) & ~Q(office="")),
                name="business_meetingreport_is_somebodys",
                violation_error_message=_(
                    "Say whose report it is: a group or a position."
                ),
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(asked_on__isnull=True)
                | Q(expires_on__gt=F("asked_on")),
                name="business_meetingreport_is_good_for_a_day",
                violation_error_message=_("A link is good for a day or more."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.group or self.office)

    def clean(self) -> None:
        """Hold what was contributed to the currency of the body."""
        hold_to_its_currency("contributed", self.contributed)
