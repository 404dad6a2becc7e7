"""A position in words: the same on the flyer, the page, in packet and office."""

from datetime import date

import pytest

from service.models import Position
from service.reports.positions import (
    month_name,
    months_in_words,
    rotation_in_words,
    sobriety_in_words,
    term_in_words,
)

JANUARY_2025 = date(2025, 1, 1)
JANUARY_15 = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (1, "1 month"),
        (6, "6 months"),
        (12, "1 year"),
        (18, "18 months"),
        (24, "2 years"),
    ],
)
def test_months_in_words(months, words):
    assert months_in_words(months) == words


def test_rotation_is_one_line():
    position = Position(
        term_months=24, cycle_from=JANUARY_2025, most_terms=2, months_off=12
    )

    assert rotation_in_words(position) == (
        "2 years, from January of odd years; "
        "2 terms in a row, then 1 year off (suggested)"
    )


def test_a_term_that_begins_when_it_begins_has_a_length_only():
    assert rotation_in_words(Position(term_months=1)) == "1 month"


@pytest.mark.parametrize(
    ("months", "cycle_from", "words"),
    [
        (24, JANUARY_2025, "2 years, from January of odd years"),
        (24, date(2026, 7, 1), "2 years, from July of even years"),
        (24, JANUARY_15, "2 years, from January 15 of even years"),
        (12, JANUARY_2025, "1 year, from January of each year"),
        (12, JANUARY_15, "1 year, from January 15 of each year"),
        (6, JANUARY_2025, "6 months, from January 2025, every 6 months"),
        (1, JANUARY_2025, "1 month, from January 2025, every month"),
        (36, JANUARY_15, "3 years, from Jan. 15, 2026, every 3 years"),
    ],
)
def test_the_beginning_of_a_term_in_words(months, cycle_from, words):
    position = Position(term_months=months, cycle_from=cycle_from)

    assert term_in_words(position) == words


@pytest.mark.parametrize(
    ("stagger", "seats", "words"),
    [
        ("", 2, "2 years, from January of odd years"),
        ("first", 2, "2 years, from January of odd years"),
        ("second", 1, "2 years, from January of even years"),
        ("seats", 1, "2 years, from January of odd years"),
        (
            "seats",
            2,
            (
                "2 years, half of the seats from January of odd years, "
                "the others from January of even years"
            ),
        ),
    ],
)
def test_halves_in_words(stagger, seats, words):
    position = Position(
        term_months=24, cycle_from=JANUARY_2025, stagger_group=stagger, seats=seats
    )

    assert term_in_words(position) == words


@pytest.mark.parametrize(
    ("most", "off", "words"),
    [
        (None, None, "2 years"),
        (1, None, "2 years; one term, not two in a row (suggested)"),
        (1, 0, "2 years; one term, not two in a row (suggested)"),
        (1, 12, "2 years; one term, then 1 year off (suggested)"),
        (1, 1, "2 years; one term, then 1 month off (suggested)"),
        (2, None, "2 years; at most 2 terms in a row (suggested)"),
        (3, 24, "2 years; 3 terms in a row, then 2 years off (suggested)"),
    ],
)
def test_terms_in_a_row_in_words(most, off, words):
    position = Position(term_months=24, most_terms=most, months_off=off)

    assert rotation_in_words(position) == words


def test_bylaws_are_not_called_a_suggestion():
    position = Position(term_months=12, most_terms=2, is_rotation_binding=True)

    assert rotation_in_words(position) == (
        "1 year; at most 2 terms in a row (in our bylaws)"
    )


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, ""),
        (0, ""),
        (1, "1 month suggested"),
        (60, "5 years suggested"),
    ],
)
def test_sobriety_in_words(months, words):
    assert sobriety_in_words(Position(sobriety_months=months)) == words


@pytest.mark.parametrize(("month", "name"), [(1, "January"), (12, "December")])
def test_a_month_has_a_name(month, name):
    assert month_name(month) == name
