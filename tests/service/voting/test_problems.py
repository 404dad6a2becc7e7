"""What is wrong with a record is told as values, so that forms can make sentences."""

from dataclasses import replace

import pytest

from service.voting import (
    PLURALITY,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Fault,
    Motion,
    Problem,
    Round,
    Rules,
    System,
    Votes,
    count,
    flaws_of_rules,
    problems,
)
from tests.service.voting.made import (
    CARRIED,
    DEFEATED,
    A,
    B,
    C,
    ballot,
    record,
)

TWO_SEATS = replace(SIMPLE_MAJORITY, seats=2)
FOUR = ("A14 B13", "A14 B13", "A14 B13", "A14 B13")


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        (Rules(System.MAJORITY, 1, 2), Fault.SHARE_OF_HALF_OR_LESS),
        (Rules(System.MAJORITY, 2, 5, is_more_than=True), Fault.SHARE_OF_HALF_OR_LESS),
        (Rules(System.MAJORITY, 4, 3), Fault.SHARE_BEYOND_THE_WHOLE),
        (Rules(System.MAJORITY, 3, 3, is_more_than=True), Fault.SHARE_BEYOND_THE_WHOLE),
        (Rules(System.MAJORITY, 0, 3), Fault.SHARE_OF_NOTHING),
        (Rules(System.MAJORITY, 1, 0), Fault.SHARE_OF_NOTHING),
        (Rules(System.PLURALITY, 2, 3, seats=0), Fault.NO_SEATS),
        (Rules(System.THIRD_LEGACY, 2, 3, seats=2), Fault.ONE_SEAT_ONLY),
    ],
)
def test_rules_that_nothing_can_be_counted_by(rules, fault):
    assert flaws_of_rules(rules) == (Problem(fault),)
    assert problems(rules, record("AB")) == (Problem(fault),)


@pytest.mark.parametrize(
    ("parts", "of", "is_more_than"),
    [(2, 3, False), (1, 2, True), (3, 4, False), (1, 1, False), (2, 3, True)],
)
def test_rules_that_can_be_counted_by(parts, of, is_more_than):
    rules = Rules(System.MAJORITY, parts, of, is_more_than=is_more_than)

    assert flaws_of_rules(rules) == ()


@pytest.mark.parametrize(
    ("kept", "problem"),
    [
        (record("AAB"), Problem(Fault.CANDIDATE_TWICE, candidate=A, given=2)),
        (
            record("AB", ballot(1, "A1"), ballot(1, "B1")),
            Problem(Fault.NUMBER_TWICE, number=1, given=2),
        ),
        (record("AB", ballot(0, "A1")), Problem(Fault.NUMBER_BELOW_ONE)),
        (
            record("AB", Round(1, votes={A: Votes(-1, 3)})),
            Problem(Fault.NEGATIVE, number=1),
        ),
        (record("AB", ballot(1, blank=-1)), Problem(Fault.NEGATIVE, number=1)),
        (record("AB", ballot(1, handed_out=-1)), Problem(Fault.NEGATIVE, number=1)),
        (record("AB", motions=(Motion(Votes(-1)),)), Problem(Fault.NEGATIVE)),
        (record("AB", withdrawals={B: -1}), Problem(Fault.NEGATIVE)),
    ],
)
def test_record_that_cannot_be_counted_at_all(kept, problem):
    assert problems(THIRD_LEGACY, kept) == (problem,)
    with pytest.raises(ValueError, match=problem.fault):
        count(THIRD_LEGACY, kept)


def test_all_is_well_with_a_record_that_is_complete():
    first = ballot(1, "A12 B6", online="A3 B6", blank=2, handed_out=20, online_voters=9)

    assert problems(THIRD_LEGACY, record("AB", first)) == ()


@pytest.mark.parametrize(
    ("others", "problem"),
    [
        (
            {"handed_out": 20},
            Problem(Fault.MORE_THAN_HANDED_OUT, 1, given=21, most=20),
        ),
        (
            {"online_voters": 8},
            Problem(Fault.MORE_THAN_ONLINE_VOTERS, 1, given=9, most=8),
        ),
        ({"yes": 3}, Problem(Fault.ANSWERS_ON_A_BALLOT_OF_NAMES, 1, given=3)),
        (
            {"ballots": Votes(18, 8)},
            Problem(Fault.BALLOTS_DO_NOT_FIT, 1, given=27, most=26),
        ),
    ],
)
def test_first_ballot_that_does_not_add_up(others, problem):
    given = {"online": "A3 B6", "blank": 2, "invalid": Votes(1)} | others

    kept = record("AB", ballot(1, "A12 B6", **given))

    assert problems(THIRD_LEGACY, kept) == (problem,)


