"""Every public address, with words planted in every text: none of them comes out."""

import contextlib
from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse

from intergroup.registry.urls import PAGES
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
)

SURNAME, PHONE, EMAIL, SECRET = (
    "Zebuline Achterberg",
    "408-555-0142",
    "zebuline.achterberg@gmail.com",
    "s3cr3t99",
)
PLANTED = (*SURNAME.split(), PHONE, "5550142", EMAIL, SECRET)
TEXT = f"Contact: {SURNAME}, {PHONE}, {EMAIL}. Passcode: {SECRET}"
SLUG = "friday-hope-planted"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _planted():
    BodyFactory()
    DirectoryFactory(has_contacts=True)
    zebuline = PersonFactory(first_name="Zebuline", phone=PHONE, email=EMAIL)
    group = GroupFactory(
        number=12,
        name="Friday Hope",
        notes=TEXT,
        is_password_private=True,
        verified_on=date(2026, 1, 1),
    )
    GroupContactFactory(group=group, person=zebuline, postal_address=TEXT)
    RepresentativeFactory(group=group, person=zebuline)
    MeetingFactory(
        slug=SLUG,
        group=group,
        location=LocationFactory(notes=TEXT),
        notes=TEXT,
        conference_url=f"https://zoom.us/j/123?pwd={SECRET}",
        conference_url_notes=TEXT,
        conference_phone_notes=TEXT,
        extra={"more": [TEXT], "entity_phone": TEXT, "feedback_url": TEXT},
    )


def public_addresses():
    """Every address of the register outside the office, for the meeting and group."""
    found = set()
    for pattern in PAGES:
        for args in ([], [SLUG], [12]):
            with contextlib.suppress(NoReverseMatch):
                found.add(reverse(f"registry:{pattern.name}", args=args))
    return sorted(each for each in found if not each.startswith("/office/"))


def test_nothing_planted_comes_out_of_any_public_address(client):
    addresses = public_addresses()

    given = {each: client.get(each) for each in addresses}

    read = {
        each: answer.content.decode(errors="replace")
        for each, answer in given.items()
        if answer.status_code == 200
    }
    out = {
        (each, word) for each, text in read.items() for word in PLANTED if word in text
    }
    assert out == set()
    assert {"/meetings/", f"/meetings/{SLUG}/", "/feeds/tsml.csv"} <= set(read)


def test_what_is_not_planted_does_come_out(client):
    page = client.get(f"/meetings/{SLUG}/").content.decode()

    assert "Friday Hope" in page
    assert "[…]" in page


def test_the_register_of_groups_as_a_spreadsheet_has_no_free_text(as_sam):
    sent = {"format": "0", "resource": "0"}

    file = as_sam.post(reverse("admin:registry_group_export"), sent).content.decode()

    assert "Friday Hope" in file
    assert [word for word in PLANTED if word in file] == []
