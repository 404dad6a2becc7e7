"""What breaks the contract of a feed: the field that is told, and no other."""

import pytest

from intergroup.registry.feeds.contract import Breach, breaches
from intergroup.registry.feeds.profiles import TSML

MISSING = object()
ZOOM = "https://zoom.us/j/123456789"


def row(**cells):
    """A row that breaks nothing, and what the test changes; MISSING takes away."""
    least = {
        "name": "Friday Hope",
        "slug": "friday-hope",
        "day": 5,
        "time": "19:30",
        "timezone": "America/Chicago",
        "types": ["O", "D"],
        "formatted_address": "1 Main St, Springfield, OR 97477, USA",
        "approximate": "no",
    }
    return {
        name: each for name, each in {**least, **cells}.items() if each is not MISSING
    }


def fields(*rows):
    return [each.field for each in breaches(list(rows))]


def test_a_row_that_keeps_the_contract_is_not_told():
    online = {"approximate": "yes", "conference_url": ZOOM, "slug": "other"}

    assert breaches([row(), row(**online)]) == []


def test_a_breach_names_the_meeting_and_the_rule():
    (found,) = breaches([row(time="7:30 PM")])

    assert found == Breach(
        1, "Friday Hope", "time", "A time is written with 24 hours: 19:30."
    )
    assert str(found) == (
        "1 “Friday Hope”, time: A time is written with 24 hours: 19:30."
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", MISSING),
        ("name", "x" * 256),
        ("name", "Meeting"),
        ("name", "<b>Hope</b>"),
        ("slug", MISSING),
        ("slug", "x" * 65),
        ("slug", "friday hope"),
        ("day", 7),
        ("day", "Friday"),
        ("day", True),
        ("time", "7:30 PM"),
        ("end_time", "25:00"),
        ("end_time", "23:00"),
        ("timezone", MISSING),
        ("timezone", "Central"),
        ("updated", "8/16/2021"),
        ("approximate", "maybe"),
        ("latitude", "44.05"),
        ("longitude", 181),
        ("region", "District 5"),
        ("types", "O, D"),
        ("types", ["O", "DISC"]),
        ("types", ["O", "C"]),
        ("conference_url", "https://meet.example.org/hope"),
        ("conference_url_notes", "Password: 1"),
        ("conference_phone", "555-0100"),
        ("venmo", "hope"),
        ("square", "hope"),
        ("paypal", "https://paypal.me/hope"),
        ("entity_url", "ha.example.org"),
        ("feedback_emails", "list@ha.example.org"),
        ("url", "/meetings/friday-hope/"),
        ("notes", "Ring&nbsp;twice"),
        ("contact_1_name", "John Smith"),
    ],
)
def test_what_readers_stumble_over_is_told_by_its_field(field, value):
    known = {"entity": "Test Area"} if field == "entity_url" else {}

    assert fields(row(**{field: value}, **known)) == [field]


def test_a_day_without_a_time_is_told():
    assert fields(row(time=MISSING)) == ["time"]


def test_a_meeting_by_appointment_needs_neither_day_nor_time():
    assert fields(row(day=MISSING, time=MISSING)) == []


def test_rows_with_the_same_slug_are_both_told():
    assert fields(row(), row()) == ["slug", "slug"]


def test_two_rows_with_several_days_stop_a_reader_and_one_does_not():
    one, two = row(day=[1, 3]), row(day=[2, 4], slug="other")

    alone, (first, _second) = breaches([one]), breaches([one, two])

    assert [each.sentence for each in alone] == [
        "A list of days: write a row for each day."
    ]
    assert "tsml-ui then shows nothing" in first.sentence


@pytest.mark.parametrize(
    "cells",
    [
        {"approximate": "yes"},
        {"types": ["TC"]},
        {"types": ["TC"], "conference_phone": "+1 (555) 0"},
        {"approximate": "yes", "conference_url": "https://meet.example.org/hope"},
    ],
)
def test_a_meeting_that_nobody_can_get_to_is_inactive(cells):
    assert fields(row(**cells))[-1] == ""


def test_a_place_that_is_not_said_to_be_exact_is_told():
    assert fields(row(approximate=MISSING, conference_url=ZOOM)) == ["approximate"]


def test_an_exact_place_without_its_country_is_told():
    assert fields(row(formatted_address="1 Main St, Springfield")) == ["country"]
    assert fields(row(formatted_address="1 Main St", country="US")) == []


def test_a_web_site_under_the_name_that_no_reader_knows_is_told():
    site = {"entity": "Test Area", "entity_website_url": "https://ha.example.org"}

    assert fields(row(**site)) == ["entity_url"]


def test_who_publishes_needs_a_name():
    assert fields(row(entity_url="https://ha.example.org")) == ["entity"]


def test_the_codes_of_tsml_are_right_in_its_own_profile():
    said = row(types=["O", "DISC", "ES", "ONL"])

    assert breaches([said], TSML) == []
    assert [each.field for each in breaches([said])] == ["types", "types"]


def test_a_plain_name_is_right_for_tsml_and_an_unknown_code_is_not():
    assert breaches([row(types=["Big Book"])], TSML) == []
    assert len(breaches([row(types=["BB"])], TSML)) == 1


@pytest.mark.parametrize("rows", [{}, None, "[]", 7])
def test_what_is_no_list_is_no_feed(rows):
    (found,) = breaches(rows)

    assert found.sentence == "A feed is one list of meetings: […]."


@pytest.mark.parametrize("odd", [None, 7, "Hope", [1], True])
def test_what_is_no_meeting_is_told(odd):
    (found,) = breaches([odd])

    assert found.sentence == "This is not a meeting."


@pytest.mark.parametrize("odd", [None, [], {}, 1.5, True, "\0", [None], {"a": 1}])
def test_no_value_stops_the_check(odd):
    broken = dict.fromkeys(row(), odd)

    assert all(isinstance(each, Breach) for each in breaches([broken, row()]))
