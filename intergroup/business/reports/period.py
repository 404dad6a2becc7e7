"""The period that the next business meeting reports on, as one link above a report."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit import reports
from intergroup.kit.dates import Period


def reported_next(day: date) -> Period | None:
    """Return the period of the next meeting, or None where none is planned."""
    meeting = BusinessMeeting.objects.ahead(day).first()
    return meeting.period if meeting else None


def name_of_next(day: date) -> str:
    """Return what the link says; it is shown only where there is a meeting."""
    meeting = BusinessMeeting.objects.ahead(day).first()
    held_on = date_format(meeting.held_on, "DATE_FORMAT") if meeting else ""
    return _("For the meeting on %s") % held_on


reports.quick_period(name_of_next, reported_next)
