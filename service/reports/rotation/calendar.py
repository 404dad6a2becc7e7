"""The rotation as a calendar to subscribe to (RFC 5545): by position, never by name."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import Calendar
from icalendar import Event as Occasion

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY, add_months
from service.actions.rotating import book_of_service
from service.rotation import Event, What, plan

MONTHS = 24
STAMP = datetime(2026, 1, 1, tzinfo=UTC)  # the same plan gives the same bytes
_SAID = {
    What.BEGINS: gettext_lazy("%s: a term begins"),
    What.LAST_DAY: gettext_lazy("%s: last day of a term"),
    What.VACANT: gettext_lazy("%s falls vacant"),
    What.ELECTION: gettext_lazy("Election: %s"),
}


def rotation_calendar(day: date, *, name: str, host: str) -> bytes:
    """Return what rotates in the 24 months from the month of ``day``.

    Every entry is a whole day and names a position; nobody’s name is in it. ``host``
    makes the identity of an entry one of this installation.
    """
    first = day.replace(day=1)
    last = add_months(first, MONTHS) - timedelta(days=1)
    meetings = list(BusinessMeeting.objects.values_list("held_on", flat=True))
    book = book_of_service(timezone.localdate())
    made = plan(book, first, last, meetings=meetings)
    calendar = Calendar()
    calendar.add("prodid", "-//Intergroup//Rotation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "P1D")
    for entry in _entries(made.events, host):
        calendar.add_component(entry)
    return calendar.to_ical()


def _entries(events: tuple[Event, ...], host: str) -> Iterator[Occasion]:
    for event in events:
        seat = f" {event.seat}" if event.post.seats > 1 else ""
        entry = Occasion()
        place = f"{event.post.key}-{event.seat}-{event.what}-{event.day}"
        entry.add("uid", f"rotation-{place}@{host}")
        entry.add("dtstamp", STAMP)
        entry.add("dtstart", event.day)
        entry.add("dtend", event.day + ONE_DAY)
        entry.add("summary", str(_SAID[event.what]) % f"{event.post.name}{seat}")
        entry.add("transp", "TRANSPARENT")
        yield entry


def calendar_name(body: str) -> str:
    """Return what the calendar is called where it is subscribed to."""
    return _("%s: rotation") % body
