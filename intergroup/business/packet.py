"""What business meetings pin to the packet."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.reports.action_items import before_meeting
from intergroup.business.reports.dates import next_dates
from intergroup.business.reports.decisions import last_meeting
from intergroup.business.reports.minutes import last_minutes
from intergroup.business.reports.motions import motions
from intergroup.business.reports.reporting.told import reports_to
from intergroup.kit import packet


@packet.section(
    "minutes", title=_("Minutes"), order=10, template="business/packet/minutes.html"
)
def minutes_section(meeting):
    """Show the minutes of the meeting before this one, once they were sent round."""
    return last_minutes(meeting)


@packet.section(
    "last-meeting",
    title=_("The last meeting"),
    order=20,
    template="business/packet/last_meeting.html",
)
def last_meeting_section(meeting):
    """Tell what the meeting before this one decided."""
    return last_meeting(meeting)


@packet.section(
    "action-items",
    title=_("Action items"),
    order=25,
    template="business/packet/action_items.html",
)
def action_items_section(meeting):
    """Show what was taken on at earlier meetings, until it is done."""
    return before_meeting(meeting)


@packet.section(
    "motions", title=_("Motions"), order=110, template="business/packet/motions.html"
)
def motions_section(meeting):
    """Show every motion before the meeting with the majority it needs."""
    report = motions(meeting)
    return report if report.count or report.out else None


@packet.section(
    "reports",
    title=_("Reports"),
    order=120,
    template="business/packet/reports.html",
)
def reports_section(meeting):
    """Show what officers, committees and groups report to the meeting."""
    return reports_to(meeting)


@packet.section(
    "next-dates",
    title=_("Next dates"),
    order=130,
    template="business/packet/next_dates.html",
)
def next_dates_section(meeting):
    """Show what comes after the meeting."""
    return next_dates(meeting)
