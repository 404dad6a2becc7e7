"""The cycle: when a term regularly ends, and what is only the rest of one."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import (
    Post,
    is_regular,
    is_remainder,
    left_early,
    planned_end,
    regular_end,
)
from tests.service.rotation.making import (
    ANN,
    CHAIR,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_25,
    JULY_26,
    JULY_27,
    MARCH_10,
    turn,
)

FREE = Post(key=1, term_months=12)
TWO_YEARS = replace(CHAIR, term_months=24)
LEAP_DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("post", "began_on", "ends_on"),
    [
        (FREE, MARCH_10, date(2027, 3, 10)),
        (FREE, LEAP_DAY, date(2025, 2, 28)),
        (replace(FREE, term_months=6), date(2025, 8, 31), date(2026, 2, 28)),
        (CHAIR, JANUARY_26, JANUARY_27),
        (CHAIR, MARCH_10, JANUARY_27),
        (CHAIR, date(2025, 12, 31), JANUARY_26),
        (CHAIR, date(2019, 5, 4), date(2020, 1, 1)),
        (TWO_YEARS, JANUARY_26, JANUARY_27),
        (TWO_YEARS, JANUARY_27, date(2029, 1, 1)),
        (replace(CHAIR, cycle_from=LEAP_DAY), date(2027, 9, 1), date(2028, 2, 29)),
        (replace(CHAIR, cycle_from=LEAP_DAY), LEAP_DAY, date(2025, 2, 28)),
    ],
)
def test_regular_end_is_a_term_later_or_the_next_regular_beginning(
    post, began_on, ends_on
):
    assert regular_end(post, 1, began_on) == ends_on


@pytest.mark.parametrize(
    ("group", "seat", "ends_on"),
    [
        ("", 2, JANUARY_27),
        ("first", 1, JANUARY_27),
        ("first", 2, JANUARY_27),
        ("second", 1, JULY_26),
        ("second", 2, JULY_26),
        ("seats", 1, JANUARY_27),
        ("seats", 2, JULY_26),
        ("seats", 3, JANUARY_27),
    ],
)
def test_the_second_half_begins_half_a_term_later(group, seat, ends_on):
    post = replace(CHAIR, stagger_group=group, seats=3)

    assert regular_end(post, seat, MARCH_10) == ends_on


def test_half_of_an_odd_term_is_rounded_down():
    post = replace(CHAIR, term_months=9, stagger_group="second")

    assert regular_end(post, 1, JANUARY_25) == date(2025, 5, 1)


def test_without_a_cycle_there_are_no_halves():
    post = replace(FREE, stagger_group="second")

    assert regular_end(post, 1, MARCH_10) == date(2027, 3, 10)


@pytest.mark.parametrize(
    ("post", "day", "regular"),
    [
        (CHAIR, JANUARY_26, True),
        (CHAIR, date(2026, 1, 2), False),
        (CHAIR, date(2025, 12, 31), False),
        (TWO_YEARS, JANUARY_26, False),
        (TWO_YEARS, date(2021, 1, 1), True),
        (FREE, MARCH_10, True),
    ],
)
def test_regular_days_lie_a_term_apart_and_without_a_cycle_every_day_is_one(
    post, day, regular
):
    assert is_regular(post, 1, day) is regular


@pytest.mark.parametrize(
    ("post", "began_on", "ends_on", "remainder"),
    [
        (CHAIR, JANUARY_26, None, False),
        (CHAIR, JANUARY_26, JANUARY_27, False),
        (CHAIR, JANUARY_26, date(2026, 12, 31), True),
        (CHAIR, date(2026, 1, 2), None, True),
        (CHAIR, MARCH_10, date(2027, 3, 10), False),
        (FREE, MARCH_10, None, False),
        (FREE, MARCH_10, date(2027, 3, 9), True),
        (FREE, MARCH_10, date(2027, 3, 10), False),
    ],
)
def test_a_remainder_is_shorter_than_a_regular_term(post, began_on, ends_on, remainder):
    assert is_remainder(post, 1, began_on, ends_on) is remainder


@pytest.mark.parametrize(
    ("post", "began_on", "ends_on", "planned"),
    [
        (CHAIR, JANUARY_26, None, JANUARY_27),
        (CHAIR, JANUARY_26, JULY_26, JANUARY_27),
        (CHAIR, JANUARY_26, JANUARY_26, JANUARY_27),
        (CHAIR, JANUARY_25, JANUARY_27, JANUARY_27),
        (CHAIR, JANUARY_25, MARCH_10, JANUARY_27),
        (FREE, JULY_25, None, JULY_26),
        (FREE, JULY_25, JULY_25, JULY_26),
        (FREE, JULY_25, JANUARY_26, JULY_26),
        (FREE, JULY_25, JULY_26, JULY_26),
        (FREE, JULY_25, date(2026, 7, 2), JULY_27),
    ],
)
def test_an_end_that_nobody_planned_is_the_next_regular_one(
    post, began_on, ends_on, planned
):
    open_ended = turn(ANN, began_on, ends_on, planned_end_on=None)

    assert planned_end(post, open_ended) == planned


@pytest.mark.parametrize(
    ("ends_on", "early"),
    [
        (date(2026, 12, 31), True),
        (JANUARY_27, False),
        (date(2027, 1, 2), False),
        (None, False),
    ],
)
def test_who_goes_before_the_planned_end_has_left_early(ends_on, early):
    planned = turn(ANN, JANUARY_26, ends_on, planned_end_on=JANUARY_27)

    assert left_early(CHAIR, planned) is early
