"""Alternates step up on the day the principal’s seat falls vacant, and no other."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Seat, StepUp, Turn, on, step_ups
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    CLEO,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    SUCCESSOR,
    book,
    left,
    turn,
    who,
)

MARCH_9 = date(2026, 3, 9)
JANUARY_28 = date(2028, 1, 1)
ANN_LEFT = left(ANN, JANUARY_26, MARCH_10)
ANN_ENDED = turn(ANN, JANUARY_26, JANUARY_27)
BEN_BESIDE = turn(BEN, JANUARY_26, JANUARY_27, post=2, name="Ben T.")


def stepped(person, began_on, ends_on, **fields):
    """A computed turn as chair."""
    given = {"filled": "stepped-up", "planned_end_on": ends_on, "key": None, **fields}
    return turn(person, began_on, ends_on, **given)


def test_the_alternate_steps_up_on_the_day_and_the_own_seat_falls_vacant():
    kept = book(CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE)

    moved = stepped(BEN, MARCH_10, JANUARY_27, name="Ben T.")
    left_behind = replace(BEN_BESIDE, ends_on=MARCH_10)
    assert on(kept, MARCH_9).seats == (
        Seat(CHAIR, 1, ANN_LEFT, (), None, moved),
        Seat(ALTERNATE, 1, left_behind, (), None, None),
    )
    assert on(kept, MARCH_10).seats == (
        Seat(CHAIR, 1, moved, (), None, None),
        Seat(ALTERNATE, 1, None, (), MARCH_10, None),
    )
    assert kept.steps == (StepUp(moved, left_behind),)


def test_a_step_is_a_turn_without_a_key_that_can_be_written():
    (step,) = book(CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE).steps

    assert step.turn == Turn(
        key=None,
        post=1,
        seat=1,
        person=BEN,
        began_on=MARCH_10,
        ends_on=JANUARY_27,
        planned_end_on=JANUARY_27,
        filled="stepped-up",
        standing="",
        name="Ben T.",
    )
    assert step.turn.is_computed


@pytest.mark.parametrize(("upto", "steps"), [(MARCH_9, 0), (MARCH_10, 1)])
def test_steps_are_due_from_the_day_itself(upto, steps):
    kept = book(CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE)

    assert len(step_ups(kept, upto)) == steps


@pytest.mark.parametrize("steps_up", ["", "vacancy", "always"])
def test_after_a_regular_end_only_who_always_steps_up_does(steps_up):
    alternate = replace(ALTERNATE, steps_up=steps_up)
    longer = turn(BEN, JANUARY_26, JULY_26.replace(year=2027), post=2)

    kept = book(CHAIR, alternate, ANN_ENDED, longer)

    expected = [(BEN, 1, 1, JANUARY_27, JANUARY_28)] if steps_up == "always" else []
    assert who(kept) == expected


def test_without_a_rule_no_alternate_steps_up():
    kept = book(CHAIR, replace(ALTERNATE, steps_up=""), ANN_LEFT, BEN_BESIDE)

    assert kept.steps == ()


def test_a_year_beside_the_treasurer_is_followed_by_a_year_as_treasurer():
    cleo = turn(CLEO, JANUARY_27, JANUARY_28, post=2)

    kept = book(CHAIR, SUCCESSOR, ANN_ENDED, BEN_BESIDE, cleo)

    chair, alternate = on(kept, JANUARY_27).seats
    assert (chair.servant.person, chair.until) == (BEN, JANUARY_28)
    assert alternate.servant == cleo
    assert kept.steps[0].leaves == BEN_BESIDE


def test_an_alternate_whose_term_ends_that_day_does_not_take_the_rest_of_a_term():
    short = turn(BEN, JANUARY_26, MARCH_10, post=2)

    assert who(book(CHAIR, SUCCESSOR, ANN_LEFT, short)) == []


def test_an_alternate_who_left_that_day_as_well_does_not_step_up():
    early = left(ANN, JANUARY_26, MARCH_10), left(BEN, JANUARY_26, MARCH_10, post=2)
    ended = ANN_ENDED, left(BEN, JANUARY_26, JANUARY_27, JANUARY_28, post=2)

    assert who(book(CHAIR, SUCCESSOR, *early)) == []
    assert who(book(CHAIR, SUCCESSOR, *ended)) == []


def test_an_alternate_who_was_chosen_again_as_alternate_stays():
    again = turn(BEN, JANUARY_27, JANUARY_28, post=2, key=20)

    assert who(book(CHAIR, SUCCESSOR, ANN_ENDED, BEN_BESIDE, again)) == []


def test_an_alternate_who_begins_on_that_day_was_chosen_to_be_the_alternate():
    new = turn(BEN, MARCH_10, JANUARY_27, post=2)

    assert who(book(CHAIR, ALTERNATE, ANN_LEFT, new)) == []


def test_an_alternate_who_comes_later_does_not_step_into_an_old_vacancy():
    new = turn(BEN, date(2026, 3, 11), JANUARY_27, post=2)

    assert who(book(CHAIR, ALTERNATE, ANN_LEFT, new)) == []


def test_nobody_steps_up_where_somebody_begins_on_that_day():
    cleo = turn(CLEO, MARCH_10, JANUARY_27)

    assert who(book(CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE, cleo)) == []


def test_the_alternate_fills_the_days_until_somebody_who_was_chosen_begins():
    cleo = turn(CLEO, JULY_26, JANUARY_27)

    kept = book(CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE, cleo)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, JULY_26)]
    assert on(kept, JULY_26).seats[0].servant == cleo


def test_after_a_regular_end_the_seat_waits_for_who_was_chosen():
    cleo = turn(CLEO, date(2027, 2, 1), JANUARY_28)

    kept = book(CHAIR, SUCCESSOR, ANN_ENDED, BEN_BESIDE, cleo)

    assert who(kept) == []
    assert on(kept, JANUARY_27).seats[0] == Seat(CHAIR, 1, None, (), JANUARY_27, cleo)


def test_the_rest_is_until_the_planned_end_even_off_the_cycle():
    ann = left(ANN, JANUARY_26, MARCH_10, planned_end_on=date(2026, 9, 1))

    kept = book(CHAIR, ALTERNATE, ann, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, date(2026, 9, 1))]


@pytest.mark.parametrize(
    ("cycle_from", "ends_on"),
    [(JANUARY_25, JANUARY_27), (None, date(2026, 9, 15))],
)
def test_after_an_open_end_the_rest_is_until_the_next_regular_one(cycle_from, ends_on):
    chair = replace(CHAIR, cycle_from=cycle_from)
    ann = left(ANN, date(2023, 9, 15), MARCH_10, planned_end_on=None)

    kept = book(chair, ALTERNATE, ann, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, ends_on)]


def test_without_a_cycle_who_always_steps_up_has_a_whole_term():
    chair = replace(CHAIR, cycle_from=None)
    ann = turn(ANN, date(2025, 3, 10), MARCH_10)

    kept = book(chair, SUCCESSOR, ann, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, date(2027, 3, 10))]


def test_who_withdrew_on_the_very_first_day_is_replaced_on_it():
    withdrew = left(ANN, JANUARY_26, JANUARY_26)
    ben = turn(BEN, JANUARY_25, JULY_26, post=2)

    kept = book(CHAIR, ALTERNATE, withdrew, ben)

    assert who(kept) == [(BEN, 1, 1, JANUARY_26, JANUARY_27)]