def test_votes_for_somebody_withdrawn_are_named():
    kept = record("ABC", "A8 B8 C8", "A16 B13 C1", "A19 B10 C9", withdrawals={})

    assert problems(THIRD_LEGACY, kept) == (
        Problem(Fault.VOTES_FOR_SOMEBODY_NOT_ON_IT, 3, candidate=C, given=9),
    )


def test_row_without_votes_for_somebody_withdrawn_is_no_problem():
    kept = record("ABC", "A8 B8 C8", "A16 B13 C1", "A19 B10 C0")

    assert problems(THIRD_LEGACY, kept) == ()


def test_names_on_a_yes_no_ballot_are_a_problem():
    kept = record("A", ballot(1, "A20", no=3))

    assert problems(THIRD_LEGACY, kept) == (
        Problem(Fault.NAMES_ON_A_YES_NO_BALLOT, 1, given=20),
    )


def test_numbers_that_were_left_out():
    kept = record("AB", ballot(2, "A1"), ballot(4, "A1"))

    assert problems(THIRD_LEGACY, kept) == (
        Problem(Fault.NUMBER_LEFT_OUT, 1),
        Problem(Fault.NUMBER_LEFT_OUT, 3),
    )


def test_strangers_are_named_once():
    kept = record(
        "AB",
        Round(1, votes={A: Votes(3), B: Votes(3), 9: Votes(0)}),
        withdrawals={9: 0},
        declined=(9, 8),
        draws=((7,), "a seed"),
    )

    assert problems(THIRD_LEGACY, kept) == tuple(
        Problem(Fault.NOT_A_CANDIDATE, candidate=each) for each in (9, 7, 8)
    )


def test_strangers_do_not_disturb_the_count():
    kept = record("ABC", "A5 B5 C2", withdrawals={9: 0, 8: 1}, declined=(9,))

    for rules in (THIRD_LEGACY, SIMPLE_MAJORITY, PLURALITY):
        assert {each.candidate for each in count(rules, kept).candidates} == {A, B, C}


def test_several_names_need_the_number_of_ballots():
    assert problems(TWO_SEATS, record("ABC", "A15 B11 C11")) == (
        Problem(Fault.BALLOTS_NOT_TOLD, 1),
    )


@pytest.mark.parametrize(
    ("board", "ballots", "is_possible"),
    [
        ("A15 B11 C11", 20, True),
        ("A15 B15 C10", 20, True),  # two names on every ballot
        ("A15 B15 C11", 20, False),  # 41 names on 20 ballots
        ("A21 B10 C5", 20, False),  # A twice on one of them
        ("A10 B5 C3", 20, False),  # two ballots without a name are not valid
    ],
)
def test_several_names_fit_the_number_of_ballots(board, ballots, is_possible):
    kept = record("ABC", ballot(1, board, ballots=Votes(ballots)))

    faults = [each.fault for each in problems(TWO_SEATS, kept)]

    assert faults == ([] if is_possible else [Fault.BALLOTS_DO_NOT_FIT])


@pytest.mark.parametrize(("handed_out", "is_possible"), [(19, True), (18, False)])
def test_several_names_need_as_many_slips_as_they_fill_at_least(
    handed_out, is_possible
):
    kept = record("ABC", ballot(1, "A15 B11 C11", handed_out=handed_out))

    found = problems(replace(PLURALITY, seats=2), kept)

    assert (found == ()) is is_possible


def test_more_than_two_motions():
    kept = record("AB", *FOUR, motions=(DEFEATED, DEFEATED, CARRIED))

    assert problems(THIRD_LEGACY, kept) == (
        Problem(Fault.MORE_THAN_TWO_MOTIONS, given=3, most=2),
    )


def test_leaving_after_a_ballot_that_was_not_held():
    kept = replace(record("ABC", "A8 B8 C8", withdrawals={C: 2}), declined={B: 3})

    assert problems(THIRD_LEGACY, kept) == (
        Problem(Fault.LEFT_AFTER_NO_BALLOT, 2, candidate=C, most=1),
        Problem(Fault.LEFT_AFTER_NO_BALLOT, 3, candidate=B, most=1),
    )
