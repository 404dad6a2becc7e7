"""A small directory to print."""

from datetime import date, time

from intergroup.registry.models import MeetingType
from intergroup.registry.publishing import published
from intergroup.registry.reports.printed import Wishes, printed_directory
from tests.factories import (
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
)

TODAY = date(2026, 11, 22)
SITE = "https://area.example.org"


def held(name="Friday Hope", *, types=(), **values):
    """A meeting in the list, on Friday at half past seven in the evening."""
    usual = {"day": 5, "time": time(19, 30)}
    meeting = MeetingFactory(name=name, **{**usual, **values})
    meeting.types.set(MeetingType.objects.filter(code__in=types))
    return meeting


def small_directory():
    """Three meetings: in a hall, online, and by appointment."""
    DirectoryFactory(phone="+1-309-555-0100")
    hall = LocationFactory(name="Unity Hall", region="Springfield")
    group = GroupFactory(number=12, name="Friday Hope")
    held(slug="hope", group=group, location=hall, types=["O", "X"])
    held(
        "Night Owls",
        slug="owls",
        day=0,
        time=time(23),
        attendance="online",
        conference_url="https://www.zoom.us/j/123?pwd=abc",
    )
    held("Ward Visit", slug="ward", day=None, time=None, location=hall)


def directory(**wishes):
    """The directory as it would be printed today."""
    return printed_directory(published(TODAY), Wishes(site=SITE, **wishes))
