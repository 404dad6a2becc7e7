"""The body’s own meetings and the periods they report on."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.rules import QuorumRule
from intergroup.business.quorum import Rule
from intergroup.kit.dates import Period


class BusinessMeetingQuerySet(models.QuerySet["BusinessMeeting"]):
    """Named readings of the calendar of business meetings."""

    def before(self, day: date) -> Self:
        """Meetings held before ``day``, the latest first."""
        return self.filter(held_on__lt=day).order_by("-held_on")

    def with_a_roll(self) -> Self:
        """Meetings at which at least one group answered the roll call."""
        return self.filter(roll__isnull=False).distinct()

    def ahead(self, day: date) -> Self:
        """Meetings on ``day`` or later, the next first."""
        return self.filter(held_on__gte=day).order_by("held_on")


class BusinessMeeting(QuorumRule):
    """A meeting of the body; it reports on a period whose two ends are included."""

    held_on = models.DateField(_("held on"), unique=True)
    begins_at = models.TimeField(_("begins at"), null=True, blank=True)
    title = models.CharField(
        _("title"), max_length=120, default=_("Business meeting"), blank=False
    )
    place = models.CharField(_("place"), max_length=255, blank=True)
    conference_url = models.URLField(_("link"), blank=True)
    reports_from = models.DateField(
        _("reports from"), help_text=_("The first day of the period reported on.")
    )
    reports_to = models.DateField(
        _("reports to"), help_text=_("The last day of the period reported on.")
    )
    roll_size = models.PositiveSmallIntegerField(
        _("groups on the roll"),
        null=True,
        blank=True,
        help_text=_(
            "Counted from the register; kept from the day the roll was called, so that "
            "a group that comes or closes later changes nothing here."
        ),
    )
    reports_due_on = models.DateField(
        _("reports by"),
        null=True,
        blank=True,
        help_text=_("The last day on which a report still comes into the packet."),
    )
    motions_due_on = models.DateField(
        _("motions by"),
        null=True,
        blank=True,
        help_text=_("The last day on which a motion still comes onto the agenda."),
    )
    called_on = models.DateField(
        _("called on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day the notice went out."),
    )
    opened_at = models.TimeField(_("opened at"), null=True, blank=True)
    closed_at = models.TimeField(_("closed at"), null=True, blank=True)
    opened_by = models.CharField(
        _("opened by"), max_length=80, blank=True, help_text=_("A position: Chair.")
    )
    closed_by = models.CharField(
        _("closed by"), max_length=80, blank=True, help_text=_("A position: Chair.")
    )
    observer_count = models.PositiveSmallIntegerField(_("observers"), default=0)
    notes = models.TextField(_("announcements"), blank=True)
    final_on = models.DateField(
        _("final on"),
        null=True,
        blank=True,
        help_text=_("The day its packet became final; empty while it is provisional."),
    )

    objects = BusinessMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("business meeting")
        verbose_name_plural = _("business meetings")
        ordering = ["-held_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reports_to__gte=F("reports_from")),
                name="business_businessmeeting_period_runs_forward",
                violation_error_message=_("The period cannot end before it begins."),
            ),
            *QuorumRule.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.title}, {date_format(self.held_on, 'DATE_FORMAT')}"

    @property
    def period(self) -> Period:
        """The days reported on, both ends included."""
        return Period(self.reports_from, self.reports_to)

    @property
    def is_final(self) -> bool:
        """Whether the packet is the final one."""
        return self.final_on is not None

    def quorum_rule(self, *, attended: int | None = None, meetings: int = 1) -> Rule:
        """Return its quorum rule; the number written here goes before ``attended``."""
        if self.quorum_base is not None:
            attended, meetings = self.quorum_base, 1
        return Rule(
            kind=self.quorum_kind,
            parts=self.quorum_parts,
            of=self.quorum_of,
            groups=self.quorum_groups,
            officers=self.quorum_officers,
            office=self.quorum_office,
            attended=attended,
            meetings=meetings,
        )
