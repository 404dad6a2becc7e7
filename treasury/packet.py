"""What the treasury says in the packet."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import Period, fiscal_year
from intergroup.kit.packet import section
from intergroup.registry.models import Body
from treasury.reports import contributions_by_group, treasurers_report
from treasury.reports.budget import BudgetActual, budget_against_actual
from treasury.reports.contributions import ContributionsByGroup
from treasury.reports.reserve import Reserve, reserve_on
from treasury.reports.treasurer import TreasurersReport


@section(
    "treasurer",
    title=_("Treasurer’s report"),
    order=30,
    template="treasury/packet/treasurer.html",
)
def treasurer(meeting: BusinessMeeting) -> TreasurersReport:
    """Return the report over the period that the meeting reports on."""
    return treasurers_report(meeting.period)


@section(
    "contributions",
    title=_("Contributions by group"),
    order=40,
    template="treasury/report/contributions.html",
)
def contributions(meeting: BusinessMeeting) -> ContributionsByGroup:
    """Return the fiscal year’s contributions up to the end of the meeting’s period."""
    last = meeting.period.last
    first_month = Body.objects.current().fiscal_year_begins
    year = fiscal_year(last, first_month=first_month)
    return contributions_by_group(Period(min(year.first, meeting.reports_from), last))


@section(
    "budget",
    title=_("Budget and actual"),
    order=50,
    template="treasury/packet/budget.html",
)
def budget(meeting: BusinessMeeting) -> BudgetActual | None:
    """Return the year’s budget beside what became of it, where there is one."""
    return budget_against_actual(meeting.period)


@section(
    "reserve",
    title=_("Prudent reserve"),
    order=60,
    template="treasury/packet/reserve.html",
)
def reserve(meeting: BusinessMeeting) -> Reserve | None:
    """Return the reserve at the end of the period, where there is a rule for it."""
    return reserve_on(meeting.period.last)
