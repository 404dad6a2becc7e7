"""The Third Legacy Procedure by the figures that its published examples use."""

from dataclasses import replace

import pytest

from service.voting import (
    THIRD_LEGACY,
    Cause,
    Ignored,
    Motion,
    Next,
    Step,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import (
    CARRIED,
    DEFEATED,
    ONE_EACH,
    A,
    B,
    C,
    D,
    ballot,
    record,
)

FOUR = ("A14 B13", "A14 B13", "A14 B13", "A14 B13")  # T 27, 18 elect
BLANKS_COUNTED = replace(THIRD_LEGACY, are_blanks_counted=True)


@pytest.mark.parametrize(
    ("total", "elects"), [(3, 2), (30, 20), (31, 21), (32, 22), (100, 67)]
)
def test_two_thirds_is_so_many_votes(total, elects):
    assert THIRD_LEGACY.needed(total) == elects


def test_exactly_two_thirds_elect_on_the_first_ballot():
    standing = count(THIRD_LEGACY, record("AB", "A20 B10"))

    assert (standing.elected, standing.next) == ((A,), Next(Step.ELECTED))


def test_nobody_is_withdrawn_after_the_first_ballot():
    standing = count(THIRD_LEGACY, record("ABC", "A15 B14 C1"))

    assert standing.rounds[0].withdrawn == ()
    assert standing.next == Next(Step.BALLOT, (A, B, C), seats=1, number=2)


def test_room_and_online_elect_together():
    first = ballot(1, "A12 B6", online="A8 B4")

    standing = count(THIRD_LEGACY, record("AB", first))

    assert (standing.rounds[0].total, standing.elected) == (30, (A,))


def test_two_thirds_online_alone_elect_nobody():
    first = ballot(1, "A5 B10", online="A10 B0")

    standing = count(THIRD_LEGACY, record("AB", first))

    assert (standing.rounds[0].total, standing.elected) == (25, ())


@pytest.mark.parametrize(
    ("number", "board", "withdrawn"),
    [
        (2, "A16 B15 C10 D9", (D,)),  # T 50: C has exactly one-fifth and stays
        (3, "A12 B11 C10", (C,)),  # T 33: one-third is 11
        (3, "A14 B8 C8 D6", (D,)),  # T 36: B and C, tied for second, are protected
        (3, "A10 B10 C9", (C,)),  # T 29: only the tied leaders are protected
        (4, "A14 B9 C7", (C,)),
        (4, "A12 B11", ()),
    ],
)
def test_ballot_withdraws(number, board, withdrawn):
    letters = "ABCD" if "D" in board else "ABC" if "C" in board else "AB"
    before = [ONE_EACH[: 3 * len(letters)]] * (number - 1)

    standing = count(THIRD_LEGACY, record(letters, *before, board))

    assert standing.rounds[-1].withdrawn == withdrawn


@pytest.mark.parametrize(
    ("board", "among"), [("A14 B9 C7", (A, B)), ("A12 B11 C0", (A, B))]
)
def test_motion_comes_after_the_fourth_ballot(board, among):
    standing = count(THIRD_LEGACY, record("ABC", *["A1 B1 C1"] * 3, board))

    assert standing.next == Next(Step.MOTION, among, seats=1)


def test_fifth_ballot_elects_by_two_thirds():
    kept = record("AB", *FOUR, "A16 B8", motions=(CARRIED,))

    standing = count(THIRD_LEGACY, kept)

    assert (standing.rounds[-1].total, standing.elected) == (24, (A,))


def test_fifth_ballot_without_two_thirds_goes_to_the_hat():
    kept = record("AB", *FOUR, "A13 B10", motions=(CARRIED,))

    assert count(THIRD_LEGACY, kept).next == Next(Step.HAT, (A, B), seats=1)


@pytest.mark.parametrize(
    "motion",
    [
        DEFEATED,
        Motion(is_moved=False),
        Motion(is_seconded=False),
        Motion(ayes=Votes(15), noes=Votes(15)),
    ],
)
def test_lost_motion_goes_to_the_hat_at_once(motion):
    standing = count(THIRD_LEGACY, record("AB", *FOUR, motions=(motion,)))

    assert standing.next == Next(Step.HAT, (A, B), seats=1)


def test_fifth_ballot_without_a_motion_is_ignored():
    standing = count(THIRD_LEGACY, record("AB", *FOUR, "A20 B1"))

    assert standing.next.step == Step.MOTION
    assert standing.ignored == (Ignored(Cause.FIFTH_WITHOUT_A_MOTION, 5),)


def test_fifth_ballot_after_a_lost_motion_is_ignored():
    standing = count(THIRD_LEGACY, record("AB", *FOUR, "A20 B1", motions=(DEFEATED,)))

    assert standing.next.step == Step.HAT
    assert standing.ignored == (Ignored(Cause.FIFTH_WITHOUT_A_MOTION, 5),)


def test_draw_of_somebody_outside_the_hat_is_ignored():
    boards = [*["A1 B1 C1"] * 3, "A14 B9 C7"]
    kept = record("ABC", *boards, motions=(DEFEATED,), draws=((C,),))

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.HAT, (A, B), seats=1)
    assert standing.ignored == (Ignored(Cause.DRAW_OUTSIDE_THE_HAT, 1),)


@pytest.mark.parametrize(
    ("rules", "total", "needed", "elected"),
    [(THIRD_LEGACY, 30, 20, (A,)), (BLANKS_COUNTED, 36, 24, ())],
)
def test_blanks_count_where_the_body_counts_them(rules, total, needed, elected):
    standing = count(rules, record("AB", ballot(1, "A20 B10", blank=6)))

    first = standing.rounds[0]
    assert (first.total, first.needed, first.elected) == (total, needed, elected)


@pytest.mark.parametrize(
    ("yes", "no", "elected", "why"),
    [(20, 10, (A,), Why.CONFIRMED), (19, 11, (), Why.NOT_CONFIRMED)],
)
def test_single_candidate_needs_two_thirds_ayes(yes, no, elected, why):
    standing = count(THIRD_LEGACY, record("A", ballot(1, yes=yes, no=no)))

    assert (standing.elected, standing.candidates[0].why) == (elected, why)
