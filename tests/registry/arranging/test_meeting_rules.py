"""What a meeting must say, and what may stay as a feed said it."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.meeting_rules import settle_group, settle_meeting
from intergroup.registry.models import Group, Location, Meeting

ZOOM = "https://us02web.zoom.us/j/1"
DIALLED = "+1 (253) 215-8782"
DOOR = Location(name="Hall", address="1 Main St, Springfield, OR, USA")
TOWN = Location(region="Oregon", address="Springfield", is_approximate=True)


def meeting(attendance="in_person", **values):
    least = {"day": 5, "time": time(19, 30), "location": DOOR}
    return Meeting(attendance=attendance, **{**least, **values})


def codes(row, **options):
    """Return the code of what is wrong, by field."""
    try:
        settle_meeting(row, **options)
    except ValidationError as error:
        return {name: each[0].code for name, each in error.error_dict.items()}
    return {}


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (meeting(), {}),
        (meeting(location=None), {"location": "no_door"}),
        (meeting(location=TOWN), {"location": "no_door"}),
        (meeting(location=Location(name="Hall")), {"location": "no_door"}),
        (meeting("online", location=TOWN, conference_url=ZOOM), {}),
        (meeting("online", location=None, conference_phone=DIALLED), {}),
        (meeting("online", location=None), {"conference_url": "no_link"}),
        (meeting("hybrid"), {"conference_url": "no_link"}),
        (
            meeting("hybrid", location=None, conference_url=ZOOM),
            {"location": "no_door"},
        ),
        (meeting("phone", location=None), {"conference_phone": "no_number"}),
        (meeting("phone", location=None, conference_phone=DIALLED), {}),
        (meeting("online_for_now", conference_url=ZOOM), {}),
        (
            meeting("online_for_now", location=None),
            {"location": "no_door", "conference_url": "no_link"},
        ),
    ],
    ids=str,
)
def test_a_meeting_says_how_to_get_there(row, wrong):
    assert codes(row) == wrong


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"day": None, "time": None}, {}),
        ({"day": None}, {"day": "no_day"}),
        ({"time": None}, {"time": "no_time"}),
        ({"day": None, "time": None, "weeks": "1"}, {"day": "no_day"}),
        ({"time": time(23), "end_time": time(0, 30)}, {}),
        ({"end_time": time(19, 30)}, {"end_time": "no_length"}),
        ({"day": None, "time": None, "end_time": time(9)}, {"time": "no_time"}),
    ],
    ids=str,
)
def test_a_meeting_has_a_day_and_a_time_or_neither(values, wrong):
    assert codes(meeting(**values)) == wrong


@pytest.mark.parametrize(
    ("link", "is_known"),
    [
        ("https://zoom.us/j/1?pwd=a", True),
        ("https://meet.google.com/abc", True),
        ("https://notzoom.us/j/1", False),
        ("https://example.org/zoom.us", False),
        ("https://zoom.us@example.org/", False),
    ],
)
def test_a_link_is_that_of_a_service_the_finders_know(link, is_known):
    found = codes(meeting("hybrid", conference_url=link))

    assert found == ({} if is_known else {"conference_url": "not_a_provider"})


def test_a_link_that_was_imported_may_stay_as_long_as_it_is_not_touched():
    row = meeting("online", conference_url="https://example.org/room", location=None)

    assert codes(row, changed=["notes", "time"]) == {}
    assert codes(row, changed=["conference_url"]) == {
        "conference_url": "not_a_provider"
    }


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+1 (253) 215-8782", "+12532158782"),
        ("253.215.8782,,123 456#", "2532158782,,123456#"),
        ("+1 253 215 8782,,*1234#", "+12532158782,,*1234#"),
        ("", ""),
        ("call Pat", "not_a_number"),
        ("٢٥٣٢١٥٨٧٨٢", "not_a_number"),
        ("555-1234", "short_number"),
    ],
)
def test_a_telephone_number_is_kept_as_it_is_dialled(typed, kept):
    row = meeting(conference_phone=typed)

    found = codes(row)

    assert found.get("conference_phone", row.conference_phone) == kept


@pytest.mark.parametrize(
    ("service", "typed", "kept"),
    [
        ("venmo", "Friday-Hope", "@Friday-Hope"),
        ("venmo", "@Friday-Hope", "@Friday-Hope"),
        ("venmo", "https://venmo.com/u/Friday-Hope?txn=pay", "@Friday-Hope"),
        ("venmo", "https://account.venmo.com/u/Friday-Hope", "@Friday-Hope"),
        ("square", "cash.app/$FridayHope", "$FridayHope"),
        ("square", "FridayHope", "$FridayHope"),
        ("paypal", "https://www.paypal.me/FridayHope", "FridayHope"),
        ("paypal", "https://paypal.com/paypalme/FridayHope", "FridayHope"),
        ("paypal", "a" * 20, "a" * 20),
        ("homegroup_online", "https://homegroup.online/hope-1", "hope-1"),
        ("homegroup_online", "", ""),
    ],
)
def test_a_payment_address_is_cut_down_to_the_name_in_it(service, typed, kept):
    row, group = meeting(**{service: typed}), Group(**{service: typed})

    settle_meeting(row)
    settle_group(group)

    assert (getattr(row, service), getattr(group, service)) == (kept, kept)


@pytest.mark.parametrize(
    ("service", "typed"),
    [
        ("venmo", "hope@example.org"),
        ("venmo", "https://example.org/hope"),
        ("square", "$Friday Hope"),
        ("paypal", "a" * 21),
        ("paypal", "friday-hope"),
        ("paypal", "@hope"),
    ],
)
def test_what_no_reader_would_show_is_no_payment_name(service, typed):
    with pytest.raises(ValidationError) as refused:
        settle_group(Group(**{service: typed}))

    (error,) = refused.value.error_dict[service]
    assert error.code == "not_a_payment_name"
