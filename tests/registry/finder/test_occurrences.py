from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from intergroup.registry.publishing.occurrences import (
    days,
    in_words,
    occurrences,
    upcoming,
)
from tests.registry.finder.made import meeting

CHICAGO = ZoneInfo("America/Chicago")
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
WEEKS = st.lists(st.sampled_from("12345L"), unique=True).map(",".join)
BYDAY = (rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA)


def by_the_calendar_standard(found, first, last):
    """The same days by dateutil’s reading of RFC 5545."""
    day = BYDAY[found.day]
    weeks = [
        -1 if each == "L" else int(each) for each in found.weeks.split(",") if each
    ]
    rule = rrule.rrule(
        rrule.MONTHLY if weeks else rrule.WEEKLY,
        byweekday=[day(each) for each in weeks] or day,
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(last, time()),
    )
    return [each.date() for each in rule]


@given(st.integers(0, 6), WEEKS, DAYS, st.integers(0, 500))
def test_days_are_those_of_the_calendar_standard(day, weeks, first, length):
    found, last = meeting(day=day, weeks=weeks), first + timedelta(days=length)

    assert list(days(found, first, last)) == by_the_calendar_standard(
        found, first, last
    )


@given(st.integers(0, 6), WEEKS, DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
def test_season_takes_away_the_days_outside_and_no_others(
    day, weeks, first, length, opens, season
):
    last, closes = first + timedelta(length), opens + timedelta(season)
    always = meeting(day=day, weeks=weeks)
    seasonal = meeting(day=day, weeks=weeks, first_on=opens, last_on=closes)

    within = [each for each in days(always, first, last) if opens <= each <= closes]

    assert list(days(seasonal, first, last)) == within


def test_fifth_friday_is_held_only_in_months_that_have_one():
    found = meeting(weeks="5")

    held = list(days(found, date(2026, 1, 1), date(2026, 8, 1)))

    assert held == [date(2026, 1, 30), date(2026, 5, 29), date(2026, 7, 31)]


def test_last_friday_is_the_fourth_or_the_fifth():
    found = meeting(weeks="L")

    held = list(days(found, date(2026, 1, 1), date(2026, 2, 28)))

    assert held == [date(2026, 1, 30), date(2026, 2, 27)]


def test_fifth_and_last_friday_are_one_day_in_a_month_of_five():
    found = meeting(weeks="5,L")

    held = list(days(found, date(2026, 1, 1), date(2026, 2, 28)))

    assert held == [date(2026, 1, 30), date(2026, 2, 27)]


def test_first_and_last_day_of_a_season_still_count():
    found = meeting(first_on=date(2026, 5, 1), last_on=date(2026, 5, 15))

    held = list(days(found, date(2026, 1, 1), date(2026, 12, 31)))

    assert held == [date(2026, 5, 1), date(2026, 5, 8), date(2026, 5, 15)]


def test_meeting_keeps_its_hour_on_the_wall_when_the_clocks_change():
    found = meeting(day=0, time=time(9), end_time=time(10))

    held = occurrences(found, date(2026, 3, 1), date(2026, 3, 8))

    assert [each.start.astimezone(UTC).hour for each in held] == [15, 14]


def test_meeting_past_midnight_ends_on_the_next_day():
    found = meeting(time=time(23), end_time=time(0, 30))

    (held,) = occurrences(found, date(2026, 1, 2), date(2026, 1, 2))

    assert held.end == datetime(2026, 1, 3, 0, 30, tzinfo=CHICAGO)


def test_meeting_without_an_end_lasts_an_hour():
    found = meeting(end_time=None)

    (held,) = occurrences(found, date(2026, 1, 2), date(2026, 1, 2))

    assert held.end == datetime(2026, 1, 2, 20, 30, tzinfo=CHICAGO)


@pytest.mark.parametrize("facts", [{"day": None, "time": None}, {"time": None}])
def test_meeting_without_a_time_has_no_occurrence(facts):
    found = meeting(**facts)

    assert list(occurrences(found, date(2026, 1, 1), date(2026, 12, 31))) == []


def test_meeting_is_upcoming_until_it_is_over():
    found = meeting()
    during = datetime(2026, 1, 2, 20, 29, tzinfo=CHICAGO)
    after = datetime(2026, 1, 2, 20, 30, tzinfo=CHICAGO)

    first = [upcoming(found, now, 1)[0].start.date() for now in (during, after)]

    assert first == [date(2026, 1, 2), date(2026, 1, 9)]


def test_meeting_that_began_yesterday_in_its_own_time_zone_is_still_on():
    found = meeting(time=time(23, 30), end_time=time(0, 30))
    now = datetime(2026, 1, 3, 0, 15, tzinfo=CHICAGO)

    assert upcoming(found, now, 1)[0].start.date() == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Every Friday, 7:30 p.m. – 8:30 p.m."),
        ({"end_time": None}, "Every Friday, 7:30 p.m."),
        ({"weeks": "1"}, "First Friday of the month, 7:30 p.m. – 8:30 p.m."),
        (
            {"weeks": "1,3"},
            "First and third Friday of the month, 7:30 p.m. – 8:30 p.m.",
        ),
        (
            {"weeks": "1,3,L"},
            "First, third and last Friday of the month, 7:30 p.m. – 8:30 p.m.",
        ),
        (
            {"first_on": date(2026, 5, 1), "last_on": date(2026, 9, 30)},
            "Every Friday, 7:30 p.m. – 8:30 p.m., from May 1, 2026 to Sept. 30, 2026",
        ),
        (
            {"first_on": date(2026, 5, 1)},
            "Every Friday, 7:30 p.m. – 8:30 p.m., from May 1, 2026 on",
        ),
        (
            {"last_on": date(2026, 9, 30)},
            "Every Friday, 7:30 p.m. – 8:30 p.m., until Sept. 30, 2026",
        ),
        ({"day": None, "time": None, "end_time": None}, "By appointment"),
    ],
    ids=["weekly", "no-end", "one", "two", "three", "season", "from", "to", "asked"],
)
def test_words_say_when_it_is_held(facts, words):
    assert in_words(meeting(**facts)) == words


def test_words_name_a_time_zone_that_is_not_the_body_s():
    found = meeting(time_zone="America/Los_Angeles", end_time=None)

    assert in_words(found, "America/Chicago") == (
        "Every Friday, 7:30 p.m. Los Angeles time"
    )
