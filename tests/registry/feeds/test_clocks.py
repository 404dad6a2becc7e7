"""Times of day and instants, as feeds write them."""

from datetime import UTC, datetime, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.feeds.clocks import (
    ends_at,
    read_instant,
    read_span,
    read_time,
)

HALF_PAST_SEVEN = time(19, 30)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("11:00 AM", time(11)),
        ("8:00 PM", time(20)),
        ("19:30", HALF_PAST_SEVEN),
        ("19:30:00", HALF_PAST_SEVEN),
        ("7:30pm", HALF_PAST_SEVEN),
        ("7:30 p.m.", HALF_PAST_SEVEN),
        ("7.30 pm", HALF_PAST_SEVEN),
        ("7:30P", HALF_PAST_SEVEN),
        ("19h30", HALF_PAST_SEVEN),
        ("19h", time(19)),
        ("1930", HALF_PAST_SEVEN),
        (1930, HALF_PAST_SEVEN),
        ("700", time(7)),
        ("7pm", time(19)),
        ("7 PM", time(19)),
        ("12:00 PM", time(12)),
        ("12:15 am", time(0, 15)),
        ("13:00 PM", time(13)),
        ("0:30 pm", time(12, 30)),
        ("noon", time(12)),
        ("12 Noon", time(12)),
        ("Midnight", time(0)),
        ("24:00", time(0)),
        ("2021-03-01 19:30:00", HALF_PAST_SEVEN),
        ("1970-01-01T19:30:00.000Z", HALF_PAST_SEVEN),
        (0.8125, HALF_PAST_SEVEN),
        (time(19, 30, 15), HALF_PAST_SEVEN),
        (datetime(1900, 1, 1, 19, 30), HALF_PAST_SEVEN),  # noqa: DTZ001
    ],
)
def test_a_time_is_read_however_it_is_written(written, clock):
    assert read_time(written) == clock


@pytest.mark.parametrize("written", [None, "", "  ", "by appointment", "Varies"])
def test_no_time_is_by_appointment(written):
    assert read_time(written) is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("25:99", "25:99"),
        ("24:30", "24:30"),
        ("12:60", "12:60"),
        ("evening", "evening"),
        ("7", "7"),
        (7, "7"),
        (True, "true"),
        (["19:30"], '["19:30"]'),
        ("2021-03-01", "2021-03-01"),
    ],
)
def test_a_wrong_time_is_refused_in_a_sentence(written, shown):
    with pytest.raises(ValidationError) as refused:
        read_time(written)

    sentence = f"“{shown}” is not a time of day. Write it as 19:30 or 7:30 PM."
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("19:30", (HALF_PAST_SEVEN, None)),
        ("7:30 PM - 8:30 PM", (HALF_PAST_SEVEN, time(20, 30))),
        ("7:30-8:30pm", (HALF_PAST_SEVEN, time(20, 30))),
        ("11:30 am to 12:30 pm", (time(11, 30), time(12, 30))),
        ("19:30–20:30", (HALF_PAST_SEVEN, time(20, 30))),
        ("", (None, None)),
    ],
)
def test_a_time_may_hold_the_end_as_well(written, span):
    assert read_span(written) == span


@pytest.mark.parametrize(
    ("begins", "lasts", "ends"),
    [
        ("19:00:00", "01:30:00", time(20, 30)),
        ("23:30", "1:00", time(0, 30)),
        ("19:00", "", None),
        ("19:00", "00:00:00", None),
        ("soon", "01:00", None),
    ],
)
def test_an_end_follows_from_how_long_it_lasts(begins, lasts, ends):
    assert ends_at(begins, lasts) == ends


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2014-05-31 14:32:23", datetime(2014, 5, 31, 14, 32, 23, tzinfo=UTC)),
        ("2022-08-25T11:17:07Z", datetime(2022, 8, 25, 11, 17, 7, tzinfo=UTC)),
        ("2022-08-25T11:17:07-06:00", datetime(2022, 8, 25, 17, 17, 7, tzinfo=UTC)),
        ("8/25/2022 11:17:07 AM", datetime(2022, 8, 25, 11, 17, 7, tzinfo=UTC)),
        ("9/8/2022 1:41:27 PM", datetime(2022, 9, 8, 13, 41, 27, tzinfo=UTC)),
        ("8/28/2021", datetime(2021, 8, 28, tzinfo=UTC)),
        ("August 28, 2021", datetime(2021, 8, 28, tzinfo=UTC)),
        (1_600_000_000, datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)),
        (1_600_000_000_000, datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)),
        (None, None),
        ("", None),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_an_instant_is_read_as_universal_time(written, instant):
    assert read_instant(written, day_first=False) == instant


def test_the_third_of_april_is_read_so_where_days_come_first():
    found = read_instant("3/4/2026", day_first=True)

    assert found == datetime(2026, 4, 3, tzinfo=UTC)


@pytest.mark.parametrize("written", ["yesterday", 10**400, 1e300, "0001-01-01T00:00Z"])
def test_what_is_no_instant_is_refused(written):
    with pytest.raises(ValidationError):
        read_instant(written, day_first=False)
