"""The desk cards of service."""

from datetime import date

from django.urls import reverse

from intergroup.kit import desk
from tests.factories import PositionFactory, TermFactory

FEBRUARY_8 = date(2026, 2, 8)


def card(user, slug, day=FEBRUARY_8):
    """Return the HTML of one card of this person’s desk; None if it is not there."""
    desk.discover()
    shown = {each.slug: html for each, html in desk.render(user, day)}
    return shown.get(slug)


def test_sam_sees_what_is_open_and_whose_term_ends(sam):
    PositionFactory(name="Web servant", seats=2)
    TermFactory(position=PositionFactory(name="Chair"), ends_on=date(2026, 5, 1))

    html = card(sam, "positions")

    assert "Web servant" in html
    assert "2 seats" in html
    assert "Chair: Pat D." in html
    assert "until April 30, 2026" in html


def test_sam_is_told_when_every_seat_is_filled(sam):
    TermFactory()

    assert "Every seat is filled" in card(sam, "positions")


def test_sam_is_led_to_the_first_position_while_there_is_none(sam):
    html = card(sam, "positions")

    assert "Every seat is filled" not in html
    assert "No positions yet." in html
    assert f'href="{reverse("admin:service_position_add")}"' in html


def test_tess_does_not_see_the_card_of_those_who_keep_the_roster(tess):
    PositionFactory()

    assert card(tess, "positions") is None


def test_tess_sees_her_own_position_and_until_when(tess):
    position = PositionFactory(name="Treasurer", duties="Keeps the money.")
    TermFactory(position=position, person=tess.person, ends_on=date(2027, 1, 1))

    html = card(tess, "my-position")

    assert "Treasurer" in html
    assert "from Jan. 1, 2026 until Dec. 31, 2026" in html
    assert "Keeps the money." in html


def test_an_open_term_says_since_when(tess):
    TermFactory(person=tess.person)

    assert "since Jan. 1, 2026" in card(tess, "my-position")


def test_tess_no_longer_sees_a_position_on_the_day_her_term_ends(tess):
    TermFactory(person=tess.person, ends_on=FEBRUARY_8)

    assert card(tess, "my-position") is None


def test_one_without_a_person_has_no_position(ada):
    TermFactory()

    assert card(ada, "my-position") is None
