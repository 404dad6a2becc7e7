"""The desk: one's own cards, and everything else below for those in the office."""

from datetime import date

import pytest
from django.urls import reverse

from intergroup.kit import desk


@pytest.fixture(autouse=True)
def _apps_have_pinned():
    """Let the apps pin their own cards before a test takes them off."""
    reverse("desk")


@pytest.fixture
def pinned(monkeypatch, settings, tmp_path):
    """A board with three cards on it and nothing else."""
    monkeypatch.setattr(desk, "_cards", {})
    card_file = tmp_path / "card.html"
    card_file.write_text("<p>{{ report }} on {{ day|day }}</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, "templates"]}]

    def pin(slug, order, permission=None, says="word"):
        add = desk.card(
            slug,
            title=f"The {slug}",
            order=order,
            template="card.html",
            permission=permission,
        )
        add(lambda user, day: says)

    pin("second", 20)
    pin("first", 10)
    pin("money", 30, permission="treasury.add_contribution")
    pin("silent", 40, says=None)


def test_cards_stand_in_order_and_only_for_those_who_may(pinned, tess, sam):
    assert [card.slug for card in desk.cards(tess)] == [
        "first",
        "second",
        "money",
        "silent",
    ]
    assert [card.slug for card in desk.cards(sam)] == ["first", "second", "silent"]


def test_render_leaves_out_a_card_that_has_nothing_to_say(pinned, sam):
    shown = desk.render(sam, date(2026, 1, 31))

    assert [(card.slug, html) for card, html in shown] == [
        ("first", "<p>word on Jan. 31, 2026</p>"),
        ("second", "<p>word on Jan. 31, 2026</p>"),
    ]


def test_desk_of_the_office_shows_cards_and_everything_else(pinned, as_ada):
    page = as_ada.get("/", follow=True).content.decode()

    assert "The money" in page
    assert "Everything else" in page


def test_desk_of_a_representative_shows_cards_and_no_office_page(pinned, client, gail):
    client.force_login(gail)

    page = client.get("/").content.decode()

    assert "The first" in page
    assert "Everything else" not in page
    assert 'href="/admin/' not in page


def test_desk_without_cards_says_so(monkeypatch, client, gail):
    monkeypatch.setattr(desk, "_cards", {})
    client.force_login(gail)

    assert "Nothing is waiting for you." in client.get("/").content.decode()


def test_desk_asks_a_stranger_to_sign_in(client, db):
    assert client.get("/").status_code == 302


def test_menu_shows_where_one_writes_before_what_one_reads(as_tess, tess):
    request = as_tess.get("/admin/").wsgi_request

    apps = as_tess.get("/admin/").context["available_apps"]

    assert request.user == tess
    own = [app["is_own"] for app in apps]
    assert own == sorted(own, reverse=True)
