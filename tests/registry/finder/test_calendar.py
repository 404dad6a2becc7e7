from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from intergroup.registry.publishing import Published
from intergroup.registry.publishing.calendar import calendar_of
from intergroup.registry.publishing.occurrences import FAR, occurrences
from tests.registry.finder.made import meeting

PAGE = "https://ha.example.org/meetings/SLUG/"
CHANGED = datetime(2026, 3, 2, 18, tzinfo=UTC)
WEEKS = st.lists(st.sampled_from("12345L"), unique=True).map(",".join)


def written(*meetings):
    """The calendar of some meetings, as bytes."""
    directory = Published(1, date(2026, 11, 22), None, None, {}, meetings)
    return calendar_of(directory, meetings, name="HA", page=PAGE)


def events(*meetings):
    """The events that a reader of calendars finds."""
    return Calendar.from_ical(written(*meetings)).walk("VEVENT")


def times_of(event):
    """When a reader of calendars shows an event, by dateutil’s own reading."""
    start = event.decoded("dtstart")
    rule = event["rrule"].to_ical().decode()
    found = rrule.rrulestr(rule, dtstart=start)
    return list(found.between(start, start + FAR, inc=True))


@settings(max_examples=40)
@given(
    st.integers(0, 6),
    WEEKS,
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.none() | st.integers(60, 500),
)
def test_reader_of_calendars_shows_the_days_it_is_held(day, weeks, first, length):
    last = first + timedelta(length) if length else None
    found = meeting(day=day, weeks=weeks, first_on=first, last_on=last)

    shown = [start for event in events(found) for start in times_of(event)]

    begins = shown[0].date() if shown else first  # a fifth Sunday may never come
    held = occurrences(found, first, begins + FAR)
    assert shown == [each.start for each in held]


def test_event_says_when_and_for_how_long():
    found = meeting(updated_at=CHANGED, time=time(23), end_time=time(0, 30))

    (event,) = events(found)

    start, end = event.decoded("dtstart"), event.decoded("dtend")
    assert start.isoformat() == "2026-03-06T23:00:00-06:00"
    assert end - start == timedelta(hours=1, minutes=30)
    assert event["dtstart"].params["TZID"] == "America/Chicago"
    assert event.decoded("dtstamp") == CHANGED


def test_rules_are_those_of_the_standard():
    found = [
        meeting(pk=1),
        meeting(pk=2, weeks="1,L"),
        meeting(pk=3, last_on=date(2026, 5, 31)),
    ]

    rules = [event["rrule"].to_ical().decode() for event in events(*found)]

    assert rules == [
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=1FR,-1FR",
        "FREQ=WEEKLY;UNTIL=20260601T045959Z;BYDAY=FR",
    ]


def test_same_data_gives_the_same_bytes():
    assert written(meeting(updated_at=CHANGED)) == written(meeting(updated_at=CHANGED))


def test_event_keeps_its_name_on_every_reading():
    (event,) = events(meeting())

    assert event["uid"] == "friday-hope@ha.example.org"


def test_meeting_by_appointment_is_left_out():
    assert events(meeting(day=None, time=None)) == []


def test_season_that_holds_no_day_is_left_out():
    assert events(meeting(first_on=date(2026, 5, 2), last_on=date(2026, 5, 3))) == []


def test_event_says_where_and_how_to_join():
    found = meeting(
        attendance="online_for_now",
        conference_url="https://zoom.us/j/123",
        conference_url_notes="Passcode: hope",
        notes="Bring a cup; sit, anywhere",
    )

    (event,) = events(found)

    assert str(event["location"]) == "https://zoom.us/j/123"
    assert str(event["description"]).split("\n") == [
        "Online for now, the room is closed.",
        "https://zoom.us/j/123",
        "Passcode: hope",
        "Bring a cup; sit, anywhere",
        "Look here for changes before you go: " + PAGE.replace("SLUG", "friday-hope"),
    ]


def test_each_time_zone_is_told_once_with_its_changes():
    two = [meeting(pk=1), meeting(pk=2), meeting(pk=3, time_zone="Europe/Berlin")]

    zones = Calendar.from_ical(written(*two)).walk("VTIMEZONE")

    assert [str(zone["tzid"]) for zone in zones] == ["America/Chicago", "Europe/Berlin"]
    for zone in zones:
        assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


def test_lines_are_as_long_as_the_standard_allows():
    lines = written(meeting(notes="Ünser " * 200)).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert [b"" for one, two in pairwise(lines) if one == two == b""] == []
