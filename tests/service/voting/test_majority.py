"""Election by a share of the votes, ballot after ballot, for one seat or several."""

from dataclasses import replace

import pytest

from service.voting import (
    SIMPLE_MAJORITY,
    Cause,
    Ignored,
    Next,
    Outcome,
    Rules,
    SingleCandidate,
    Step,
    System,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import A, B, C, D, ballot, record

TWO_SEATS = replace(SIMPLE_MAJORITY, seats=2)
THREE_SEATS = replace(SIMPLE_MAJORITY, seats=3)


def several(number, board, ballots, **others):
    """A ballot on which voters marked several names."""
    return ballot(number, board, ballots=Votes(ballots), **others)


@pytest.mark.parametrize(
    ("board", "elected"),
    [("A16 B14", (A,)), ("A15 B15", ()), ("A15 B14 C1", ()), ("A1", (A,)), ("", ())],
)
def test_more_than_half_elects_and_half_does_not(board, elected):
    assert count(SIMPLE_MAJORITY, record("ABC", board)).elected == elected


def test_share_can_be_another():
    three_quarters = Rules(System.MAJORITY, 3, 4)

    told = [
        count(three_quarters, record("AB", board)).elected
        for board in ("A30 B10", "A29 B11")
    ]

    assert told == [(A,), ()]


def test_system_may_be_told_by_its_word():
    by_word = replace(SIMPLE_MAJORITY, system="majority")

    kept = record("AB", "A16 B14")

    assert count(by_word, kept) == count(SIMPLE_MAJORITY, kept)


def test_ballots_go_on_without_end_and_nobody_is_withdrawn():
    kept = record("ABC", *["A12 B11 C1"] * 9)

    standing = count(SIMPLE_MAJORITY, kept)

    assert standing.next == Next(Step.BALLOT, (A, B, C), seats=1, number=10)
    assert standing.candidates[2] == Outcome(
        C,
        Why.NOBODY_IS_WITHDRAWN,
        votes=1,
        total=24,
        threshold=13,
        parts=1,
        of=2,
        after=9,
    )


def test_blanks_count_where_the_body_counts_them():
    counted = replace(SIMPLE_MAJORITY, are_blanks_counted=True)
    kept = record("AB", ballot(1, "A16 B14", blank=2))

    told = [count(rules, kept) for rules in (SIMPLE_MAJORITY, counted)]

    assert [each.rounds[0].needed for each in told] == [16, 17]
    assert [each.elected for each in told] == [(A,), ()]


def test_last_one_left_is_asked_about_by_yes_or_no():
    kept = record("AB", "A12 B12", withdrawals={B: 1})

    asked = count(SIMPLE_MAJORITY, kept)
    told = count(
        SIMPLE_MAJORITY, replace(kept, rounds=(*kept.rounds, ballot(2, yes=13, no=11)))
    )

    assert asked.next == Next(Step.YES_NO, (A,), seats=1, number=2)
    assert told.elected == (A,)


def test_several_seats_need_more_than_half_of_the_ballots():
    """21 ballots with two names at most: 11 elect, however many names were marked."""
    standing = count(TWO_SEATS, record("ABCD", several(1, "A18 B11 C6 D5", 21)))

    first = standing.rounds[0]
    assert (first.total, first.needed, standing.elected) == (21, 11, (A, B))
    assert standing.next == Next(Step.ELECTED)


def test_seats_that_are_left_are_voted_among_all_the_others():
    standing = count(TWO_SEATS, record("ABCD", several(1, "A18 B10 C6 D5", 21)))

    assert standing.elected == (A,)
    assert standing.next == Next(Step.BALLOT, (B, C, D), seats=1, number=2)


def test_more_with_a_majority_than_seats_are_seated_by_their_votes():
    """All three have more than half of 20; C, with the fewest, has no seat."""
    standing = count(TWO_SEATS, record("ABC", several(1, "A12 B15 C11", 20)))

    assert standing.elected == (B, A)
    assert standing.candidates[2].why == Why.SEATS_FILLED


def test_tie_across_the_last_seat_is_another_ballot():
    """A is seated; B and C have a majority both, and D stays beside them."""
    standing = count(TWO_SEATS, record("ABCD", several(1, "A15 B11 C11 D1", 20)))

    reasons = [each.why for each in standing.rounds[0].outcomes]
    assert reasons == [
        Why.REACHED,
        *[Why.TIED_FOR_THE_LAST_SEAT] * 2,
        Why.NOBODY_IS_WITHDRAWN,
    ]
    assert standing.next == Next(Step.BALLOT, (B, C, D), seats=1, number=2)


def test_several_names_cannot_be_counted_without_the_number_of_ballots():
    standing = count(TWO_SEATS, record("ABC", "A15 B11 C11"))

    assert standing.next == Next(Step.BALLOT, (A, B, C), seats=2, number=1)
    assert standing.ignored == (Ignored(Cause.BALLOTS_NOT_TOLD, 1),)


@pytest.mark.parametrize("is_acclaimed", [True, False])
def test_who_is_elected_stays_so_when_the_last_seat_is_unopposed(is_acclaimed):
    """A is elected on the first ballot; C and D withdraw, and B is alone."""
    first = several(1, "A18 B10 C9 D5", 21)
    kept = record("ABCD", first, withdrawals={C: 1, D: 1}, is_objected=False)
    voted = replace(kept, rounds=(first, ballot(2, yes=15, no=6)))
    acclaimed = replace(TWO_SEATS, single_candidate=SingleCandidate.ACCLAMATION)

    standing = count(acclaimed, kept) if is_acclaimed else count(TWO_SEATS, voted)

    assert (standing.elected, standing.next) == ((A, B), Next(Step.ELECTED))


def test_no_more_left_than_seats_are_asked_about_together():
    kept = record("ABCD", several(1, "A10 B10 C10 D9", 21), withdrawals={D: 1})

    standing = count(THREE_SEATS, kept)

    assert standing.next == Next(Step.YES_NO, (A, B, C), seats=3, number=2)
