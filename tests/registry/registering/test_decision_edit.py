"""Accepting with changes: every proposed value in a box of its own."""

from datetime import time

import pytest
from django.urls import reverse

from intergroup.registry.models import Group
from tests.factories import GroupFactory
from tests.registry.registering.sent import MEETING, form, new_group


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg has signed in."""
    client.force_login(reg)
    return client


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Hope", phone="+1 309 555 0100")


def at(name, sent):
    return reverse(f"registry:{name}", args=[sent.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


def boxes(edited):
    """What a browser would send for the boxes as they are shown."""
    data = {}
    for part in (edited.group, *edited.meetings, *edited.contacts):
        for box in part:
            value = box.value()
            if value not in (None, "", False, []):
                data[box.html_name] = (
                    "on" if value == "yes" and box.name != "is_listed" else value
                )
    return data


def test_every_value_can_be_changed_before_it_is_accepted(as_reg):
    sent = new_group()
    edited = as_reg.get(at("registration-edit", sent)).context["edited"]
    data = boxes(edited) | {"group-name": "Hope at Noon", "meeting0-time": "12:00"}

    as_reg.post(at("registration-edit", sent), data)

    group = Group.objects.get()
    meeting = group.meetings.get()
    assert (group.name, group.member_count, group.is_password_private) == (
        "Hope at Noon",
        8,
        True,
    )
    assert (meeting.time, meeting.location.name) == (time(12), "Trinity Church")
    assert group.contacts.get().person.email == "pat@example.com"


def test_what_is_typed_wrong_stays_and_nothing_is_written(as_reg):
    sent = new_group()
    edited = as_reg.get(at("registration-edit", sent)).context["edited"]
    data = boxes(edited) | {"group-website": "no link at all", "meeting0-day": "9"}

    page = as_reg.post(at("registration-edit", sent), data)

    assert "no link at all" in text_of(page)
    assert "Something is not right yet." in text_of(page)
    assert not Group.objects.exists()


def test_a_meeting_can_be_left_out_by_the_office(as_reg):
    sent = new_group(meetings=[MEETING, {**MEETING, "day": "0"}])
    edited = as_reg.get(at("registration-edit", sent)).context["edited"]

    as_reg.post(at("registration-edit", sent), boxes(edited) | {"meeting1-gone": "on"})

    assert [each.day for each in Group.objects.get().meetings.all()] == [5]


def test_an_edited_change_touches_only_what_differs(as_reg, hope):
    sent = form("change", hope, said={"notes": "Bring a cup"})
    edited = as_reg.get(at("registration-edit", sent)).context["edited"]

    as_reg.post(
        at("registration-edit", sent), boxes(edited) | {"group-notes": "Bring a mug"}
    )

    sent.refresh_from_db()
    assert sent.applied["group"] == {"notes": "Bring a mug"}
    assert hope.changes.filter(field="notes").get().after == "Bring a mug"
