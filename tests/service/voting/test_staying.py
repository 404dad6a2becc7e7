"""Who stays after a Third Legacy ballot, who leaves, and by which rule."""

from dataclasses import replace

import pytest

from service.voting import (
    THIRD_LEGACY,
    Fate,
    Next,
    Outcome,
    SmallestTie,
    Step,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import ONE_EACH, A, B, C, D, ballot, record

NONE_OF_THEM = replace(THIRD_LEGACY, smallest_tie=SmallestTie.NONE)


def reasons(rules, letters, *boards):
    """The rule for each who was on the last of the ballots, in ballot order."""
    result = count(rules, record(letters, *boards)).rounds[-1]
    return [each.why for each in result.outcomes]


def test_outcome_says_exactly_one_fifth_in_figures():
    kept = record("ABCD", ONE_EACH, "A16 B15 C10 D9")

    outcomes = count(THIRD_LEGACY, kept).rounds[-1].outcomes

    fifth = {"total": 50, "threshold": 10, "parts": 1, "of": 5, "after": 2}
    assert outcomes[2:] == (
        Outcome(C, Why.ONE_FIFTH_OR_MORE, votes=10, **fifth),
        Outcome(D, Why.LESS_THAN_ONE_FIFTH, votes=9, **fifth),
    )
    assert [each.is_exact for each in outcomes[2:]] == [True, False]
    assert [each.fate for each in outcomes[2:]] == [Fate.STAYS, Fate.WITHDRAWN]


def test_outcome_says_what_elects_and_what_it_fell_short_of():
    kept = record("ABC", "A15 B14 C2")

    first = count(THIRD_LEGACY, kept).rounds[0].outcomes[0]

    assert first == Outcome(
        A, Why.FIRST_BALLOT, votes=15, total=31, threshold=21, after=1
    )


def test_elected_outcome_says_exactly_two_thirds():
    outcomes = count(THIRD_LEGACY, record("AB", "A20 B10")).rounds[0].outcomes

    share = {"total": 30, "threshold": 20, "parts": 2, "of": 3, "after": 1}
    assert outcomes == (
        Outcome(A, Why.REACHED, votes=20, **share),
        Outcome(B, Why.SEATS_FILLED, votes=10, **share),
    )
    assert outcomes[0].is_exact


@pytest.mark.parametrize(
    ("number", "board", "expected"),
    [
        (2, "A29 B5 C5 D5", ["one-fifth-or-more", *["tied-for-second"] * 3]),
        (2, "A30 B6 C5 D5", ["one-fifth-or-more", "second", *["less"] * 2]),
        (2, "A10 B10 C10 D1", [*["one-fifth-or-more"] * 3, "less"]),
        (3, "A10 B10 C10 D1", [*["tied-for-first"] * 3, "less"]),
        (3, "A10 B9 C8 D7", ["leads", "second", "less", "less"]),
        (3, "A12 B12 C6 D6", ["one-third-or-more"] * 2 + ["less"] * 2),
        (4, "A12 B10 C6 D6", ["not-the-smallest"] * 2 + ["the-smallest"] * 2),
        (4, "A12 B10 C7 D6", ["not-the-smallest"] * 3 + ["the-smallest"]),
        (4, "A12 B6 C6 D6", ["not-the-smallest", *["tied-for-second"] * 3]),
        (4, "A10 B10 C7 D6", ["not-the-smallest"] * 3 + ["the-smallest"]),
        (4, "A8 B8 C8 D8", ["tied-for-first"] * 4),
        (4, "A9 B8 C8 D8", ["not-the-smallest", *["tied-for-second"] * 3]),
        (4, "A9 B8 C0 D0", ["not-the-smallest"] * 2 + ["the-smallest"] * 2),
    ],
)
def test_rule_that_says_who_stays(number, board, expected):
    less = {2: "less-than-one-fifth", 3: "less-than-one-third"}.get(number)

    told = reasons(THIRD_LEGACY, "ABCD", *[ONE_EACH] * (number - 1), board)

    assert told == [less if why == "less" else why for why in expected]


def test_smallest_who_tie_stay_where_the_body_says_so():
    boards = [*[ONE_EACH] * 3, "A12 B10 C6 D6"]

    standing = count(NONE_OF_THEM, record("ABCD", *boards))

    assert standing.rounds[-1].outcomes[2] == Outcome(
        C, Why.SMALLEST_TIE_STAYS, votes=6, total=34, threshold=6, after=4
    )
    assert standing.next == Next(Step.MOTION, (A, B, C, D), seats=1)


def test_smallest_alone_leaves_even_where_those_who_tie_stay():
    boards = [*[ONE_EACH] * 3, "A12 B10 C7 D6"]

    assert count(NONE_OF_THEM, record("ABCD", *boards)).rounds[-1].withdrawn == (D,)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_ballot_without_a_vote_sends_nobody_away(number):
    boards = [*[ONE_EACH] * (number - 1), ""]

    result = count(THIRD_LEGACY, record("ABCD", *boards)).rounds[-1]

    assert (result.total, result.needed, result.elected) == (0, 1, ())
    assert {each.why for each in result.outcomes} == {Why.NOBODY_VOTED}


def test_only_blanks_that_count_send_nobody_away_either():
    counted = replace(THIRD_LEGACY, are_blanks_counted=True)
    kept = record("ABC", "A1 B1 C1", ballot(2, blank=9))

    result = count(counted, kept).rounds[-1]

    assert (result.total, result.needed) == (9, 6)
    assert [each.why for each in result.outcomes] == [Why.TIED_FOR_FIRST] * 3


def test_blanks_that_count_raise_one_fifth():
    counted = replace(THIRD_LEGACY, are_blanks_counted=True)
    kept = record("ABC", "A1 B1 C1", ballot(2, "A16 B15 C9", blank=6))  # T 46, 1/5 = 10

    told = [count(rules, kept).rounds[-1] for rules in (THIRD_LEGACY, counted)]

    assert [each.withdrawn for each in told] == [(), (C,)]


def test_votes_for_somebody_withdrawn_are_invalid():
    kept = record("ABC", "A8 B8 C8", "A16 B13 C1", "A19 B10 C9")

    third = count(THIRD_LEGACY, kept).rounds[-1]

    assert (third.total, third.invalid, third.needed) == (29, 9, 20)


def test_total_is_the_votes_where_each_voter_writes_one_name():
    """Ten ballots more were told than there are votes: they do not raise T."""
    kept = record("AB", ballot(1, "A20 B10", ballots=Votes(40)))

    assert count(THIRD_LEGACY, kept).rounds[0].total == 30


def test_single_vote_for_a_single_voter_elects():
    assert count(THIRD_LEGACY, record("AB", "A1")).elected == (A,)


def test_two_are_never_withdrawn_by_the_rules():
    """B has 1 of 40 votes on every ballot that withdraws, and stays as second."""
    rules = replace(THIRD_LEGACY, needed_parts=99, needed_of=100)
    kept = record("AB", *["A39 B1"] * 4)

    standing = count(rules, kept)

    reasons = [each.outcomes[1].why for each in standing.rounds]
    assert reasons == [Why.FIRST_BALLOT, Why.SECOND, Why.SECOND, Why.SECOND]
