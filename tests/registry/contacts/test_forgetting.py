"""Forgetting people who serve no more, and keeping what history needs."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from intergroup.registry.actions.forgetting import (
    forget_person,
    people_to_forget,
    withdraw_consent,
)
from intergroup.registry.models import GroupContact, Person
from tests.factories import (
    GroupContactFactory,
    PersonFactory,
    RepresentativeFactory,
    TermFactory,
    UserFactory,
)

JUNE_1, TODAY = date(2024, 6, 1), date(2026, 6, 1)
BEGAN, ENDED = date(2023, 1, 1), date(2024, 1, 1)

pytestmark = pytest.mark.django_db


def person(name="Jo", **fields):
    """Somebody with an address and a number."""
    reached = {"email": "jo@example.net", "phone": "408-555-0142"}
    return PersonFactory(first_name=name, **reached, **fields)


def test_one_whose_service_ended_long_ago_is_offered():
    jo = person()
    RepresentativeFactory(person=jo, began_on=BEGAN, ends_on=ENDED)
    GroupContactFactory(person=jo, began_on=BEGAN, ended_on=JUNE_1)

    assert list(people_to_forget(JUNE_1)) == [jo]


def test_one_who_serves_in_anything_is_not_offered():
    late = date(2024, 6, 2)
    RepresentativeFactory(person=person("Representative"), began_on=BEGAN)
    GroupContactFactory(person=person("Contact"), began_on=BEGAN, ended_on=late)
    TermFactory(person=person("Servant"), began_on=BEGAN)
    UserFactory(person=person("User"))

    assert list(people_to_forget(JUNE_1)) == []


def test_history_stays_and_says_a_former_member():
    jo = person(last_initial="M", listing_agreed_on=BEGAN)
    spoke = RepresentativeFactory(person=jo, began_on=BEGAN, ends_on=ENDED)
    contact = GroupContactFactory(
        person=jo,
        began_on=BEGAN,
        ended_on=ENDED,
        is_listed=True,
        mailbox="jo@example.net",
        postal_address="1 Main St",
    )

    forget_person(jo, on=TODAY, since=JUNE_1)

    jo.refresh_from_db()
    assert (jo.first_name, jo.last_initial, jo.email, jo.phone) == ("", "", "", "")
    assert (jo.listing_agreed_on, jo.forgotten_on) == (None, TODAY)
    spoke.refresh_from_db()
    assert str(spoke.person) == "A former member"
    kept = GroupContact.objects.get(pk=contact.pk)
    assert (kept.mailbox, kept.postal_address, kept.is_listed) == ("", "", False)


def test_one_whom_nothing_points_at_goes_altogether():
    jo = person()

    forget_person(jo, on=TODAY, since=JUNE_1)

    assert not Person.objects.exists()


def test_one_who_serves_is_not_forgotten():
    jo = RepresentativeFactory(person=person()).person

    with pytest.raises(ValidationError, match="serves") as refused:
        forget_person(jo, on=TODAY, since=JUNE_1)

    assert refused.value.code == "still_serves"
    jo.refresh_from_db()
    assert jo.email == "jo@example.net"


def test_one_who_was_forgotten_is_not_offered_again():
    jo = RepresentativeFactory(person=person(), began_on=BEGAN, ends_on=ENDED).person
    forget_person(jo, on=TODAY, since=JUNE_1)

    assert list(people_to_forget(JUNE_1)) == []


def test_the_command_says_how_many_and_names_nobody():
    RepresentativeFactory(person=person("Zebuline"), began_on=BEGAN, ends_on=ENDED)
    tried, done = StringIO(), StringIO()

    call_command("forget_people", dry_run=True, stdout=tried)
    assert Person.objects.get().first_name == "Zebuline"
    call_command("forget_people", stdout=done)

    assert "One person has not served since" in tried.getvalue()
    assert "Nothing was written." in tried.getvalue()
    assert "Zebuline" not in tried.getvalue() + done.getvalue()
    assert str(Person.objects.get()) == "A former member"


def test_consent_is_withdrawn_in_one_go(db):
    jo = person(listing_agreed_on=BEGAN, email_agreed_on=BEGAN, phone_agreed_on=BEGAN)
    contact = GroupContactFactory(person=jo, is_listed=True)

    withdraw_consent(jo)

    jo.refresh_from_db()
    contact.refresh_from_db()
    agreed = (jo.listing_agreed_on, jo.email_agreed_on, jo.phone_agreed_on)
    assert (*agreed, contact.is_listed) == (None, None, None, False)
