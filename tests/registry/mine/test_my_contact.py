"""My contact data: one’s own row only, and each consent with its day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from intergroup.registry.actions.agreeing import Agreed, keep_own_contact
from intergroup.registry.models import Person
from tests.factories import PersonFactory

PAGE = "/my-group/contact/"
FEBRUARY_1 = date(2026, 2, 1)
ADDRESSES = {"email": "gail@example.net", "phone": "+1 309 555 0100"}
ALL = Agreed(name=True, email=True, phone=True)


@pytest.fixture
def as_gail(client, gail):
    """A browser in which Gail, a representative, has signed in."""
    client.force_login(gail)
    return client


def days(person):
    person.refresh_from_db()
    return (
        person.listing_agreed_on,
        person.email_agreed_on,
        person.phone_agreed_on,
    )


def keep(person, agreed, *, on=FEBRUARY_1, **addresses):
    keep_own_contact(person, agreed=agreed, on=on, **{**ADDRESSES, **addresses})


def test_each_consent_has_the_day_it_was_given_and_can_be_withdrawn(db):
    gail = PersonFactory()

    keep(gail, Agreed(name=True))
    keep(gail, Agreed(name=True, phone=True), on=date(2026, 2, 2))
    given = days(gail)
    keep(gail, Agreed(), on=date(2026, 2, 3))

    assert given == (FEBRUARY_1, None, date(2026, 2, 2))
    assert days(gail) == (None, None, None)


def test_a_consent_to_one_address_is_none_to_another(db):
    gail = PersonFactory()
    keep(gail, ALL)

    keep(gail, ALL, on=date(2026, 2, 2), phone="+1 309 555 0199")

    assert days(gail) == (FEBRUARY_1, FEBRUARY_1, date(2026, 2, 2))


@pytest.mark.parametrize(
    ("agreed", "addresses", "field", "code"),
    [
        (Agreed(email=True), {}, "shows_email", "not_without_a_name"),
        (Agreed(phone=True), {}, "shows_phone", "not_without_a_name"),
        (ALL, {"email": ""}, "shows_email", "nothing_to_show"),
        (ALL, {"phone": ""}, "shows_phone", "nothing_to_show"),
    ],
    ids=["email-alone", "phone-alone", "no-email", "no-phone"],
)
def test_what_cannot_be_shown_cannot_be_agreed_to(db, agreed, addresses, field, code):
    gail = PersonFactory()

    with pytest.raises(ValidationError) as refused:
        keep(gail, agreed, **addresses)

    assert [each.code for each in refused.value.error_dict[field]] == [code]
    assert days(gail) == (None, None, None)


def test_the_page_saves_ones_own_row_and_no_other(as_gail, gail):
    other = PersonFactory(first_name="Ann", email="ann@example.org")

    page = as_gail.post(
        PAGE, {**ADDRESSES, "shows_name": "on", "person": other.pk}, follow=True
    )

    today = timezone.localdate()
    assert days(gail.person) == (today, None, None)
    assert gail.person.phone == "+1 309 555 0100"
    assert Person.objects.get(pk=other.pk).email == "ann@example.org"
    assert "You can withdraw what you agreed to any time" in page.content.decode()


def test_a_mistake_stands_beside_its_field_and_nothing_typed_is_lost(as_gail, gail):
    page = as_gail.post(PAGE, {**ADDRESSES, "shows_phone": "on"})

    html = page.content.decode()
    assert "This is shown beside a name only" in html
    assert 'value="+1 309 555 0100"' in html
    assert days(gail.person) == (None, None, None)
    assert gail.person.phone == ""


def test_the_day_of_a_consent_is_shown(as_gail, gail):
    keep(gail.person, Agreed(name=True))

    html = as_gail.get(PAGE).content.decode()

    assert "Agreed on Feb. 1, 2026. Take the tick away to withdraw it." in html


def test_the_page_is_kept_by_nobody(as_gail):
    assert "no-store" in as_gail.get(PAGE)["Cache-Control"]
