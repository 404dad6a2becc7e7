"""What the public reads of a text in which somebody is named."""

from datetime import UTC, date, datetime

import pytest

from intergroup.registry.actions.looking import decide, look_over
from intergroup.registry.models import Finding
from intergroup.registry.publishing import published
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
)

FEBRUARY_1 = date(2026, 2, 1)
NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
SHOW, HIDE = Finding.Decision.PUBLISH, Finding.Decision.WITHHOLD
LINK = "https://zoom.us/j/123?pwd=abc"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _public():
    BodyFactory(website="https://www.ha.example", email="office@ha.example")
    DirectoryFactory(phone="+1-309-555-0100")


def only():
    """The one meeting that everybody may read."""
    return published(FEBRUARY_1).meetings[0]


def test_a_surname_is_held_back_until_somebody_has_decided(sam):
    MeetingFactory(group=GroupFactory(), notes="Contact: Jane Doe, room 5")
    assert only().notes == "Contact: […], room 5"

    decide(look_over(at=NOON), SHOW, decided_at=NOON, decided_by=sam)

    assert only().notes == "Contact: Jane Doe, room 5"


def test_what_stays_hidden_is_still_held_back(sam):
    MeetingFactory(group=GroupFactory(), notes="Contact: Jane Doe, room 5")

    decide(look_over(at=NOON), HIDE, decided_at=NOON, decided_by=sam)

    assert only().notes == "Contact: […], room 5"


def test_a_decision_is_about_one_text_only(sam):
    group = GroupFactory(notes="Founded by Jane Doe")
    MeetingFactory(group=group, notes="Contact: Jane Doe")
    found = look_over([group], at=NOON)

    decide(found, SHOW, decided_at=NOON, decided_by=sam)

    assert (only().group.notes, only().notes) == (
        "Founded by Jane Doe",
        "Contact: […]",
    )


def test_every_free_text_is_read():
    held = "Jane Doe 408-555-0142 jane.doe@gmail.com"
    MeetingFactory(
        group=GroupFactory(notes=held),
        location=LocationFactory(notes=held),
        notes=held,
        conference_url_notes=held,
        conference_phone_notes=held,
        extra={"more": [held, {"deep": held}], "count": 2},
    )

    read = only()

    hidden = "[…] […] […]"
    texts = [read.notes, read.conference_url_notes, read.conference_phone_notes]
    assert [*texts, read.group.notes, read.place.notes] == [hidden] * 5
    assert read.extra == {"more": [hidden, {"deep": hidden}], "count": 2}


def test_names_are_shown_because_a_group_is_found_by_its_name():
    group = GroupFactory(name="Jane Doe Fridays")
    place = LocationFactory(name="At Jane Doe")
    MeetingFactory(group=group, location=place, name="Jane Doe Fridays")

    read = only()

    assert (read.name, read.group.name, read.place.name) == (
        "Jane Doe Fridays",
        "Jane Doe Fridays",
        "At Jane Doe",
    )


def test_a_password_is_hidden_where_the_group_keeps_it():
    group = GroupFactory(is_password_private=True)
    MeetingFactory(
        group=group,
        conference_url=LINK,
        conference_phone="+16699009128,,81292767657#,,,,*891647#",
        conference_url_notes="Passcode: 99",
    )

    read = only()

    assert (read.conference_url, read.conference_url_notes) == (
        "https://zoom.us/j/123",
        "Passcode: […]",
    )
    assert read.conference_phone == "+16699009128,,81292767657#"


def test_a_password_is_shown_where_the_group_does_not_mind():
    MeetingFactory(
        group=GroupFactory(), conference_url=LINK, conference_url_notes="Passcode: 99"
    )

    read = only()

    assert (read.conference_url, read.conference_url_notes) == (LINK, "Passcode: 99")


def test_what_the_group_publishes_in_boxes_may_stand_in_its_notes():
    said = "Call (408) 555-0142, write to jane.doe@gmail.com"
    group = GroupFactory(phone="+1 408 555 0142", email="jane.doe@gmail.com")
    MeetingFactory(group=group, notes=said)

    assert only().notes == said


def test_the_helpline_and_the_mailboxes_of_the_body_are_nobodys():
    said = "Helpline (309) 555-0100, or pat@ha.example"
    MeetingFactory(group=GroupFactory(), notes=said)

    assert only().notes == said


@pytest.mark.parametrize(
    ("agreed_on", "expected"),
    [(date(2026, 1, 2), "Call 408-555-0142"), (None, "Call […]")],
    ids=["agreed", "not-agreed"],
)
def test_a_number_is_shown_once_its_person_agreed(agreed_on, expected):
    PersonFactory(phone="408-555-0142", phone_agreed_on=agreed_on)
    MeetingFactory(group=GroupFactory(), notes="Call 408-555-0142")

    assert only().notes == expected


def test_a_rare_first_name_is_known_from_those_who_serve():
    PersonFactory(first_name="Zebuline")
    MeetingFactory(group=GroupFactory(), notes="Zebuline Achterberg has the key")

    assert only().notes == "[…] has the key"


def test_reading_costs_the_same_for_one_meeting_and_for_many(
    django_assert_num_queries,
):
    for _each in range(3):
        MeetingFactory(group=GroupFactory(), notes="Contact: Jane Doe")
    look_over(at=NOON)
    people_and_decisions = 2

    with django_assert_num_queries(9 + people_and_decisions):
        published(FEBRUARY_1)
