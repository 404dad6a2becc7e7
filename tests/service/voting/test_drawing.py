"""Out of the hat: by a seed or by hand, with an alternate, and who declines."""

from dataclasses import replace

import pytest

from service.voting import (
    THIRD_LEGACY,
    Cause,
    Draw,
    Fate,
    Ignored,
    Next,
    Step,
    Why,
    count,
)
from tests.service.voting.made import CARRIED, DEFEATED, A, B, C, record

WITH_ALTERNATE = replace(THIRD_LEGACY, second_drawn=True)


def hat(*draws, declined=(), **others):
    """The record of an election that went to the hat with Ann, Bob and Cleo in it."""
    boards = ["A1 B1 C1"] * 4
    others = {"motions": (DEFEATED,), "draws": draws, "declined": declined} | others
    return record("ABC", *boards, **others)


def reasons(standing):
    return [each.why for each in standing.candidates]


def test_first_name_drawn_by_the_seed_is_elected():
    """sha256sum of dice-3-2-2/1, /2 and /3 says d677…, 8de3…, 3659…."""
    standing = count(THIRD_LEGACY, hat("dice-3-2-2"))

    assert (standing.elected, standing.alternate) == ((C,), None)
    assert standing.drawn == ((C, B, A),)
    assert standing.next == Next(Step.ELECTED)
    assert reasons(standing) == [Why.NOT_DRAWN, Why.NOT_DRAWN, Why.DRAWN]


def test_slips_are_numbered_among_those_in_the_hat():
    """C left after the fourth ballot: 4/1 is da09…, and 4/2 is 0ae3…."""
    boards = [*["A1 B1 C1"] * 3, "C3 A14 B9"]
    kept = record("CAB", *boards, motions=(DEFEATED,), draws=("4",))

    assert count(THIRD_LEGACY, kept).drawn == ((B, A),)


def test_first_name_drawn_by_hand_is_elected():
    standing = count(THIRD_LEGACY, hat((B,)))

    assert (standing.elected, standing.drawn) == ((B,), ((B,),))


def test_second_name_drawn_is_the_alternate_where_the_body_says_so():
    standing = count(WITH_ALTERNATE, hat("dice-3-2-2"))

    assert (standing.elected, standing.alternate) == ((C,), B)
    assert [each.fate for each in standing.candidates] == [
        Fate.NOT_ELECTED,
        Fate.ALTERNATE,
        Fate.ELECTED,
    ]


def test_hat_waits_for_the_alternate_when_one_name_was_drawn_by_hand():
    standing = count(WITH_ALTERNATE, hat((B,)))

    assert (standing.elected, standing.alternate) == ((B,), None)
    assert standing.next == Next(Step.HAT, (A, C), seats=0)


def test_last_slip_is_the_alternate_without_a_draw():
    boards = ["A14 B13"] * 4
    kept = record("AB", *boards, motions=(DEFEATED,), draws=((B,),))

    standing = count(WITH_ALTERNATE, kept)

    assert (standing.elected, standing.alternate) == ((B,), A)
    assert standing.next == Next(Step.ELECTED)


def test_next_name_drawn_is_elected_when_the_first_declines():
    standing = count(THIRD_LEGACY, hat("dice-3-2-2", declined=(C,)))

    assert standing.elected == (B,)
    assert reasons(standing) == [Why.NOT_DRAWN, Why.DRAWN, Why.DECLINED]


def test_alternate_moves_up_when_the_first_declines():
    standing = count(WITH_ALTERNATE, hat("dice-3-2-2", declined=(C,)))

    assert (standing.elected, standing.alternate) == ((B,), A)


def test_third_name_is_the_alternate_when_the_second_declines():
    standing = count(WITH_ALTERNATE, hat("dice-3-2-2", declined=(B,)))

    assert (standing.elected, standing.alternate) == ((C,), A)
    assert reasons(standing) == [Why.DRAWN_SECOND, Why.DECLINED, Why.DRAWN]


