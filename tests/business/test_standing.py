"""Who is on the quorum roll and who may vote, from the roll calls before."""

from datetime import date

import pytest

from intergroup.business.models import Attendance, Rules
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.standing import (
    attended_before,
    rule_of,
    size_of_roll,
    standing_at,
    why_no_vote,
)
from intergroup.registry.models import Group
from tests.factories import BusinessMeetingFactory, GroupFactory

MARCH_8 = date(2026, 3, 8)
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def hope(db):
    return GroupFactory(number=1, name="Hope", registered_on=LONG_AGO)


@pytest.fixture
def others(db):
    return [GroupFactory(registered_on=LONG_AGO) for _each in range(2)]


def held(day, *groups, **fields):
    """A meeting on that day to which these groups came."""
    meeting = BusinessMeetingFactory(held_on=day)
    for group in groups:
        Attendance.objects.create(meeting=meeting, group=group, **fields)
    return meeting


def is_off(group, meeting):
    return group.pk in standing_at(meeting).off_by_absence


def test_two_absences_in_a_row_take_a_group_off_the_quorum_roll(hope, others):
    held(date(2026, 1, 11), *others)
    february = held(date(2026, 2, 8), *others)

    march = BusinessMeetingFactory(held_on=MARCH_8)

    assert not is_off(hope, february)
    assert is_off(hope, march)
    assert (roll_call(march).roll, roll_call(march).off_roll) == (2, ("1 Hope",))


def test_it_stays_in_the_register(hope, others):
    held(date(2026, 1, 11), *others)
    held(date(2026, 2, 8), *others)

    assert hope in Group.objects.on_the_roll()


def test_it_comes_back_by_coming(hope, others):
    held(date(2026, 1, 11), *others)
    held(date(2026, 2, 8), *others)
    march = held(MARCH_8, hope)
    april = BusinessMeetingFactory(held_on=date(2026, 4, 12))

    assert (roll_call(march).here, roll_call(march).roll) == (1, 3)
    assert not is_off(hope, april)


def test_an_absence_between_two_visits_takes_nobody_off(hope, others):
    held(date(2026, 1, 11), hope)
    held(date(2026, 2, 8), *others)

    assert not is_off(hope, BusinessMeetingFactory(held_on=MARCH_8))


def test_nobody_is_absent_from_a_meeting_before_it_was_registered(others):
    new = GroupFactory(registered_on=date(2026, 1, 12))
    held(date(2026, 1, 11), *others)
    held(date(2026, 2, 8), *others)
    march = held(MARCH_8, *others)

    assert not is_off(new, march)
    assert is_off(new, BusinessMeetingFactory(held_on=date(2026, 4, 12)))


def test_nobody_is_absent_where_the_roll_was_not_called(hope, others):
    held(date(2026, 1, 11), *others)
    held(date(2026, 2, 8))

    assert not is_off(hope, BusinessMeetingFactory(held_on=MARCH_8))


@pytest.mark.parametrize(("times", "is_it"), [(0, False), (1, True), (3, False)])
def test_how_many_absences_is_a_rule_of_the_body(hope, others, times, is_it):
    Rules.objects.create(pk=1, absences_off_roll=times)
    held(date(2026, 1, 11), *others)
    held(date(2026, 2, 8), *others)

    assert is_off(hope, BusinessMeetingFactory(held_on=MARCH_8)) is is_it


def test_a_roll_that_was_kept_grows_by_a_group_that_comes_back(hope, others):
    meeting = held(MARCH_8, *others)
    meeting.roll_size = 2
    meeting.roll.create(group=hope, is_beside_roll=True)

    assert size_of_roll(meeting, meeting.roll.all()) == 3


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 7), "New: it votes from March 9, 2026 on."),
        (date(2026, 3, 8), "New: it votes from March 9, 2026 on."),
        (date(2026, 3, 9), None),
    ],
)
def test_a_new_group_votes_so_many_days_after_it_was_registered(db, day, why):
    Rules.objects.create(pk=1, days_before_vote=30)
    new = GroupFactory(registered_on=date(2026, 2, 7))

    told = why_no_vote(BusinessMeetingFactory(held_on=day), [new])

    assert told.get(new.pk) == why


def test_a_new_group_votes_at_its_second_meeting(others):
    Rules.objects.create(pk=1, attendances_before_vote=2)
    held(date(2026, 1, 11), *others)
    new = GroupFactory(registered_on=date(2026, 1, 12))
    february = held(date(2026, 2, 8), new, has_vote=False)
    march = BusinessMeetingFactory(held_on=MARCH_8)

    why = "New: this is its meeting 1, and it votes at its 2."
    assert why_no_vote(february, [new, *others]) == {new.pk: why}
    assert why_no_vote(march, [new, *others]) == {}


def test_a_group_older_than_the_first_roll_call_is_not_new(others):
    Rules.objects.create(pk=1, attendances_before_vote=3)
    february = held(date(2026, 2, 8), *others)

    assert why_no_vote(february, others) == {}
    assert why_no_vote(BusinessMeetingFactory(held_on=MARCH_8), others) == {}


def test_last_years_attendance_is_the_sum_over_the_meetings_of_twelve_months(others):
    hope, friday = others
    held(date(2025, 3, 7), hope, friday)
    held(date(2025, 3, 8), hope)
    held(date(2026, 2, 8), hope, friday)
    held(date(2026, 1, 11))
    march = held(MARCH_8, hope)
    march.quorum_kind = "attendance"

    assert attended_before(march) == (3, 2)
    assert (rule_of(march).attended, rule_of(march).meetings) == (3, 2)


def test_a_number_written_down_goes_before_what_was_counted(others):
    held(date(2026, 2, 8), *others)
    march = BusinessMeetingFactory(held_on=MARCH_8, quorum_kind="attendance")
    march.quorum_base, march.quorum_parts, march.quorum_of = 182, 25, 100

    assert roll_call(march).needed == 46


def test_without_any_roll_call_nobody_knows_last_years_attendance(db):
    march = BusinessMeetingFactory(held_on=MARCH_8, quorum_kind="attendance")

    assert attended_before(march) == (None, 1)
    assert roll_call(march).in_words.startswith("Nobody knows last year’s attendance")
