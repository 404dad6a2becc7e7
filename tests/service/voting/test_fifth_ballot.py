"""The motion for a fifth and final ballot, and what follows from it."""

import pytest

from service.voting import (
    THIRD_LEGACY,
    Cause,
    Ignored,
    Motion,
    MotionResult,
    Next,
    Step,
    Verdict,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import CARRIED, DEFEATED, A, B, C, record

FOUR = ("A14 B13", "A14 B13", "A14 B13", "A14 B13")
FOUR_OF_THREE = ["A1 B1 C1"] * 4


@pytest.mark.parametrize(
    ("motion", "verdict"),
    [
        (CARRIED, Verdict.CARRIED),
        (Motion(Votes(10, 6), Votes(9, 6)), Verdict.CARRIED),
        (DEFEATED, Verdict.DEFEATED),
        (Motion(Votes(15), Votes(9, 6)), Verdict.TIED),
        (Motion(), Verdict.TIED),
        (Motion(is_moved=False), Verdict.NOT_MADE),
        (Motion(Votes(20), is_seconded=False), Verdict.NOT_SECONDED),
    ],
)
def test_verdict_of_the_motion(motion, verdict):
    standing = count(THIRD_LEGACY, record("AB", *FOUR, motions=(motion,)))

    hands = (motion.ayes.total, motion.noes.total)
    assert standing.motions == (MotionResult(verdict, *hands),)
    assert standing.next.step == (
        Step.BALLOT if verdict == Verdict.CARRIED else Step.HAT
    )


@pytest.mark.parametrize(
    ("motions", "step"),
    [
        ((DEFEATED, CARRIED), Step.BALLOT),
        ((CARRIED, DEFEATED), Step.HAT),
        ((DEFEATED, DEFEATED), Step.HAT),
    ],
)
def test_motion_that_was_reconsidered_is_what_counts(motions, step):
    standing = count(THIRD_LEGACY, record("AB", *FOUR, motions=motions))

    assert (standing.next.step, standing.may_reconsider) == (step, False)


def test_motion_may_be_reconsidered_once_before_anything_comes_of_it():
    lost = record("AB", *FOUR, motions=(DEFEATED,))
    drawn = record("AB", *FOUR, motions=(DEFEATED,), draws=("1",))
    voted = record("AB", *FOUR, "A13 B13", motions=(CARRIED,))

    told = [count(THIRD_LEGACY, each).may_reconsider for each in (lost, drawn, voted)]

    assert told == [True, False, False]


def test_motion_is_not_reconsidered_twice():
    motions = (DEFEATED, DEFEATED, CARRIED)

    standing = count(THIRD_LEGACY, record("AB", *FOUR, motions=motions))

    assert standing.next.step == Step.HAT
    assert standing.ignored == (Ignored(Cause.RECONSIDERED_TWICE, 3),)


def test_motion_before_the_fourth_ballot_is_ignored():
    standing = count(THIRD_LEGACY, record("AB", *FOUR[:3], motions=(DEFEATED,)))

    assert standing.next == Next(Step.BALLOT, (A, B), seats=1, number=4)
    assert standing.ignored == (Ignored(Cause.MOTION_OUT_OF_TURN, 1),)


def test_no_motion_is_needed_when_the_fourth_ballot_elects():
    standing = count(THIRD_LEGACY, record("AB", *FOUR[:3], "A20 B7", "A1 B9"))

    assert standing.elected == (A,)
    assert standing.ignored == (Ignored(Cause.BALLOT_AFTER_THE_END, 5),)


@pytest.mark.parametrize(
    ("board", "hat", "reasons"),
    [
        ("A12 B10 C8", (A, B), ["leads", "second", "not-in-the-top-two"]),
        ("A12 B12 C6", (A, B), ["tied-for-first"] * 2 + ["not-in-the-top-two"]),
        ("A12 B9 C9", (A, B, C), ["leads", *["tied-for-second"] * 2]),
        ("A10 B10 C10", (A, B, C), ["tied-for-first"] * 3),
        ("", (A, B, C), ["nobody-voted"] * 3),
    ],
)
def test_hat_after_the_fifth_ballot_holds_the_top_two(board, hat, reasons):
    kept = record("ABC", *FOUR_OF_THREE, board, motions=(CARRIED,))

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.HAT, hat, seats=1)
    assert [each.why for each in standing.rounds[-1].outcomes] == reasons


def test_hat_after_a_lost_motion_holds_all_who_remain():
    """All three tied on the fourth ballot, so that none was withdrawn."""
    standing = count(THIRD_LEGACY, record("ABC", *FOUR_OF_THREE, motions=(DEFEATED,)))

    assert standing.next == Next(Step.HAT, (A, B, C), seats=1)


def test_sixth_ballot_is_ignored():
    boards = [*FOUR_OF_THREE, "A12 B10 C8", "A30 B0"]

    standing = count(THIRD_LEGACY, record("ABC", *boards, motions=(CARRIED,)))

    assert standing.next.step == Step.HAT
    assert standing.ignored == (Ignored(Cause.BALLOT_AFTER_THE_END, 6),)


def test_ballots_wait_for_the_one_that_was_left_out():
    kept = record("AB", "A14 B13", "A14 B13", "A20 B7")
    without_second = (kept.rounds[0], kept.rounds[2])
    kept = type(kept)(candidates=kept.candidates, rounds=without_second)

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.BALLOT, (A, B), seats=1, number=2)
    assert standing.ignored == (Ignored(Cause.BALLOT_OUT_OF_TURN, 3),)


def test_ballots_are_counted_by_their_numbers_and_not_as_they_are_listed():
    kept = record("AB", "A14 B13", "A20 B7")
    turned = type(kept)(candidates=kept.candidates, rounds=kept.rounds[::-1])

    assert count(THIRD_LEGACY, turned) == count(THIRD_LEGACY, kept)


def test_nobody_left_by_the_motion_stands_among_the_candidates():
    boards = [*["A1 B1 C1"] * 3, "A12 B10 C5"]

    standing = count(THIRD_LEGACY, record("ABC", *boards, motions=(DEFEATED,)))

    reasons = [each.why for each in standing.candidates]
    assert reasons == [Why.NOT_THE_SMALLEST] * 2 + [Why.THE_SMALLEST]
