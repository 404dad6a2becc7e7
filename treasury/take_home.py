"""What the treasury pins to the sheet that a representative carries home."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit import take_home
from intergroup.kit.dates import Period
from intergroup.registry.models import Group
from treasury.reports import treasurers_report
from treasury.reports.reserve import Reserve, reserve_on
from treasury.reports.statement_of_group import StatementOfGroup, statement_of
from treasury.reports.treasurer import TreasurersReport


@dataclass(frozen=True, slots=True)
class TreasurersLine:
    """The period in a line, and the reserve where there is a rule for it."""

    report: TreasurersReport
    reserve: Reserve | None

    @property
    def groups(self) -> int:
        """How many groups contributed in the period."""
        return self.report.groups_this_period


@take_home.section(
    "treasurer",
    title=_("The treasurer’s line"),
    order=30,
    template="treasury/take_home/treasurer.html",
)
def treasurers_line(meeting: BusinessMeeting, group: None) -> TreasurersLine:
    """Return the figures over the period that the meeting reports on."""
    reserve = reserve_on(meeting.period.last)
    return TreasurersLine(treasurers_report(meeting.period), reserve)


@take_home.section(
    "receipts",
    title=_("What your group contributed"),
    order=40,
    template="treasury/take_home/receipts.html",
    about=take_home.GROUP,
)
def receipts(meeting: BusinessMeeting, group: Group) -> StatementOfGroup | None:
    """Return the group’s own receipts, up to the day of the meeting."""
    last = max(meeting.held_on, meeting.reports_to)
    statement = statement_of(group, Period(meeting.reports_from, last))
    return statement if statement.lines else None
