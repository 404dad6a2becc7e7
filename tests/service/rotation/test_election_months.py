"""The month of elections: from when on a term is to be elected."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import election_from
from tests.service.rotation.making import CHAIR, JANUARY_26, JANUARY_27, JULY_26


@pytest.mark.parametrize(
    ("month", "end", "from_on"),
    [
        (11, JANUARY_27, date(2026, 11, 1)),
        (1, JANUARY_27, JANUARY_27),
        (1, date(2026, 12, 31), JANUARY_26),
        (12, date(2026, 11, 30), date(2025, 12, 1)),
        (None, JANUARY_27, None),
    ],
)
def test_elections_begin_with_the_last_such_month_before_the_end(month, end, from_on):
    post = replace(CHAIR, election_month=month)

    assert election_from(post, 1, end) == from_on


@pytest.mark.parametrize(
    ("group", "seat", "months", "from_on"),
    [
        ("seats", 1, 12, date(2025, 12, 1)),
        ("seats", 2, 12, date(2026, 6, 1)),
        ("seats", 2, 24, date(2025, 12, 1)),
        ("seats", 2, 6, date(2026, 3, 1)),
        ("second", 2, 12, date(2025, 12, 1)),
    ],
)
def test_even_seats_of_a_post_in_halves_are_elected_half_a_term_later(
    group, seat, months, from_on
):
    post = replace(
        CHAIR, election_month=12, stagger_group=group, seats=2, term_months=months
    )

    assert election_from(post, seat, JULY_26) == from_on


def test_without_a_cycle_no_seat_is_elected_later_than_another():
    post = replace(
        CHAIR, election_month=12, stagger_group="seats", seats=2, cycle_from=None
    )

    assert election_from(post, 2, JULY_26) == date(2025, 12, 1)
