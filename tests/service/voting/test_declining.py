"""Those who are elected and decline, and what comes next."""

from dataclasses import replace

from service.voting import (
    ACCLAMATION,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Cause,
    Ignored,
    Next,
    Step,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import A, B, C, D, ballot, record

TWO_SEATS = replace(SIMPLE_MAJORITY, seats=2)


def test_vote_begins_again_among_all_who_remain_accepted():
    """D was withdrawn after the second ballot, C by their own will."""
    boards = ("A1 B1 C1 D1", "A16 B15 C10 D5", "A30 B10")
    kept = record("ABCD", *boards, withdrawals={C: 2}, declined=(A,))

    standing = count(THIRD_LEGACY, kept)

    assert (standing.elected, standing.candidates[0].why) == ((), Why.DECLINED)
    assert standing.rounds[-1].elected == (A,)
    assert standing.next == Next(Step.NEW_VOTE, (B, D), seats=1)
    assert standing.is_over


def test_nominations_are_open_when_the_only_candidate_declines():
    kept = record("A", ballot(1, yes=20, no=1), declined=(A,))

    assert count(THIRD_LEGACY, kept).next == Next(Step.NOMINATIONS, seats=1)


def test_others_keep_their_seats_when_one_of_them_declines():
    first = ballot(1, "A18 B15 C6 D3", ballots=Votes(21))
    kept = record("ABCD", first, declined=(B,))

    standing = count(TWO_SEATS, kept)

    assert standing.elected == (A,)
    assert standing.next == Next(Step.NEW_VOTE, (C, D), seats=1)


def test_ballots_go_on_for_the_other_seat_before_the_declined_one_is_voted_again():
    first = ballot(1, "A18 B10 C9 D5", ballots=Votes(21))
    kept = record("ABCD", first, declined=(A,))

    waiting = count(TWO_SEATS, kept)
    done = count(TWO_SEATS, replace(kept, rounds=(first, ballot(2, "B11 C6 D4"))))

    assert waiting.next == Next(Step.BALLOT, (B, C, D), seats=1, number=2)
    assert (waiting.elected, waiting.candidates[0].why) == ((), Why.DECLINED)
    assert (done.elected, done.next) == ((B,), Next(Step.NEW_VOTE, (C, D), seats=1))


def test_acclaimed_who_declines_leaves_the_seat_open():
    rules = replace(ACCLAMATION, seats=2)
    kept = record("AB", is_objected=False, declined=(B,))

    standing = count(rules, kept)

    assert (standing.elected, standing.next) == ((A,), Next(Step.NOMINATIONS, seats=1))


def test_declining_without_having_been_elected_is_ignored():
    standing = count(THIRD_LEGACY, record("AB", "A20 B10", declined=(B,)))

    assert (standing.elected, standing.next) == ((A,), Next(Step.ELECTED))
    assert standing.ignored == (Ignored(Cause.DECLINED_WITHOUT_ELECTION, B),)
