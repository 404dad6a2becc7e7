"""Days, months and periods."""

from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from intergroup.kit import dates
from intergroup.kit.dates import Period

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 1, 31), True),
        (date(2026, 2, 1), False),
    ],
)
def test_both_ends_of_a_period_are_inside(day, inside):
    assert (day in JANUARY) is inside


def test_a_period_does_not_run_backwards():
    with pytest.raises(ValidationError, match="before it begins"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_a_period_names_every_month_it_touches():
    period = Period(date(2025, 11, 30), date(2026, 2, 1))

    assert period.months == ("2025-11", "2025-12", "2026-01", "2026-02")


def test_a_period_reads_as_two_days():
    assert str(JANUARY) == "Jan. 1, 2026 – Jan. 31, 2026"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 15), 24, date(2028, 1, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_add_months_keeps_to_the_calendar(day, months, later):
    assert dates.add_months(day, months) == later


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_month_holds_its_day_and_begins_on_the_first(day):
    month = dates.month_of(day)

    assert day in month
    assert month.first.day == 1
    assert (month.last + dates.ONE_DAY).day == 1


@pytest.mark.parametrize(
    ("day", "first_month", "first", "last"),
    [
        (date(2026, 6, 30), 1, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2026, 6, 30), 7, date(2025, 7, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), 7, date(2026, 7, 1), date(2027, 6, 30)),
        (date(2026, 1, 1), 12, date(2025, 12, 1), date(2026, 11, 30)),
    ],
)
def test_a_fiscal_year_begins_in_its_month(day, first_month, first, last):
    assert dates.fiscal_year(day, first_month=first_month) == Period(first, last)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_every_day_is_in_its_fiscal_year(day, first_month):
    assert day in dates.fiscal_year(day, first_month=first_month)


@pytest.mark.parametrize(
    ("value", "day_first"),
    [
        ("2026-04-03", False),
        ("4/3/2026", False),
        ("3/4/2026", True),
        ("3.4.2026", True),
        ("03.04.2026", False),
        ("3.4.26", False),
        ("2026/04/03", False),
        ("Apr 3 2026", False),
        ("Apr. 3, 2026", False),
        ("3-Apr-26", False),
        ("03-04-26", True),
        ("3 April 2026", False),
        ("April 3, 2026", False),
        ("Apr 3, 2026", False),
        ("3-Apr-2026", False),
        ("2026-04-03T19:30:00Z", False),
        (" 2026-4-3 ", False),
        (date(2026, 4, 3), False),
        (datetime(2026, 4, 3, 19, 30), False),  # noqa: DTZ001 (a workbook’s own)
    ],
)
def test_a_day_is_read_as_people_write_it(value, day_first):
    assert dates.parse_day(value, day_first=day_first) == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2026-02-30", "not_a_day"),
        ("13/13/2026", "not_a_day"),
        ("soon", "not_a_day"),
        ("", "not_a_day"),
        ("20260403", "not_a_day"),
        ("04.13.2026", "not_a_day"),
        ("2026/04-03", "not_a_day"),
        ("1926-04-03", "impossible_year"),
        ("9999-04-03", "impossible_year"),
    ],
)
def test_what_is_no_day_is_a_sentence(value, code):
    with pytest.raises(ValidationError) as refused:
        dates.parse_day(value)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("column", "answer"),
    [
        (["3/4/2026", "25/4/2026"], True),
        (["3/4/2026", "4/25/2026"], False),
        (["3/4/2026", "4/5/2026"], None),
        (["2026-04-03", ""], None),
        (["25.4.2026", "3/4/2026"], None),
        (["25.4.2026", "4/25/2026"], False),
        (["13/13/2026", "25/4/2026"], True),
        ([], None),
    ],
)
def test_a_column_tells_whether_the_day_comes_first(column, answer):
    assert dates.says_day_first(column) is answer


def test_september_has_two_short_forms():
    assert dates.parse_day("Sept. 5, 2022") == dates.parse_day("sep 5 2022")


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_sentence(text):
    try:
        year = dates.parse_day(text).year
    except ValidationError:
        year = 2026
    assert dates.EARLIEST.year <= year <= 2200


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("19:30", time(19, 30)),
        ("19:30:15", time(19, 30, 15)),
        (" 7:30 PM ", time(19, 30)),
        ("7.30 p.m.", time(19, 30)),
        ("7pm", time(19)),
        ("7 a.m.", time(7)),
        ("12 AM", time(0)),
        ("12:15 pm", time(12, 15)),
        ("noon", time(12)),
        ("12 Noon", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(text, read):
    assert dates.parse_time(text) == read


@pytest.mark.parametrize(
    "text", ["", "7", "24:00", "19:60", "13 pm", "0 am", "7:3", "soon", "7:30 xm"]
)
def test_what_is_no_time_is_a_sentence(text):
    with pytest.raises(ValidationError, match="is not a time of day"):
        dates.parse_time(text)
