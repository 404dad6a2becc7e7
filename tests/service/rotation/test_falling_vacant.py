"""What is vacant, or will be soon, with nobody to follow."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Vacancy, falling_vacant
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    SUCCESSOR,
    book,
    left,
    turn,
)

JUNE_8 = date(2026, 6, 8)  # 90 days after 10 March


def test_a_seat_that_is_vacant_says_since_when():
    kept = book(CHAIR, turn(ANN, JANUARY_25, JANUARY_26))

    assert falling_vacant(kept, MARCH_10, 90) == (
        Vacancy(CHAIR, 1, JANUARY_26, None, None),
    )


def test_a_seat_that_nobody_ever_had_is_vacant_since_nobody_knows_when():
    assert falling_vacant(book(CHAIR), MARCH_10, 0) == (
        Vacancy(CHAIR, 1, None, None, None),
    )


@pytest.mark.parametrize(
    ("ends_on", "falls_on"),
    [
        (MARCH_10, [MARCH_10]),
        (JUNE_8, [JUNE_8]),
        (date(2026, 6, 9), []),
        (None, []),
    ],
)
def test_a_seat_falls_vacant_on_the_first_day_without_the_person(ends_on, falls_on):
    kept = book(CHAIR, turn(ANN, JANUARY_26, ends_on))

    assert [each.falls_on for each in falling_vacant(kept, MARCH_10, 90)] == falls_on


def test_who_serves_until_then_is_named():
    ann = turn(ANN, JANUARY_26, JUNE_8)

    assert falling_vacant(book(CHAIR, ann), MARCH_10, 90) == (
        Vacancy(CHAIR, 1, JUNE_8, ann, None),
    )


@pytest.mark.parametrize(
    ("begins_on", "vacant"),
    [(date(2026, 4, 1), 0), (JUNE_8, 0), (date(2026, 6, 9), 1)],
)
def test_a_seat_somebody_will_take_in_these_days_is_not_listed(begins_on, vacant):
    ben = turn(BEN, begins_on, JANUARY_27)
    kept = book(CHAIR, turn(ANN, JANUARY_26, date(2026, 4, 1)), ben)

    found = falling_vacant(kept, MARCH_10, 90)

    assert [each.followed_by for each in found] == [ben] * vacant


def test_where_an_alternate_steps_up_the_seat_of_the_alternate_falls_vacant():
    ben = turn(BEN, JANUARY_26, JANUARY_27, post=2)
    kept = book(CHAIR, ALTERNATE, left(ANN, JANUARY_26, JULY_26), ben)

    found = falling_vacant(kept, MARCH_10, 120)

    assert [(each.post, each.falls_on) for each in found] == [(ALTERNATE, JULY_26)]


def test_a_seat_counts_as_followed_by_who_always_steps_up():
    ann = turn(ANN, JANUARY_26, JANUARY_27)
    ben = turn(BEN, JANUARY_26, JANUARY_27, post=2)

    found = falling_vacant(book(CHAIR, SUCCESSOR, ann, ben), date(2026, 12, 1), 90)

    assert [each.post for each in found] == [SUCCESSOR]


@pytest.mark.parametrize(
    ("fields", "vacant"),
    [
        ({"closed_on": MARCH_10}, 0),
        ({"closed_on": JULY_26}, 1),
        ({"began_on": JUNE_8}, 1),
        ({"began_on": date(2026, 6, 9)}, 0),
        ({"seats": 2}, 2),
    ],
)
def test_seats_are_vacant_while_the_post_is_open(fields, vacant):
    post = replace(CHAIR, **fields)

    assert len(falling_vacant(book(post), MARCH_10, 90)) == vacant


def test_a_post_that_closes_as_the_term_ends_does_not_fall_vacant():
    post = replace(CHAIR, closed_on=JUNE_8)

    assert falling_vacant(book(post, turn(ANN, JANUARY_26)), MARCH_10, 90) == ()


def test_a_seat_that_was_taken_away_does_not_fall_vacant():
    kept = book(CHAIR, turn(ANN, JANUARY_26), turn(BEN, JANUARY_26, JUNE_8, seat=2))

    assert falling_vacant(kept, MARCH_10, 90) == ()


def test_who_acts_keeps_no_seat_from_being_vacant():
    kept = book(CHAIR, turn(ANN, JANUARY_26, standing="acting"))

    assert len(falling_vacant(kept, MARCH_10, 90)) == 1
