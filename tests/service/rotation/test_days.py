"""Months, added and counted in steps."""

from datetime import date

import pytest

from service.rotation.days import add_months, next_step

AUGUST_31 = date(2025, 8, 31)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 1), 12, date(2027, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_last_of_the_month(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("after", "step"),
    [
        (date(2025, 8, 30), AUGUST_31),
        (AUGUST_31, date(2026, 2, 28)),
        (date(2026, 2, 27), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 8, 31)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2025, 2, 28), AUGUST_31),
        (date(2025, 2, 27), date(2025, 2, 28)),
        (date(1999, 12, 31), date(2000, 2, 29)),
    ],
)
def test_next_step_goes_both_ways_and_a_short_month_moves_no_later_day(after, step):
    assert next_step(AUGUST_31, 6, after=after) == step


def test_next_step_goes_a_long_way():
    assert next_step(date(1990, 1, 1), 1, after=date(2026, 3, 10)) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("after", "step"),
    [
        (date(2026, 2, 10), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2027, 2, 28)),
        (date(2027, 9, 1), date(2028, 2, 29)),
    ],
)
def test_next_step_counts_from_the_offset(after, step):
    assert next_step(AUGUST_31, 12, after=after, offset=6) == step
