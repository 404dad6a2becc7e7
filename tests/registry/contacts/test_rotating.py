"""Handing on the service of a representative: one day, both terms."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.contacting import rotate
from intergroup.registry.models import Representative
from tests.factories import PersonFactory, RepresentativeFactory

JUNE_1 = date(2026, 6, 1)

pytestmark = pytest.mark.django_db


def terms():
    """Every term: who, from when, until when."""
    rows = Representative.objects.order_by("began_on", "pk")
    return list(rows.values_list("person__first_name", "began_on", "ends_on"))


def test_rotate_ends_the_one_term_the_day_the_other_begins():
    gail = RepresentativeFactory(person=PersonFactory(first_name="Gail"))

    rotate(gail, to=PersonFactory(first_name="Jo"), on=JUNE_1)

    assert terms() == [("Gail", date(2026, 1, 1), JUNE_1), ("Jo", JUNE_1, None)]


def test_rotate_keeps_the_alternate_an_alternate():
    gail = RepresentativeFactory(is_alternate=True)

    following = rotate(gail, to=PersonFactory(), on=JUNE_1)

    assert following.is_alternate


def test_rotate_without_anybody_leaves_the_service_vacant():
    gail = RepresentativeFactory(person=PersonFactory(first_name="Gail"))

    assert rotate(gail, to=None, on=JUNE_1) is None
    assert terms() == [("Gail", date(2026, 1, 1), JUNE_1)]


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2025, 1, 1)])
def test_a_term_cannot_be_handed_on_before_it_has_begun(day):
    gail = RepresentativeFactory()

    with pytest.raises(ValidationError, match="cannot end before it begins"):
        rotate(gail, to=PersonFactory(), on=day)

    assert Representative.objects.count() == 1


def test_a_term_that_has_ended_is_not_handed_on():
    gail = RepresentativeFactory(ends_on=date(2026, 3, 1))

    with pytest.raises(ValidationError) as refused:
        rotate(gail, to=PersonFactory(), on=JUNE_1)

    assert refused.value.code == "has_ended"


def test_nobody_hands_a_service_to_themselves():
    gail = RepresentativeFactory()

    with pytest.raises(ValidationError, match="Choose somebody else"):
        rotate(gail, to=gail.person, on=JUNE_1)


def test_the_page_hands_it_on(as_sam):
    gail, jo = RepresentativeFactory(), PersonFactory(first_name="Jo")
    sent = {"on": "2026-06-01", "to": jo.pk}

    page = as_sam.post(f"/office/representatives/{gail.pk}/rotate/", sent, follow=True)

    assert "Jo D. serves" in page.content.decode()
    assert terms()[-1] == ("Jo", JUNE_1, None)


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(as_sam):
    gail = RepresentativeFactory()
    sent = {"on": "2025-01-01", "to": gail.person_id}

    page = as_sam.post(f"/office/representatives/{gail.pk}/rotate/", sent)

    assert "Choose somebody else." in page.content.decode()
    assert page.context["form"]["on"].value() == "2025-01-01"


def test_only_those_who_keep_the_register_hand_it_on(client, tess):
    gail = RepresentativeFactory()
    client.force_login(tess)

    answer = client.get(f"/office/representatives/{gail.pk}/rotate/")

    assert answer.status_code == 403


def test_a_term_that_is_not_there_is_not_found(as_sam):
    assert as_sam.get("/office/representatives/99/rotate/").status_code == 404
