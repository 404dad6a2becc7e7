"""Staggering: half of the seats at a time, and what does not fit."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import OffCycle, Share, balance, off_cycle
from tests.service.rotation.making import (
    ANN,
    BEN,
    CHAIR,
    CLEO,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_25,
    JULY_26,
    JULY_27,
    MARCH_10,
    book,
    left,
    turn,
)

IN_HALVES = replace(CHAIR, stagger_group="seats", seats=3)
JUNE_30, NEW_YEARS_EVE = date(2026, 6, 30), date(2026, 12, 31)


def test_of_three_seats_two_rotate_in_january_and_one_in_july():
    assert balance(book(IN_HALVES), JANUARY_26, 2) == (
        Share(JANUARY_26, JUNE_30, seats=3, by_cycle=2, ending=0),
        Share(JULY_26, NEW_YEARS_EVE, seats=3, by_cycle=1, ending=0),
    )


def test_the_balance_of_a_year_counts_every_seat_once():
    assert balance(book(IN_HALVES), JANUARY_26, 1, months=12) == (
        Share(JANUARY_26, NEW_YEARS_EVE, seats=3, by_cycle=3, ending=0),
    )


def test_two_year_terms_in_halves_rotate_one_year_after_the_other():
    first = replace(CHAIR, term_months=24, stagger_group="first")
    second = replace(first, key=2, stagger_group="second")

    found = balance(book(first, second), JANUARY_25, 2, months=12)

    assert [(each.seats, each.by_cycle) for each in found] == [(2, 1), (2, 1)]


def test_the_balance_says_which_turns_end_as_they_are_known():
    kept = book(
        IN_HALVES,
        turn(ANN, JANUARY_25, JANUARY_26),
        turn(BEN, JULY_25, JULY_26, seat=2),
        turn(CLEO, JANUARY_25, MARCH_10, seat=3),
    )

    assert [each.ending for each in balance(kept, JANUARY_26, 2)] == [2, 1]


def test_neither_interim_nor_unserved_turns_nor_seats_taken_away_are_in_the_balance():
    kept = book(
        IN_HALVES,
        turn(ANN, JANUARY_25, MARCH_10, standing="interim"),
        left(BEN, MARCH_10, MARCH_10, seat=2),
        turn(CLEO, JANUARY_25, MARCH_10, seat=4),
    )

    assert [each.ending for each in balance(kept, JANUARY_26, 1)] == [0]


@pytest.mark.parametrize(
    "fields",
    [
        {"stagger_group": ""},
        {"cycle_from": None},
        {"closed_on": JANUARY_26},
        {"began_on": JULY_26},
    ],
)
def test_posts_without_halves_or_a_cycle_or_not_there_are_not_in_the_balance(fields):
    kept = book(replace(IN_HALVES, **fields))

    assert balance(kept, JANUARY_26, 1) == (Share(JANUARY_26, JUNE_30, 0, 0, 0),)


@pytest.mark.parametrize(
    ("served", "holds"),
    [
        (turn(ANN, JANUARY_26, JANUARY_27), True),
        (turn(ANN, JULY_26, JANUARY_27), True),
        (turn(ANN, JULY_26, JULY_27), False),
        (turn(ANN, JULY_26, JULY_27, seat=2), True),
        (turn(ANN, JANUARY_26, JANUARY_27, seat=2), False),
        (turn(ANN, JANUARY_26), False),
        (turn(ANN, JANUARY_26, planned_end_on=JANUARY_27), True),
        (left(ANN, JANUARY_26, MARCH_10), True),
        (left(ANN, JANUARY_26, MARCH_10, JULY_26), False),
        (left(ANN, JANUARY_26, date(2027, 2, 1)), False),
        (turn(ANN, JANUARY_26, JULY_26, standing="interim"), True),
        (turn(ANN, JANUARY_26, JULY_26, seat=4), True),
    ],
)
def test_staggering_holds_where_a_turn_is_to_end_with_its_cycle(served, holds):
    assert (off_cycle(book(IN_HALVES, served), JANUARY_26) == ()) is holds


def test_a_term_that_ends_with_the_post_is_on_its_cycle():
    closing = replace(IN_HALVES, closed_on=MARCH_10)

    assert off_cycle(book(closing, turn(ANN, JANUARY_26)), JANUARY_26) == ()


def test_what_is_off_its_cycle_says_which_end_would_bring_it_back():
    ann = turn(ANN, JULY_26, JULY_27)
    ben = turn(BEN, JANUARY_25, seat=2)

    found = off_cycle(book(IN_HALVES, ann, ben), MARCH_10)

    assert found == (
        OffCycle(IN_HALVES, ann, ends_on=JULY_27, back_on=JANUARY_27),
        OffCycle(IN_HALVES, ben, ends_on=None, back_on=JULY_26),
    )


def test_the_way_back_begins_on_the_day_that_was_asked_about():
    ann = turn(ANN, JULY_25, JULY_27)

    (found,) = off_cycle(book(IN_HALVES, ann), JANUARY_26)

    assert found.back_on == JANUARY_27


@pytest.mark.parametrize(("day", "listed"), [(date(2026, 3, 9), 1), (MARCH_10, 0)])
def test_turns_that_are_over_are_not_looked_at(day, listed):
    kept = book(IN_HALVES, turn(ANN, JANUARY_25, MARCH_10))

    assert len(off_cycle(kept, day)) == listed


def test_without_a_cycle_nothing_is_off_it():
    free = replace(CHAIR, cycle_from=None)

    assert off_cycle(book(free, turn(ANN, MARCH_10)), MARCH_10) == ()
