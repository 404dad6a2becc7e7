"""The alternate of an alternate: one step leads to the next, and all come to an end."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Post, on
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    CLEO,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    SUCCESSOR,
    book,
    left,
    turn,
)

THIRD = replace(ALTERNATE, key=3, name="Second alternate", order=120, alternate_of=2)
ANN_LEFT = left(ANN, JANUARY_26, MARCH_10)
BEN_BESIDE = turn(BEN, JANUARY_26, JANUARY_27, post=2)
CLEO_THIRD = turn(CLEO, JANUARY_26, JANUARY_27, post=3)


def moves(kept):
    """Who moved from which post to which, and when."""
    return [
        (step.turn.person, step.leaves.post, step.turn.post, step.turn.began_on)
        for step in kept.steps
    ]


def test_the_alternate_of_the_alternate_moves_up_on_the_same_day():
    kept = book(CHAIR, ALTERNATE, THIRD, ANN_LEFT, BEN_BESIDE, CLEO_THIRD)

    assert moves(kept) == [(BEN, 2, 1, MARCH_10), (CLEO, 3, 2, MARCH_10)]
    assert [seat.servant for seat in on(kept, MARCH_10).seats][2] is None


def test_nobody_moves_up_twice_on_one_day():
    ben = left(BEN, JANUARY_26, MARCH_10, post=2)

    kept = book(CHAIR, ALTERNATE, THIRD, ANN_LEFT, ben, CLEO_THIRD)

    assert moves(kept) == [(CLEO, 3, 2, MARCH_10)]


def test_who_stepped_up_may_step_up_again_on_a_later_day():
    ann = left(ANN, JANUARY_26, JULY_26)
    ben = left(BEN, JANUARY_26, MARCH_10, post=2)

    kept = book(CHAIR, ALTERNATE, THIRD, ann, ben, CLEO_THIRD)

    assert moves(kept) == [(CLEO, 3, 2, MARCH_10), (CLEO, 2, 1, JULY_26)]
    assert kept.steps[0].turn.ends_on == JANUARY_27
    assert kept.steps[1].leaves == replace(kept.steps[0].turn, ends_on=JULY_26)


def test_a_seat_that_somebody_has_stepped_out_of_does_not_fall_vacant_twice():
    third = replace(THIRD, steps_up="always")
    late = turn(CLEO, date(2026, 4, 1), date(2027, 7, 1), post=3)

    kept = book(CHAIR, SUCCESSOR, third, ANN_LEFT, BEN_BESIDE, late)

    assert moves(kept) == [(BEN, 2, 1, MARCH_10)]


def test_after_a_regular_end_a_whole_chain_moves_up():
    third = replace(THIRD, steps_up="always")
    ann = turn(ANN, JANUARY_26, JANUARY_27)

    kept = book(CHAIR, SUCCESSOR, third, ann, BEN_BESIDE, CLEO_THIRD)

    assert moves(kept) == [
        (BEN, 2, 1, JANUARY_27),
        (CLEO, 3, 2, JANUARY_27),
        (CLEO, 2, 1, date(2028, 1, 1)),
    ]


def test_a_year_later_a_new_alternate_steps_up_after_the_old_one():
    ann = turn(ANN, JANUARY_26, JANUARY_27)
    cleo = turn(CLEO, JANUARY_27, date(2028, 1, 1), post=2)

    kept = book(CHAIR, SUCCESSOR, ann, BEN_BESIDE, cleo)

    assert moves(kept) == [(BEN, 2, 1, JANUARY_27), (CLEO, 2, 1, date(2028, 1, 1))]


@pytest.mark.parametrize("above", [1, 2, 3])
def test_posts_that_are_alternates_in_a_circle_have_none(above):
    chair = replace(CHAIR, alternate_of=above, steps_up="always")
    third = replace(THIRD, steps_up="always")
    ann = turn(ANN, JANUARY_26, JANUARY_27)

    kept = book(chair, SUCCESSOR, third, ann, BEN_BESIDE, CLEO_THIRD)

    assert moves(kept) == []


def test_an_alternate_of_a_post_that_is_not_there_steps_up_nowhere():
    lost = Post(key=5, alternate_of=99, steps_up="always")

    assert moves(book(lost, CHAIR, ANN_LEFT)) == []
