"""Published meetings as a calendar (RFC 5545): the same data gives the same bytes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vRecur

from intergroup.registry.models import Meeting
from intergroup.registry.publishing.occurrences import FAR, Occurrence, occurrences
from intergroup.registry.publishing.published import Published
from intergroup.registry.publishing.records import PublishedMeeting

EPOCH = date(2026, 1, 1)  # where nobody said since when, or when it was changed
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
FIRST, LAST = date(2010, 1, 1), date(2038, 1, 1)  # the clock changes that are told
BYDAY = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
NO_ROOM = (
    Meeting.Attendance.ONLINE,
    Meeting.Attendance.PHONE,
    Meeting.Attendance.ONLINE_FOR_NOW,
)


def calendar_of(
    published: Published, meetings: Iterable[PublishedMeeting], *, name: str, page: str
) -> bytes:
    """Return a calendar of meetings; ``page`` is the whole address of one’s page.

    It holds SLUG where the address of each meeting goes. Those by appointment, or
    without a time, have no place in a calendar.
    """
    written = [(each.time_zone, _kept(published, each, page)) for each in meetings]
    zones = sorted({zone for zone, data in written if data})
    calendar = Calendar()
    calendar.add("prodid", "-//Intergroup//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "PT12H")
    calendar.add("x-published-ttl", "PT12H")
    head, end, _nothing = calendar.to_ical().partition(b"END:VCALENDAR")
    events = (data for _zone_name, data in written)
    return b"".join([head, *map(_zone, zones), *events, end, b"\r\n"])


@lru_cache(maxsize=64)
def _zone(name: str) -> bytes:
    zone = Timezone.from_tzinfo(ZoneInfo(name), name, first_date=FIRST, last_date=LAST)
    return zone.to_ical()


def _kept(published: Published, meeting: PublishedMeeting, page: str) -> bytes:
    """Return the event, written once; nothing for a meeting that has no place here."""

    def write() -> bytes:
        held = first_time(meeting)
        return event(meeting, held, page=page).to_ical() if held else b""

    return published.keep_for(page, ("event", meeting.pk), write)


def event(meeting: PublishedMeeting, held: Occurrence, *, page: str) -> Event:
    """Return a meeting that is first held then as one event that recurs."""
    address = page.replace("SLUG", meeting.slug)
    made = Event()
    made.add("uid", f"{meeting.slug}@{urlsplit(page).hostname}")
    made.add("dtstamp", meeting.updated_at or STAMP)
    made.add("dtstart", held.start)
    made.add("dtend", held.end)
    made.add("rrule", _rule(meeting))
    made.add("summary", meeting.name)
    if where := _where(meeting):
        made.add("location", where)
    made.add("description", _description(meeting, address))
    made.add("url", address)
    made.add("transp", "TRANSPARENT")
    return made


def first_time(meeting: PublishedMeeting) -> Occurrence | None:
    """Return the first time it is held, as far as is known; None if it never is."""
    since = meeting.first_on or EPOCH
    if meeting.first_on is None and meeting.updated_at:
        since = meeting.updated_at.astimezone(ZoneInfo(meeting.time_zone)).date()
    return next(occurrences(meeting, since, since + FAR), None)


def _rule(meeting: PublishedMeeting) -> vRecur:
    day = BYDAY[meeting.day]
    rule: dict[str, object] = {"FREQ": "WEEKLY", "BYDAY": day}
    if meeting.weeks:
        weeks = ["-1" if each == "L" else each for each in meeting.weeks.split(",")]
        rule = {"FREQ": "MONTHLY", "BYDAY": [f"{week}{day}" for week in weeks]}
    if meeting.last_on:
        rule["UNTIL"] = _end_of(meeting.last_on, meeting.time_zone)
    return vRecur(rule)


def _end_of(day: date, time_zone: str) -> datetime:
    """Return the last second of a day, as the standard wants it: in UTC."""
    over = datetime.combine(day, time(23, 59, 59), ZoneInfo(time_zone))
    return over.astimezone(UTC)


def _where(meeting: PublishedMeeting) -> str:
    place = meeting.place
    if place is None or meeting.attendance in NO_ROOM:
        return meeting.conference_url
    return ", ".join(filter(None, [place.name, place.address or place.region]))


def _description(meeting: PublishedMeeting, address: str) -> str:
    room_is_closed = meeting.attendance == Meeting.Attendance.ONLINE_FOR_NOW
    lines = [
        _("Online for now, the room is closed.") if room_is_closed else "",
        meeting.conference_url,
        meeting.conference_url_notes,
        meeting.conference_phone,
        meeting.conference_phone_notes,
        meeting.notes,
        _("Look here for changes before you go: %(page)s") % {"page": address},
    ]
    return "\n".join(filter(None, lines))
