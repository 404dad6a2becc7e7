"""Consecutive terms: what counts, and what breaks the chain."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Chain, chain, counts
from tests.service.rotation.making import (
    ANN,
    CHAIR,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_25,
    JULY_26,
    MARCH_10,
    left,
    turn,
)

YEAR_OFF = replace(CHAIR, most_terms=2, months_off=12)
FEBRUARY_25 = date(2025, 2, 1)


@pytest.mark.parametrize(
    ("served", "counted"),
    [
        (turn(ANN, JANUARY_25, JANUARY_26), True),
        (turn(ANN, JANUARY_25), True),
        (turn(ANN, JANUARY_25, JANUARY_26, filled="appointed"), True),
        (left(ANN, JANUARY_25, date(2025, 1, 2), JANUARY_26), True),
        (left(ANN, JANUARY_25, JANUARY_25, JANUARY_26), False),
        (turn(ANN, JANUARY_25, JANUARY_26, standing="interim"), False),
        (turn(ANN, JANUARY_25, JANUARY_26, standing="acting"), False),
        (turn(ANN, FEBRUARY_25, JANUARY_26), False),
        (turn(ANN, JANUARY_25, JANUARY_26, filled="remainder"), False),
        (turn(ANN, JULY_25, JANUARY_26, filled="stepped-up"), False),
        (turn(ANN, JANUARY_25, JANUARY_26, filled="stepped-up"), True),
        (turn(ANN, JANUARY_25, date(2025, 12, 31), filled="stepped-up"), False),
    ],
)
def test_regular_terms_count_and_the_rest_of_a_term_does_not(served, counted):
    assert counts(CHAIR, served) is counted


@pytest.mark.parametrize(
    ("rule", "served", "counted"),
    [
        ("never", turn(ANN, FEBRUARY_25, JANUARY_26), False),
        ("always", turn(ANN, date(2025, 12, 31), JANUARY_26), True),
        ("always", left(ANN, JULY_25, JULY_25, JANUARY_26), False),
        ("always", turn(ANN, JULY_25, JANUARY_26, standing="interim"), False),
        ("half", turn(ANN, date(2025, 7, 2), JANUARY_26), True),  # 183 of 365 days
        ("half", turn(ANN, date(2025, 7, 3), JANUARY_26), False),  # 182 of 365 days
        ("half", turn(ANN, date(2024, 7, 2), JANUARY_25), True),  # 183 of 365 days
        ("half", turn(ANN, FEBRUARY_25), True),  # as it would end with its cycle
        ("half", left(ANN, FEBRUARY_25, JULY_25, JANUARY_26), False),  # 150 days
    ],
)
def test_the_rest_of_a_term_counts_as_the_body_says(rule, served, counted):
    post = replace(CHAIR, remainder_counts=rule)

    assert counts(post, served) is counted


def test_exactly_half_a_term_is_not_longer_than_half():
    post = replace(CHAIR, term_months=24, remainder_counts="half", cycle_from=None)
    half = turn(ANN, date(2025, 3, 1), date(2026, 3, 1), filled="remainder")

    assert counts(post, half) is False  # 365 of 730 days


def test_without_a_cycle_only_what_is_called_a_remainder_is_one():
    post = replace(CHAIR, cycle_from=None)

    assert counts(post, turn(ANN, FEBRUARY_25, JANUARY_26)) is True


def test_nobody_who_never_served_has_a_chain():
    assert chain(YEAR_OFF, [], JANUARY_26) == Chain(0, None, None)


def test_two_terms_without_a_day_between_are_consecutive():
    first, second = (
        turn(ANN, JANUARY_25, JANUARY_26),
        turn(ANN, JANUARY_26, JANUARY_27, seat=2),
    )

    found = chain(CHAIR, [second, first], JANUARY_27)

    assert found == Chain(2, JANUARY_27, date(2027, 1, 2))


@pytest.mark.parametrize(
    ("begins_on", "terms"), [(JANUARY_26, 1), (date(2026, 1, 2), 0)]
)
def test_without_a_time_off_one_day_breaks_the_chain(begins_on, terms):
    served = [turn(ANN, JANUARY_25, JANUARY_26)]

    assert chain(CHAIR, served, begins_on).terms == terms


@pytest.mark.parametrize(
    ("begins_on", "found"),
    [
        (date(2026, 12, 31), Chain(1, JANUARY_26, JANUARY_27)),
        (JANUARY_27, Chain()),
    ],
)
def test_a_gap_shorter_than_the_time_off_continues_the_chain(begins_on, found):
    served = [turn(ANN, JANUARY_25, JANUARY_26)]

    assert chain(YEAR_OFF, served, begins_on) == found


@pytest.mark.parametrize(
    ("began_on", "terms"), [(date(2025, 12, 31), 2), (JANUARY_26, 1)]
)
def test_a_gap_between_two_turns_breaks_the_chain_when_it_is_long_enough(
    began_on, terms
):
    served = [
        turn(ANN, date(2024, 1, 1), JANUARY_25),
        turn(ANN, began_on, JANUARY_27),
    ]
    post = replace(YEAR_OFF, remainder_counts="always")

    assert chain(post, served, JANUARY_27).terms == terms


def test_the_time_off_after_the_31st_ends_with_a_short_month():
    post = replace(YEAR_OFF, months_off=6)

    found = chain(post, [turn(ANN, JANUARY_25, date(2025, 8, 31))], JANUARY_26)

    assert found.free_on == date(2026, 2, 28)


def test_who_serves_in_the_interim_is_not_off_though_it_does_not_count():
    served = [
        turn(ANN, JANUARY_25, JANUARY_26),
        turn(ANN, JANUARY_26, JULY_26, standing="interim"),
    ]

    assert chain(CHAIR, served, JULY_26) == Chain(1, JULY_26, date(2026, 7, 2))


def test_who_only_acts_for_the_holder_is_off():
    served = [
        turn(ANN, JANUARY_25, JANUARY_26),
        turn(ANN, JANUARY_26, JULY_26, standing="acting"),
    ]

    assert chain(CHAIR, served, JULY_26) == Chain()


def test_who_withdrew_before_serving_was_off():
    served = [
        turn(ANN, JANUARY_25, JANUARY_26),
        left(ANN, MARCH_10, MARCH_10),
    ]

    assert chain(YEAR_OFF, served, JULY_26) == Chain(1, JANUARY_26, JANUARY_27)


def test_what_begins_later_is_not_looked_at():
    served = [turn(ANN, JANUARY_26, JANUARY_27)]

    assert chain(CHAIR, served, JANUARY_26) == Chain()


def test_who_serves_with_an_open_end_would_leave_for_the_next_term():
    served = [turn(ANN, JANUARY_25)]

    assert chain(CHAIR, served, JULY_26) == Chain(1, JULY_26, date(2026, 7, 2))


def test_who_serves_longer_than_that_day_is_free_after_the_end():
    served = [turn(ANN, JANUARY_25, JANUARY_27)]

    assert chain(YEAR_OFF, served, JULY_26) == Chain(1, JANUARY_27, date(2028, 1, 1))


def test_a_long_turn_holds_the_chain_over_a_short_one_in_another_seat():
    served = [
        turn(ANN, JANUARY_25, JANUARY_27),
        turn(ANN, JULY_25, JANUARY_26, seat=2),
    ]

    assert chain(CHAIR, served, JANUARY_27) == Chain(1, JANUARY_27, date(2027, 1, 2))
