"""The office’s pages of people and contacts: what they show, and what they never do."""

from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from intergroup.registry.models import Person
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)

LONG_AGO, LATER = date(2020, 1, 1), date(2021, 1, 1)
PHONE, EMAIL = "408-555-0142", "jo@example.net"

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo():
    """Jo, who can be reached, and agreed that it may be shown."""
    agreed = {"listing_agreed_on": LONG_AGO, "phone_agreed_on": LONG_AGO}
    return PersonFactory(first_name="Jo", phone=PHONE, email=EMAIL, **agreed)


def address(name, row=None):
    """Where a page of the register’s admin is."""
    return reverse(f"admin:registry_{name}", args=[row.pk] if row else [])


def test_no_list_shows_how_to_reach_anybody(as_sam, jo):
    RepresentativeFactory(person=jo)
    GroupContactFactory(
        person=jo, mailbox="group12@ha.example", postal_address="9 Elm St"
    )
    lists = ("person", "groupcontact", "representative", "contactsheet", "group")

    shown = "".join(
        as_sam.get(address(f"{each}_changelist")).content.decode() for each in lists
    )

    assert "Jo D." in shown
    for private in (PHONE, EMAIL, "group12@ha.example", "9 Elm St"):
        assert private not in shown


def test_a_groups_page_has_its_contacts_without_their_numbers(as_sam, jo):
    contact = GroupContactFactory(person=jo)

    page = as_sam.get(address("group_change", contact.group)).content.decode()

    assert 'name="contacts-0-kind"' in page
    assert PHONE not in page


def test_a_groups_page_names_only_people_of_the_group(as_sam, jo):
    group = GroupContactFactory(person=jo).group
    RepresentativeFactory(group=group, person=jo)
    PersonFactory(first_name="Zebuline")

    page = as_sam.get(address("group_change", group)).content.decode()

    assert "Jo D." in page
    assert "Zebuline" not in page


def test_a_persons_page_shows_everything_they_serve_in(as_sam, jo):
    RepresentativeFactory(person=jo, group=GroupFactory(name="Friday Hope"))
    GroupContactFactory(person=jo, group=GroupFactory(name="Sunday Joy"))

    page = as_sam.get(address("person_change", jo)).content.decode()

    assert "Friday Hope" in page
    assert "Sunday Joy" in page
    assert PHONE in page


def test_consent_is_taken_back_on_the_persons_page(as_sam, jo):
    sent = {"action": "withdraw", "_selected_action": jo.pk, "_from_row": jo.pk}

    page = as_sam.post(address("person_changelist"), sent, follow=True)

    jo.refresh_from_db()
    assert (jo.listing_agreed_on, jo.phone_agreed_on) == (None, None)
    assert "Nothing of Jo D. is shown any more." in page.content.decode()


def test_one_who_served_long_ago_is_offered_and_forgotten(as_sam, jo):
    RepresentativeFactory(person=jo, began_on=LONG_AGO, ends_on=LATER)
    listed = as_sam.get(f"{address('person_changelist')}?service=long-ago")
    assert "Jo D." in listed.content.decode()

    sent = {"action": "forget", "_selected_action": jo.pk}
    as_sam.post(address("person_changelist"), sent)

    assert str(Person.objects.get(pk=jo.pk)) == "A former member"
    page = as_sam.get(address("person_change", jo)).content.decode()
    assert 'name="first_name"' not in page


def test_two_who_serve_in_the_same_at_once_are_told(as_sam, jo):
    group = GroupFactory()
    RepresentativeFactory(
        group=group, began_on=date(2026, 1, 1), ends_on=date(2026, 6, 1)
    )
    sent = {"group": group.pk, "person": jo.pk, "began_on": "2026-03-01"}

    page = as_sam.post(address("representative_add"), sent, follow=True)

    told = "Pat D. serves in the same on some of these days."
    assert told in page.content.decode()


def test_the_log_of_the_office_holds_no_way_to_reach_anybody(as_sam, jo):
    sent = {
        "first_name": "Jo",
        "last_initial": "M",
        "email": "new@example.net",
        "phone": "408-555-0199",
    }
    as_sam.post(
        address("person_change", jo),
        {
            **sent,
            **{
                f"{prefix}-{form}_FORMS": 0
                for prefix in ("representations", "contact_for")
                for form in ("TOTAL", "INITIAL")
            },
        },
    )

    kept = apps.get_model("admin", "LogEntry").objects.get()
    said = f"{kept.object_repr} {kept.change_message} {kept.get_change_message()}"
    assert "Jo" in said
    for private in (PHONE, EMAIL, "new@example.net", "408-555-0199"):
        assert private not in said