def test_there_is_no_alternate_when_all_the_others_decline():
    standing = count(WITH_ALTERNATE, hat("dice-3-2-2", declined=(B, A)))

    assert (standing.elected, standing.alternate) == ((C,), None)
    assert standing.next == Next(Step.ELECTED)
    assert reasons(standing) == [Why.DECLINED, Why.DECLINED, Why.DRAWN]


def test_hat_is_drawn_from_again_when_the_only_name_drawn_declines():
    first = count(THIRD_LEGACY, hat((B,), declined=(B,)))
    second = count(THIRD_LEGACY, hat((B,), (C,), declined=(B,)))

    assert first.next == Next(Step.HAT, (A, C), seats=1)
    assert (second.elected, second.drawn) == ((C,), ((B,), (C,)))


def test_vote_begins_again_when_everybody_in_the_hat_declines():
    boards = [*["A1 B1 C1"] * 3, "A12 B10 C5"]
    kept = record("ABC", *boards, motions=(DEFEATED,), draws=("1",), declined=(A, B))

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.NEW_VOTE, (C,), seats=1)


def test_nominations_are_open_when_everybody_declines():
    standing = count(THIRD_LEGACY, hat("1", declined=(A, B, C)))

    assert standing.next == Next(Step.NOMINATIONS, seats=1)


@pytest.mark.parametrize("draw", [(), "", (B, B), (B, 99)])
def test_draw_that_is_of_no_hat_is_ignored(draw):
    standing = count(THIRD_LEGACY, hat(draw))

    assert standing.next == Next(Step.HAT, (A, B, C), seats=1)
    assert standing.ignored == (Ignored(Cause.DRAW_OUTSIDE_THE_HAT, 1),)


def test_draw_counts_for_the_hat_that_it_was_drawn_from():
    kept = hat(Draw("dice-3-2-2", among=(C, A, B)))

    assert count(THIRD_LEGACY, kept).drawn == ((C, B, A),)


def test_draw_from_another_hat_elects_nobody():
    """B withdrew after the draw: two slips are not the three of which one was C."""
    kept = hat(Draw("dice-3-2-2", among=(A, B, C)), withdrawals={B: 4})

    standing = count(THIRD_LEGACY, kept)

    assert standing.next == Next(Step.HAT, (A, C), seats=1)
    assert standing.ignored == (Ignored(Cause.DRAW_OUTSIDE_THE_HAT, 1),)


def test_slips_drawn_by_hand_go_before_a_seed():
    assert count(THIRD_LEGACY, hat(Draw("dice-3-2-2", slips=(A,)))).elected == (A,)


def test_draw_after_one_that_is_ignored_counts():
    standing = count(THIRD_LEGACY, hat((99,), (A,)))

    assert standing.elected == (A,)
    assert standing.ignored == (Ignored(Cause.DRAW_OUTSIDE_THE_HAT, 1),)


def test_draw_before_the_hat_is_ignored():
    kept = record("AB", "A14 B13", draws=("1",))

    standing = count(THIRD_LEGACY, kept)

    assert standing.next.step == Step.BALLOT
    assert standing.ignored == (Ignored(Cause.DRAW_OUT_OF_TURN, 1),)


def test_second_draw_from_a_hat_that_has_elected_is_ignored():
    standing = count(THIRD_LEGACY, hat("dice-3-2-2", "another"))

    assert standing.elected == (C,)
    assert standing.ignored == (Ignored(Cause.DRAW_OUT_OF_TURN, 2),)


def test_second_draw_is_not_looked_at_while_the_first_name_serves():
    standing = count(THIRD_LEGACY, hat((B,), (A,)))

    assert (standing.elected, standing.drawn) == ((B,), ((B,),))
    assert standing.ignored == (Ignored(Cause.DRAW_OUT_OF_TURN, 2),)


def test_draw_after_a_fifth_ballot_is_from_the_top_two():
    boards = [*["A1 B1 C1"] * 4, "A12 B10 C8"]
    kept = record("ABC", *boards, motions=(CARRIED,), draws=("4",))

    standing = count(THIRD_LEGACY, kept)

    assert (standing.elected, standing.drawn) == ((B,), ((B, A),))
    assert reasons(standing) == [Why.NOT_DRAWN, Why.DRAWN, Why.NOT_IN_THE_TOP_TWO]
