"""Candidates who withdraw by their own will: before, between and during ballots."""

from dataclasses import replace

from service.voting import (
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Next,
    Outcome,
    SingleCandidate,
    Step,
    Why,
    count,
)
from tests.service.voting.made import (
    CARRIED,
    DEFEATED,
    A,
    B,
    C,
    D,
    ballot,
    record,
)

FOUR = ("A14 B13", "A14 B13", "A14 B13", "A14 B13")


def test_who_withdraws_before_the_first_ballot_is_on_none():
    standing = count(THIRD_LEGACY, record("ABC", withdrawals={C: 0}))

    assert standing.next == Next(Step.BALLOT, (A, B), seats=1, number=1)
    assert standing.candidates[2] == Outcome(C, Why.WITHDREW)


def test_who_withdraws_while_a_ballot_is_counted_stays_on_it():
    """C’s 9 votes stay in T: with 30, 20 elect, and A’s 19 do not."""
    kept = record("ABC", "A19 B2 C9", withdrawals={C: 1})

    standing = count(THIRD_LEGACY, kept)

    assert (standing.rounds[0].total, standing.elected) == (30, ())
    assert standing.rounds[0].outcomes[2] == Outcome(
        C, Why.WITHDREW, votes=9, total=30, after=1
    )
    assert standing.next.among == (A, B)


def test_protection_looks_at_the_ballot_as_it_was_cast():
    """B is second of 30 and withdraws; C is not second for that, and leaves too."""
    kept = record("ABC", "A10 B10 C10", "A17 B8 C5", withdrawals={B: 2})

    standing = count(THIRD_LEGACY, kept)

    second = standing.rounds[1]
    assert [each.why for each in second.outcomes] == [
        Why.ONE_FIFTH_OR_MORE,
        Why.WITHDREW,
        Why.LESS_THAN_ONE_FIFTH,
    ]
    assert standing.next == Next(Step.YES_NO, (A,), seats=1, number=3)


def test_who_is_withdrawn_by_the_rules_is_not_said_to_have_withdrawn():
    kept = record("ABC", "A10 B10 C10", "A15 B10 C5", withdrawals={C: 2})

    third = count(THIRD_LEGACY, kept).candidates[2]

    assert (third.why, third.after) == (Why.LESS_THAN_ONE_FIFTH, 2)


def test_last_one_left_is_asked_about_by_yes_or_no():
    kept = record("ABC", "A10 B10 C10", withdrawals={B: 1, C: 1})

    asked = count(THIRD_LEGACY, kept)

    assert asked.next == Next(Step.YES_NO, (A,), seats=1, number=2)


def test_last_one_left_is_asked_about_without_a_motion_after_the_fourth_ballot():
    kept = record("AB", *FOUR, ballot(5, yes=20, no=10), withdrawals={B: 4})

    standing = count(THIRD_LEGACY, kept)

    assert (standing.elected, standing.ignored) == ((A,), ())
    assert standing.rounds[-1].step == Step.YES_NO


def test_last_one_left_is_asked_about_after_a_carried_motion():
    kept = record("AB", *FOUR, withdrawals={B: 4}, motions=(CARRIED,))

    assert count(THIRD_LEGACY, kept).next == Next(Step.YES_NO, (A,), 1, 5)


def test_last_one_left_after_a_lost_motion_is_the_only_name_in_the_hat():
    kept = record("AB", *FOUR, withdrawals={B: 4}, motions=(DEFEATED,))

    standing = count(THIRD_LEGACY, kept)

    assert (standing.elected, standing.next) == ((A,), Next(Step.ELECTED))
    assert standing.candidates[0].why == Why.LAST_SLIP


def test_last_one_left_is_acclaimed_where_the_body_acclaims():
    rules = replace(THIRD_LEGACY, single_candidate=SingleCandidate.ACCLAMATION)
    kept = record("AB", "A10 B10", withdrawals={B: 1})

    asked = count(rules, kept)
    told = count(rules, replace(kept, is_objected=False))

    assert asked.next == Next(Step.ACCLAMATION, (A,), seats=1)
    assert (told.elected, told.candidates[0].why) == ((A,), Why.ACCLAIMED)


def test_nominations_are_open_again_when_everybody_has_withdrawn():
    kept = record("AB", "A10 B10", withdrawals={A: 1, B: 1})

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.NOMINATIONS, seats=1)
    assert standing.is_over


def test_vote_begins_again_among_those_whom_only_the_rules_withdrew():
    kept = record(
        "ABCD", "A1 B1 C1 D1", "A20 B15 C2 D1", withdrawals={A: 2, B: 2, D: 2}
    )

    assert count(THIRD_LEGACY, kept).next == Next(Step.NEW_VOTE, (C,), seats=1)


def test_election_without_a_candidate_opens_nominations():
    assert count(THIRD_LEGACY, record("")).next == Next(Step.NOMINATIONS, seats=1)


def test_who_is_elected_by_the_ballot_they_withdraw_on_has_declined():
    kept = record("ABC", "A20 B5 C5", withdrawals={A: 1})

    standing = count(THIRD_LEGACY, kept)

    assert standing.elected == ()
    assert standing.candidates[0].why == Why.DECLINED
    assert standing.next == Next(Step.NEW_VOTE, (B, C), seats=1)


def test_who_withdraws_after_the_fifth_ballot_leaves_the_hat():
    """The hat is A and B by the fifth ballot; C is not in it for B’s leaving."""
    boards = [*["A1 B1 C1"] * 4, "A12 B10 C8"]
    kept = record("ABC", *boards, motions=(CARRIED,), withdrawals={B: 5})

    standing = count(THIRD_LEGACY, kept)

    assert (standing.elected, standing.candidates[0].why) == ((A,), Why.LAST_SLIP)


def test_hat_that_everybody_has_left_is_a_new_vote_among_the_rest():
    boards = [*["A1 B1 C1"] * 4, "A12 B10 C8"]
    kept = record("ABC", *boards, motions=(CARRIED,), withdrawals={A: 5, B: 5})

    assert count(THIRD_LEGACY, kept).next == Next(Step.NEW_VOTE, (C,), seats=1)


def test_withdrawal_after_a_ballot_to_come_does_nothing_yet():
    kept = record("ABC", "A10 B10 C10", withdrawals={C: 2})

    assert count(THIRD_LEGACY, kept).next.among == (A, B, C)


def test_majority_has_voluntary_withdrawals_only():
    kept = record("ABC", "A10 B10 C1", "A10 B10 C1", withdrawals={B: 2})

    assert count(SIMPLE_MAJORITY, kept).next.among == (A, C)
