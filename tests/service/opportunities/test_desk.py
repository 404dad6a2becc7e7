"""The cards of open positions, and what the office is told that nobody else reads."""

from datetime import date

from django.urls import reverse

from service.models import Policy
from tests.factories import (
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
)
from tests.service.test_desk import card

FEBRUARY_8 = date(2026, 2, 8)
FLYER = reverse("service:opportunities-pdf")
LIST = reverse("admin:service_position_changelist")


def change(position):
    return reverse("admin:service_position_change", args=[position.pk])


def text(response):
    return " ".join(response.content.decode().split())


def test_who_speaks_for_a_group_has_open_positions_to_read_out(gail):
    RepresentativeFactory(person=gail.person)
    PositionFactory(name="Web servant", seats=2)
    ends_on = date(2026, 3, 1)
    TermFactory(position=PositionFactory(name="Chair"), ends_on=ends_on)

    html = card(gail, "opportunities")

    assert "Web servant" in html
    assert "2 seats" in html
    assert "from March 1, 2026" in html
    assert f'href="{FLYER}"' in html
    assert "Pat" not in html


def test_card_says_when_all_is_filled(gail):
    RepresentativeFactory(person=gail.person)

    assert "Somebody serves in every position" in card(gail, "opportunities")


def test_who_speaks_for_no_group_has_no_such_card(gail, sam):
    RepresentativeFactory(person=gail.person, ends_on=FEBRUARY_8)
    PositionFactory()

    assert card(gail, "opportunities") is None
    assert card(sam, "opportunities") is None


def test_card_comes_with_speaking_for_a_group(gail):
    gail.groups.clear()
    PositionFactory(name="Archivist")
    RepresentativeFactory(person=gail.person)

    assert "Archivist" in card(gail, "opportunities")


def test_office_is_told_what_is_held_back_and_where(sam):
    PersonFactory(first_name="Zebuline")
    web = PositionFactory(name="Web", duties="Ask Zebuline Achterberg.")
    Policy(pk=1, invitation="Call 408-555-0142.").save()

    html = card(sam, "held-back")

    assert f'<a href="{change(web)}">Web</a>' in html
    assert "“Zebuline Achterberg”" in html
    assert "“408-555-0142”" in html
    assert "words to those who think of serving" in html


def test_office_is_told_nothing_where_nothing_is_held_back(sam):
    PositionFactory(duties="Ask Jane Doe.", closed_on=FEBRUARY_8)

    assert card(sam, "held-back") is None


def test_others_are_not_told(tess):
    PositionFactory(duties="Ask Jane Doe.")

    assert card(tess, "held-back") is None


def test_page_of_a_position_says_what_is_public_of_it(as_sam):
    web = PositionFactory(duties="Ask Jane Doe.")

    page = text(as_sam.get(change(web)))

    assert "It is shown as open now." in page
    assert f'href="{reverse("service:open-positions")}#position-{web.pk}"' in page
    assert "it is not public yet" in page
    assert "“Jane Doe” (duties) may be a person’s" in page


def test_page_of_a_position_says_that_nothing_is(as_sam):
    term = TermFactory()

    page = text(as_sam.get(change(term.position)))

    assert "it is not on the page of open positions" in page


def test_page_of_the_policy_leads_to_what_everybody_sees(as_sam):
    Policy(pk=1, is_public=True, invitation="Ask Jane Doe.").save()

    page = text(as_sam.get(reverse("admin:service_policy_change", args=[1])))

    assert "Everybody sees the page of open positions." in page
    assert "“Jane Doe” (words to those who think of serving)" in page


def test_list_of_positions_leads_to_flyer_and_page(as_sam):
    page = text(as_sam.get(LIST))

    assert f'href="{FLYER}"' in page
    assert f'href="{reverse("service:open-positions")}"' in page
