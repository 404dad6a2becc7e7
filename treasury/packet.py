"""What the treasury says in the packet."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import Period, fiscal_year
from intergroup.kit.packet import section
from intergroup.registry.models import Body
from treasury.reports import contributions_by_group, treasurers_report
from treasury.reports.contributions import ContributionsByGroup
from treasury.reports.treasurer import TreasurersReport


@section(
    "treasurer",
    title=_("Treasurer’s report"),
    order=50,
    template="treasury/packet/treasurer.html",
)
def treasurer(meeting: BusinessMeeting) -> TreasurersReport:
    """Return the report over the period that the meeting reports on."""
    return treasurers_report(meeting.period)


@section(
    "contributions",
    title=_("Contributions by group"),
    order=60,
    template="treasury/report/contributions.html",
)
def contributions(meeting: BusinessMeeting) -> ContributionsByGroup:
    """Return the fiscal year’s contributions up to the end of the meeting’s period."""
    last = meeting.period.last
    first_month = Body.objects.current().fiscal_year_begins
    year = fiscal_year(last, first_month=first_month)
    return contributions_by_group(Period(min(year.first, meeting.reports_from), last))
