"""Motions: where each stands at a meeting, and the majority it needs in words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from intergroup.business.majorities import Majority
from intergroup.business.models import Motion, Rules
from intergroup.business.reports.motions import motions
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory

Result = Motion.Result
FEBRUARY_8 = date(2026, 2, 8)
FEBRUARY_9 = date(2026, 2, 9)


@pytest.fixture
def january(db):
    return BusinessMeetingFactory(held_on=date(2026, 1, 11))


@pytest.fixture
def february(january):
    return BusinessMeetingFactory(held_on=FEBRUARY_8)


def where(meeting):
    """Return under which heading the only motion stands."""
    report = motions(meeting)
    lists = {"back": report.back, "old": report.old, "new": report.new}
    lists["out"] = report.out
    return [name for name, lines in lists.items() if lines]


def test_a_motion_is_new_at_the_meeting_it_is_brought_to(february):
    MotionFactory(meeting=february)

    assert where(february) == ["new"]


@pytest.mark.parametrize("result", [Result.SUBMITTED, Result.TABLED, Result.REFERRED])
def test_a_motion_left_over_is_unfinished(january, february, result):
    MotionFactory(meeting=january, result=result)

    assert where(february) == ["old"]


@pytest.mark.parametrize(
    ("due", "heading"), [(None, "back"), (FEBRUARY_8, "back"), (FEBRUARY_9, "out")]
)
def test_a_motion_is_back_once_the_groups_have_had_their_time(
    january, february, due, heading
):
    MotionFactory(meeting=january, result=Result.TO_GROUPS, answers_due_on=due)

    assert where(february) == [heading]


@pytest.mark.parametrize("result", [Result.CARRIED, Result.FAILED])
def test_a_motion_decided_before_is_not_shown_again(january, february, result):
    MotionFactory(meeting=january, result=result, decided_at=january)

    assert where(february) == []


def test_a_motion_withdrawn_before_is_not_shown_again(january, february):
    MotionFactory(meeting=january, result=Result.WITHDRAWN)

    assert where(february) == []


def test_a_motion_of_a_later_meeting_is_not_shown(january, february):
    MotionFactory(meeting=february)

    assert where(january) == []


def test_a_past_meeting_shows_the_motions_as_they_stood_that_day(january, february):
    MotionFactory(meeting=january, result=Result.CARRIED, decided_at=february)

    assert (where(january), where(february)) == (["new"], ["old"])
    assert motions(january).new[0].outcome == "Left open for a later meeting."
    assert motions(february).old[0].outcome == "Carried."


def test_a_motion_tells_its_words_and_who_brought_it(february):
    groups = [GroupFactory(number=n, name=name) for n, name in [(1, "A"), (2, "B")]]
    MotionFactory(
        meeting=february,
        number="02-26-01",
        moved_by_group=groups[0],
        seconded_by_group=groups[1],
    )

    (line,) = motions(february).new

    assert (line.number, line.brought_on) == ("02-26-01", FEBRUARY_8)
    assert (line.brought_by, line.seconded_by) == ("Group 1 A", "Group 2 B")


def test_a_motion_says_what_it_needs_of_the_groups_on_the_roll(february):
    for _each in range(21):
        GroupFactory()
    MotionFactory(meeting=february, majority=Majority.TWO_THIRDS)

    (line,) = motions(february).new

    assert line.needs == (
        "Needs two-thirds of the votes cast, abstentions left out: 14 of 21 if all "
        "votes are cast."
    )


def test_a_counted_motion_says_what_it_needed_of_the_votes_cast(february):
    MotionFactory(
        meeting=february,
        decided_at=february,
        result=Result.CARRIED,
        votes_for=15,
        votes_against=6,
        abstentions=2,
    )

    (line,) = motions(february).new

    assert line.needs == (
        "Needs more than half of the votes cast, abstentions left out: 11 of 21."
    )
    assert line.outcome == "Carried: 15 for, 6 against, 2 abstaining."


def test_a_motion_sent_to_the_groups_says_by_when_they_answer(january, february):
    MotionFactory(
        meeting=january, result=Result.TO_GROUPS, answers_due_on=date(2026, 3, 8)
    )

    (line,) = motions(february).out

    assert line.outcome == "Sent to the groups, to be answered by March 8, 2026."


def test_a_result_that_the_count_does_not_bear_out_is_refused(february):
    motion = MotionFactory.build(
        meeting=february,
        decided_at=february,
        majority=Majority.TWO_THIRDS,
        votes_for=13,
        votes_against=7,
        result=Result.CARRIED,
    )

    with pytest.raises(ValidationError, match="13 for and 7 against it does not carry"):
        motion.full_clean()


def test_a_result_that_the_count_bears_out_is_taken(february):
    motion = MotionFactory.build(
        meeting=february,
        decided_at=february,
        majority=Majority.TWO_THIRDS,
        votes_for=14,
        votes_against=7,
        result=Result.CARRIED,
    )

    motion.full_clean()


@pytest.mark.parametrize("fields", [{"votes_for": 3}, {"result": Result.CARRIED}])
def test_the_database_refuses_half_a_count_and_a_decision_of_no_meeting(db, fields):
    with pytest.raises(IntegrityError):
        MotionFactory(**fields)


def test_what_was_only_sent_in_is_not_before_the_meeting(february):
    MotionFactory(meeting=february, number="", result=Result.RECEIVED)
    MotionFactory(meeting=february, number="", result=Result.NOT_TAKEN_UP)

    assert where(february) == []


def test_what_was_not_taken_up_at_the_meeting_stands_in_its_packet(february):
    MotionFactory(meeting=february, result=Result.NOT_TAKEN_UP, decided_at=february)

    assert motions(february).new[0].outcome == "Not taken up."


def test_by_consensus_a_motion_says_how_many_may_block_it(february):
    Rules.objects.create(pk=1, most_blocks=2)
    MotionFactory(meeting=february, way=Motion.Way.CONSENSUS)

    (line,) = motions(february).new

    assert line.needs == (
        "By consensus: it carries when somebody assents and no more than 2 block."
    )


@pytest.mark.parametrize(
    ("number", "result"),
    [("", Result.SUBMITTED), ("", Result.TABLED), ("02-26-01", Result.RECEIVED)],
)
def test_the_database_gives_a_number_to_what_is_on_an_agenda_and_nothing_else(
    db, number, result
):
    with pytest.raises(IntegrityError):
        MotionFactory(number=number, result=result)


@pytest.mark.parametrize("count", [1, 3])
def test_motions_take_as_many_queries_for_three_as_for_one(
    february, django_assert_num_queries, count
):
    for _each in range(count):
        MotionFactory(meeting=february, moved_by_group=GroupFactory())

    with django_assert_num_queries(11):
        motions(february)
