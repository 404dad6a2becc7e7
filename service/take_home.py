"""What service pins to the sheet that a representative carries home."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit import take_home
from service.reports.opportunities import Opportunities, opportunities


@take_home.section(
    "open-positions",
    title=_("Open positions"),
    order=50,
    template="service/take_home/open_positions.html",
)
def open_positions(meeting: BusinessMeeting, group: None) -> Opportunities | None:
    """Return what is open on the day of the meeting, and soon; by position only."""
    found = opportunities(meeting.held_on)
    return found if found.count else None
