"""What is said of a ballot: every sentence right at its edge numbers."""

import pytest

from service.reports.elections.fractions import names_in_words, part_in_words
from service.reports.elections.words import fate_of, method_in_words, next_in_words
from service.voting import (
    THIRD_LEGACY,
    Candidate,
    Next,
    Record,
    Round,
    Rules,
    Step,
    Votes,
    count,
)

NAMES = {1: "Ann B.", 2: "Bob C.", 3: "Cy D.", 4: "Di E."}


def said(*ballots, rules=THIRD_LEGACY, **fields):
    """The sentences of the last ballot, of those who were on it."""
    people = tuple(Candidate(n, NAMES[n]) for n in range(1, len(ballots[0]) + 1))
    rounds = tuple(
        Round(
            number, {n: Votes(v) for n, v in enumerate(votes, start=1) if v is not None}
        )
        for number, votes in enumerate(ballots, start=1)
    )
    standing = count(rules, Record(candidates=people, rounds=rounds, **fields))
    last = standing.rounds[-1]
    return [fate_of(each, NAMES[each.candidate], rules) for each in last.outcomes]


def test_exactly_two_thirds_are_said_to_elect():
    assert said((20, 10))[0] == (
        "Ann B. has 20 of 30 votes, exactly two-thirds, and is elected."
    )


def test_more_than_two_thirds_say_how_many_elect():
    assert said((21, 10))[0] == "Ann B. has 21 of 31 votes and is elected: 21 elect."


def test_one_vote_is_said_as_one():
    assert said((1, 0))[0] == "Ann B. has 1 of 1 vote and is elected: 1 elects."


def test_nobody_is_withdrawn_after_the_first_ballot():
    assert said((19, 11, 0))[2] == (
        "Cy D. has 0 of 30 votes and stays: nobody is withdrawn after the first ballot."
    )


def test_the_second_ballot_knows_one_fifth_exactly():
    first = (16, 15, 10, 9)

    assert said(first, (16, 15, 10, 9)) == [
        "Ann B. has 16 of 50 votes, more than one-fifth, and stays.",
        "Bob C. has 15 of 50 votes, more than one-fifth, and stays.",
        "Cy D. has 10 of 50 votes, exactly one-fifth, and stays.",
        "Di E. has 9 of 50 votes, less than one-fifth, and is withdrawn.",
    ]


def test_the_third_ballot_knows_one_third_exactly():
    first = (12, 11, 10)

    assert said(first, first, (12, 11, 10)) == [
        "Ann B. has 12 of 33 votes, more than one-third, and stays.",
        "Bob C. has 11 of 33 votes, exactly one-third, and stays.",
        "Cy D. has 10 of 33 votes, less than one-third, and is withdrawn.",
    ]


def test_those_who_tie_for_second_stay_with_the_leader():
    first = (14, 8, 8, 8)

    assert said(first, first, (14, 8, 8, 6))[1] == (
        "Bob C. has 8 of 36 votes, the second most together with others, and stays: "
        "the leader and all who tie for second remain."
    )


def test_the_fourth_ballot_withdraws_the_fewest():
    first = (12, 11, 11)

    assert said(first, first, first, (14, 9, 7))[2] == (
        "Cy D. has 7 of 30 votes, the fewest, and is withdrawn."
    )


def test_one_who_stands_alone_is_confirmed_by_two_thirds_exactly():
    yes = Round(1, ayes=Votes(20), noes=Votes(10))
    people = (Candidate(1, "Ann B."),)
    standing = count(THIRD_LEGACY, Record(candidates=people, rounds=(yes,)))

    (outcome,) = standing.candidates
    assert fate_of(outcome, "Ann B.", THIRD_LEGACY) == (
        "Ann B. is elected: 20 of 30 said yes, and 20 elect."
    )


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (
            Next(Step.BALLOT, (1, 2, 3), seats=1, number=3),
            "Ballot 3, among Ann B., Bob C. and Cy D.: each voter writes one name.",
        ),
        (
            Next(Step.BALLOT, (1, 2), seats=2, number=1),
            "Ballot 1, among Ann B. and Bob C.: each voter marks up to 2 names.",
        ),
        (Next(Step.YES_NO, (1,), seats=1, number=1), "Ballot 1, on Ann B.: yes or no."),
        (
            Next(Step.HAT, (1, 2), seats=1),
            "The hat, with the names of Ann B. and Bob C. in it.",
        ),
        (Next(Step.ELECTED), "The election is complete."),
    ],
)
def test_what_comes_next_is_said_with_the_names(after, sentence):
    assert next_in_words(after, NAMES) == sentence


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (THIRD_LEGACY, "At least two-thirds of the valid votes elects."),
        (
            Rules("majority", 1, 2, is_more_than=True),
            "More than half of the valid votes elects.",
        ),
        (
            Rules("majority", 3, 5, are_blanks_counted=True),
            (
                "At least three-fifths of the valid votes elects. Blank ballots are "
                "counted among them."
            ),
        ),
    ],
)
def test_a_method_says_what_elects(rules, sentence):
    assert method_in_words(rules) == sentence


@pytest.mark.parametrize(
    ("parts", "of", "words"),
    [(2, 3, "two-thirds"), (4, 6, "two-thirds"), (5, 7, "5 of 7"), (1, 1, "all")],
)
def test_parts_have_their_words(parts, of, words):
    assert part_in_words(parts, of) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["Ann"], "Ann"), (["Ann", "Bob"], "Ann and Bob")],
)
def test_names_are_joined_as_one_says_them(names, words):
    assert names_in_words(names) == words
