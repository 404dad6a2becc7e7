"""Those who stand unopposed: acclaimed, confirmed by yes or no, or refused."""

from dataclasses import replace

import pytest

from service.voting import (
    ACCLAMATION,
    PLURALITY,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Cause,
    Ignored,
    Next,
    Outcome,
    SingleCandidate,
    Step,
    Why,
    count,
)
from tests.service.voting.made import A, B, C, ballot, record

TWO_ACCLAIMED = replace(ACCLAMATION, seats=2)
TWO_BY_PLURALITY = replace(PLURALITY, seats=2)


def test_nobody_is_acclaimed_before_the_chair_has_asked():
    standing = count(TWO_ACCLAIMED, record("AB"))

    assert (standing.elected, standing.is_over) == ((), False)
    assert standing.next == Next(Step.ACCLAMATION, (A, B), seats=2)


def test_all_are_elected_when_nobody_objects():
    standing = count(TWO_ACCLAIMED, record("AB", is_objected=False))

    assert (standing.elected, standing.next) == ((A, B), Next(Step.ELECTED))
    assert standing.candidates == (Outcome(A, Why.ACCLAIMED), Outcome(B, Why.ACCLAIMED))


def test_objection_asks_for_a_ballot():
    standing = count(TWO_ACCLAIMED, record("AB", is_objected=True))

    assert standing.next == Next(Step.YES_NO, (A, B), seats=2, number=1)


@pytest.mark.parametrize(
    ("yes", "no", "elected"), [(16, 14, (A, B)), (15, 15, ()), (0, 0, ())]
)
def test_ballot_after_an_objection_needs_a_majority(yes, no, elected):
    kept = record("AB", ballot(1, yes=yes, no=no), is_objected=True)

    assert count(TWO_ACCLAIMED, kept).elected == elected


def test_more_nominees_than_seats_are_voted_on_by_majority():
    waiting = count(ACCLAMATION, record("AB"))
    standing = count(ACCLAMATION, record("AB", "A16 B14"))

    assert waiting.next == Next(Step.BALLOT, (A, B), seats=1, number=1)
    assert standing.elected == (A,)


def test_fewer_nominees_than_seats_leave_seats_open():
    standing = count(TWO_ACCLAIMED, record("A", is_objected=False))

    assert (standing.elected, standing.next) == ((A,), Next(Step.NOMINATIONS, seats=1))


def test_ballot_before_the_chair_has_asked_is_ignored():
    standing = count(ACCLAMATION, record("A", ballot(1, yes=20, no=2)))

    assert standing.next.step == Step.ACCLAMATION
    assert standing.ignored == (Ignored(Cause.BALLOT_OUT_OF_TURN, 1),)


@pytest.mark.parametrize("rules", [THIRD_LEGACY, SIMPLE_MAJORITY, PLURALITY])
def test_single_candidate_may_be_acclaimed_in_every_system(rules):
    rules = replace(rules, single_candidate=SingleCandidate.ACCLAMATION)

    asked = count(rules, record("A"))
    told = count(rules, record("A", is_objected=False))

    assert (asked.next.step, told.elected) == (Step.ACCLAMATION, (A,))


def test_two_thirds_are_needed_after_an_objection_to_a_third_legacy_candidate():
    rules = replace(THIRD_LEGACY, single_candidate=SingleCandidate.ACCLAMATION)

    told = [
        count(rules, record("A", ballot(1, yes=n, no=30 - n), is_objected=True)).elected
        for n in (20, 19)
    ]

    assert told == [(A,), ()]


def test_as_many_nominees_as_seats_are_confirmed_together():
    asked = count(TWO_BY_PLURALITY, record("AB"))
    told = count(TWO_BY_PLURALITY, record("AB", ballot(1, yes=12, no=3)))

    assert asked.next == Next(Step.YES_NO, (A, B), seats=2, number=1)
    assert told.elected == (A, B)
    share = {"threshold": 8, "parts": 1, "of": 2, "after": 1}
    assert told.candidates[0] == Outcome(A, Why.CONFIRMED, votes=12, total=15, **share)


def test_who_is_refused_opens_nominations_and_is_not_asked_about_again():
    kept = record("A", ballot(1, yes=19, no=11), ballot(2, yes=30, no=0))

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.NOMINATIONS, seats=1)
    assert standing.ignored == (Ignored(Cause.BALLOT_AFTER_THE_END, 2),)


def test_blanks_count_on_a_yes_no_ballot_where_the_body_counts_them():
    counted = replace(THIRD_LEGACY, are_blanks_counted=True)
    kept = record("A", ballot(1, yes=20, no=10, blank=1))

    assert [count(r, kept).elected for r in (THIRD_LEGACY, counted)] == [(A,), ()]


def test_names_on_a_yes_no_ballot_are_invalid():
    kept = record("AC", ballot(1, "A3 C2", yes=20, no=10), withdrawals={C: 0})

    first = count(THIRD_LEGACY, kept).rounds[0]

    assert (first.ayes, first.noes, first.total, first.invalid) == (20, 10, 30, 5)


def test_unopposed_after_withdrawals_are_not_those_who_withdrew():
    kept = record("ABC", withdrawals={B: 0})

    assert count(TWO_BY_PLURALITY, kept).next.among == (A, C)
