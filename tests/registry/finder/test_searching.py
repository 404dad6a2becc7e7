from datetime import UTC, date, datetime, time

import pytest

from intergroup.registry.feeds.codes import TSML_LANGUAGES
from intergroup.registry.models import Meeting, MeetingType
from intergroup.registry.publishing import published
from intergroup.registry.publishing.around import around, turn
from intergroup.registry.publishing.facets import LANGUAGES, part_of_the_day
from intergroup.registry.publishing.searching import find, in_order, index, read
from tests.factories import LocationFactory, MeetingFactory

FRIDAY = date(2026, 11, 27)


def slugs(asked, *, on=FRIDAY, now=None):
    """The meetings that an address asks for, in the order they are shown."""
    entries = index(published(on))
    found = find(entries, read(entries, asked))
    if now:
        found = in_order(entries, found, now)
    return [entries.entries[number].meeting.slug for number in found]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["friday-hope", "sunrise"]),
        ({"day": "friday"}, ["friday-hope"]),
        ({"day": "MONDAY"}, ["sunrise"]),
        ({"time": "morning"}, ["sunrise"]),
        ({"time": "evening", "day": "friday"}, ["friday-hope"]),
        ({"time": "evening", "day": "monday"}, []),
        ({"how": "online"}, ["sunrise"]),
        ({"how": "in-person"}, ["friday-hope"]),
        ({"open": "open"}, ["friday-hope"]),
        ({"place": "springfield"}, ["friday-hope"]),
        ({"words": "LIBRARY hope"}, ["friday-hope"]),
        ({"words": "hope group"}, ["friday-hope", "sunrise"]),
        ({"words": "nowhere"}, []),
    ],
    ids=str,
)
def test_search_finds(online, asked, found):
    assert slugs(asked) == found


def test_search_finds_by_kind_and_language(online):
    MeetingType.objects.create(code="ES", name="Spanish")
    online.types.set(MeetingType.objects.filter(code__in=["ES", "STEP"]))

    assert slugs({"type": "step"}) == ["sunrise"]
    assert slugs({"language": "es"}) == ["sunrise"]
    assert slugs({"type": "es"}) == ["friday-hope", "sunrise"]


def test_search_does_not_mind_accents(hope):
    MeetingFactory(slug="cafe", name="Café José", day=6)

    assert slugs({"words": "cafe jose"}) == ["cafe"]
    assert slugs({"words": "Café"}) == ["cafe"]


def test_part_of_a_region_is_found_and_the_region_holds_it(hope):
    place = LocationFactory(region="St. Louis", sub_region="North Side")
    MeetingFactory(slug="north", day=6, location=place)

    assert slugs({"place": "st-louis/north-side"}) == ["north"]
    assert slugs({"place": "st-louis"}) == ["north"]


def test_hybrid_meeting_is_found_both_ways(hope):
    hope.attendance = Meeting.Attendance.HYBRID
    hope.save()

    assert slugs({"how": "online"}) == slugs({"how": "in-person"}) == ["friday-hope"]


def test_unknown_values_are_told_and_left_out(hope):
    entries = index(published(FRIDAY))

    search = read(entries, {"day": "blursday", "time": "evening", "x": "1"})

    assert search.unknown == ("blursday",)
    assert search.address == {"time": "evening"}


def test_search_says_the_same_in_an_address(online):
    entries = index(published(FRIDAY))
    asked = {"day": "friday", "place": "springfield", "words": "hope"}

    assert read(entries, asked).address == asked


def test_week_begins_today(online):
    on_monday = slugs({}, on=date(2026, 11, 23))

    assert on_monday == ["sunrise", "friday-hope"]


def test_what_is_over_today_stands_behind_the_week(online):
    minutes = [29, 30]  # the meeting ends at half past eight in Chicago
    during, after = (datetime(2026, 11, 28, 2, each, tzinfo=UTC) for each in minutes)

    assert slugs({}, now=during) == ["friday-hope", "sunrise"]
    assert slugs({}, now=after) == ["sunrise", "friday-hope"]


def test_first_friday_is_no_meeting_of_another_friday(online):
    MeetingFactory(slug="first", day=5, weeks="1", time=time(6))

    assert slugs({}) == ["friday-hope", "sunrise", "first"]
    assert slugs({}, on=date(2026, 12, 4))[0] == "first"


def test_meetings_by_appointment_come_last(online):
    MeetingFactory(slug="asked", day=None)

    assert slugs({})[-1] == "asked"
    assert slugs({"day": "appointment"}) == ["asked"]


def test_on_now_and_next_are_told_by_the_clock(online):
    directory, now = published(FRIDAY), datetime(2026, 11, 28, 1, 30, tzinfo=UTC)

    close = around(directory, {0, 1}, now, most=3)

    assert [each.number for each in close.on] == [0]
    assert [each.number for each in close.ahead] == [1, 0]


def test_nothing_is_on_once_it_has_ended(hope):
    directory, now = published(FRIDAY), datetime(2026, 11, 28, 2, 30, tzinfo=UTC)

    assert around(directory, {0}, now, most=3).on == ()


def test_the_page_turns_when_a_meeting_begins_and_when_it_ends(hope):
    directory = published(FRIDAY)
    times = [(1, 29), (1, 30), (2, 29), (2, 30)]
    instants = [datetime(2026, 11, 28, *each, tzinfo=UTC) for each in times]

    before, during, still, after = (turn(directory, each) for each in instants)

    assert before < during == still < after


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        *[(0, "night"), (4, "night"), (5, "morning"), (11, "morning")],
        *[(12, "afternoon"), (16, "afternoon"), (17, "evening"), (20, "evening")],
        (21, "night"),
    ],
)
def test_hours_belong_to_a_part_of_the_day(hour, part):
    assert part_of_the_day(hour).value == part


def test_languages_are_those_of_the_meeting_list_plugin():
    assert set(TSML_LANGUAGES) == LANGUAGES
