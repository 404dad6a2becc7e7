"""Striking the last step: the motion is again what it was before, whatever it was."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.motions import (
    put_on_agenda,
    standing_of,
    strike,
)
from intergroup.business.actions.motions.following import columns_of
from intergroup.business.models import (
    Minutes,
    Motion,
    MotionStep,
    Rules,
)
from intergroup.business.reports.minutes.moved import moved_at
from intergroup.business.reports.motion_page import motion_page
from tests.business.motions.asking import DUE
from tests.business.motions.striking import last_of, refusal, struck
from tests.business.motions.test_life import walk
from tests.factories import MotionFactory

Kind, Result = MotionStep.Kind, Motion.Result
CARRYING = {"votes_for": 31, "votes_against": 12}
FAILING = {"votes_for": 12, "votes_against": 31}


def test_a_count_typed_the_wrong_way_round_is_struck_and_counted_again(moved, step):
    before = columns_of(moved)
    failed = step(moved, Kind.VOTED, **FAILING)

    motion = struck(failed, because="It was 31 for\nand 12 against.")
    assert columns_of(motion) == before
    motion = step(motion, Kind.VOTED, **CARRYING)

    assert (motion.result, motion.votes_for) == (Result.CARRIED, 31)
    wrong, right = MotionStep.on_record.order_by("pk")
    assert wrong.struck_because == "It was 31 for and 12 against."
    assert (wrong.votes_for, wrong.struck_at is None) == (12, False)
    assert (right.struck_because, right.struck_at) == ("", None)


def test_who_struck_it_is_kept(moved, step, sam):
    motion = step(moved, Kind.TABLED)

    strike(last_of(motion), because="A wrong tap.", recorded_by=sam)

    assert MotionStep.on_record.get().struck_by == sam


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.AMENDED, {"text": "That we do it well.", **CARRYING}),
        (Kind.STRAW_POLL, {"votes_for": 4}),
        (Kind.TABLED, {}),
        (Kind.REFERRED, {"by": "Policy committee"}),
        (Kind.VOTED, {"majority": "two-thirds", "base": "roll", **FAILING}),
        (Kind.WITHDRAWN, {}),
    ],
)
def test_the_motion_is_what_it_was_before_a_step_on_the_floor(
    moved, step, kind, values
):
    before, standing = columns_of(moved), standing_of(moved)

    motion = struck(step(moved, kind, **values))

    assert (columns_of(motion), standing_of(motion)) == (before, standing)
    assert not motion.steps.exists()


def test_it_was_not_moved_nor_seconded_nor_put_on_the_agenda(
    january, february, hope, grace, step
):
    motion = MotionFactory(meeting=january, number="", result="received")
    sent_in = columns_of(motion)
    agenda = MotionStep(motion=motion, meeting=february, done_on=february.held_on)
    how = {"way": "consensus", "majority": "unanimous", "base": "roll"}
    motion = put_on_agenda(agenda, **how, recorded_by=None)
    on_agenda = columns_of(motion)
    motion = step(motion, Kind.MOVED, meeting=february, by_group=hope)
    is_moved = columns_of(motion)
    motion = step(motion, Kind.SECONDED, meeting=february, by_group=grace)

    walked = [columns_of(motion := struck(motion)) for _step in range(3)]

    assert walked == [is_moved, on_agenda, sent_in]
    assert motion.meeting == january


def test_what_was_corrected_meanwhile_and_not_by_the_step_stays(moved, step):
    motion = step(moved, Kind.TABLED)
    Motion.objects.filter(pk=motion.pk).update(moved_by="Finance committee")

    motion = struck(motion)

    assert (motion.result, motion.moved_by) == ("submitted", "Finance committee")


@pytest.mark.parametrize("seed", range(12))
def test_a_whole_life_is_struck_step_by_step(january, hope, seed):
    motion = MotionFactory(meeting=january, number="", result="received")
    place, seen = iter(range(seed, 10_000, seed % 5 + 1)), []

    def choose(turns):
        seen.append(columns_of(Motion.objects.get(pk=motion.pk)))
        return turns[next(place) % len(turns)]

    walk(motion, january, choose)
    days = {"sent_on": january.held_on, "expires_on": DUE}

    walked = []
    while motion.steps.exists():
        motion.ballots.get_or_create(group=hope, defaults=days)
        walked.append(columns_of(struck(motion)))

    assert walked == seen[::-1]


def test_it_is_reconsidered_once_among_the_steps_that_stand(moved, step):
    motion = step(moved, Kind.VOTED, **FAILING)
    decided = columns_of(motion)
    motion = step(motion, Kind.RECONSIDERED, **CARRYING)

    motion = struck(motion)
    assert columns_of(motion) == decided
    motion = step(motion, Kind.RECONSIDERED, **CARRYING)

    assert motion.result == Result.SUBMITTED
    assert MotionStep.on_record.filter(kind=Kind.RECONSIDERED).count() == 2


def test_a_vote_by_which_more_than_half_abstained_is_struck(moved, step):
    Rules.objects.create(pk=1, is_sent_back_by_abstentions=True)
    motion = step(moved, Kind.VOTED, votes_for=3, votes_against=2, abstentions=6)

    motion = struck(motion)

    assert standing_of(motion).state == "debated"


def test_how_a_motion_came_is_not_struck(january):
    motion = MotionFactory(meeting=january, number="", result="received")
    motion.steps.create(kind=Kind.RECEIVED, done_on=january.held_on)

    assert refusal(motion) == "received"


def test_a_step_without_a_meeting_is_struck_while_it_is_the_last(january, step):
    motion = MotionFactory(meeting=january, number="", result="received")
    before = columns_of(motion)
    why = {"meeting": None, "done_on": january.held_on, "text": "Not ours."}
    motion = step(motion, Kind.NOT_TAKEN_UP, **why)

    assert columns_of(struck(motion)) == before


def test_a_step_of_which_nothing_is_kept_is_not_struck(moved, january):
    moved.steps.create(kind=Kind.TABLED, meeting=january, done_on=january.held_on)

    assert refusal(moved) == "not_kept"


@pytest.mark.parametrize(
    ("state", "told"), [("circulated", None), ("approved", "approved")]
)
def test_a_step_is_struck_until_the_minutes_of_its_meeting_are_approved(
    moved, january, step, state, told
):
    motion = step(moved, Kind.TABLED)
    kept = {"approved_on": date(2026, 2, 8), "sha256": "0"}
    Minutes.objects.create(meeting=january, state=state, **kept)

    if told:
        assert refusal(motion) == told
    else:
        assert struck(motion).result == Result.SUBMITTED


def test_only_the_last_step_is_struck_and_only_once(moved, step):
    motion = step(moved, Kind.AMENDED, text="That we do it well.", **CARRYING)
    amended = last_of(motion)
    motion = step(motion, Kind.TABLED)
    tabled = last_of(motion)

    assert refusal(motion, amended) == "not_last"
    struck(motion)

    assert refusal(motion, tabled) == "not_last"
    assert struck(motion).text == "That we do."


@pytest.mark.parametrize(
    ("because", "code"), [(" \n ", "no_reason"), ("x" * 200, None)]
)
def test_a_sentence_says_why(moved, step, because, code):
    motion = step(moved, Kind.TABLED)

    if code:
        assert refusal(motion, because=because) == code
    else:
        assert struck(motion, because).result == Result.SUBMITTED


def test_more_than_a_line_is_too_long(moved, step):
    motion = step(moved, Kind.TABLED)

    with pytest.raises(ValidationError, match="at most 200 characters"):
        struck(motion, "x" * 201)


def test_whoever_reads_the_motion_reads_as_if_it_had_never_been(moved, step, january):
    (before,), page = moved_at(january)["new"], motion_page(moved, roll=None)
    motion = step(moved, Kind.REFERRED, by="Policy committee")

    motion = struck(motion, "It was tabled.")

    assert moved_at(january)["new"] == (before,)
    told = motion_page(motion, roll=None)
    assert (told.standing, told.where, told.needs) == (
        page.standing,
        page.where,
        page.needs,
    )
    assert [(each.title, each.struck) for each in told.history] == [
        ("Referred", "It was tabled.")
    ]


def test_a_motion_without_steps_that_stand_is_corrected_in_the_list(moved, step):
    motion = struck(step(moved, Kind.VOTED, **FAILING))
    motion.result, motion.decided_at = Result.WITHDRAWN, motion.meeting

    motion.full_clean()
