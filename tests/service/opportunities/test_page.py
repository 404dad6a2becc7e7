"""The page of open positions, as everybody and as the office reads it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from service.models import Policy
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    DirectoryFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
    UserFactory,
)

PAGE = reverse("service:open-positions")
MENU = f'<a href="{PAGE}">Open positions</a>'


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def policy(db):
    """Open positions are public."""
    BodyFactory(email="area@ha.example")
    policy = Policy(pk=1, is_public=True)
    policy.save()
    return policy


@pytest.fixture
def closed(policy):
    """Nobody has said that they are."""
    policy.is_public = False
    policy.save()


@pytest.fixture
def web(policy):
    """Web servant: open, two seats."""
    return PositionFactory(
        name="Web servant",
        duties="Keeps the web site.\n\nAnswers mails.",
        seats=2,
        sobriety_months=24,
        email="web@ha.example",
    )


def test_page_says_what_is_open_and_how_to_ask(client, web):
    BusinessMeetingFactory(held_on=timezone.localdate())

    page = text(client.get(PAGE))

    assert 'Web servant <span class="tag">2 seats</span></h3>' in page
    assert "<p>Keeps the web site.</p> <p>Answers mails.</p>" in page
    assert "2 years suggested" in page
    assert '<a href="mailto:web@ha.example">web@ha.example</a>' in page
    assert "Come to our next business meeting on" in page
    assert '<a href="mailto:area@ha.example">area@ha.example</a>' in page
    assert "whoever served before you shows you how it is done" in page


def test_page_says_what_opens_soon_and_never_who_leaves(client, web):
    today = timezone.localdate()
    person = PersonFactory(first_name="Zebuline", last_initial="Q")
    for seat in (1, 2):
        TermFactory(
            position=web,
            seat=seat,
            person=person,
            began_on=today,
            ends_on=today + timedelta(days=30),
        )

    page = text(client.get(PAGE))

    assert "Open now" not in page
    assert "Open soon" in page
    assert "Zebuline" not in page


def test_page_says_that_somebody_serves_until_the_election(client, web):
    TermFactory(position=web, standing="interim", began_on=timezone.localdate())

    assert "Until then somebody serves for the time being." in text(client.get(PAGE))


def test_page_of_a_body_where_all_is_filled_invites_all_the_same(client, policy):
    page = text(client.get(PAGE))

    assert "Somebody serves in every position just now." in page
    assert "What is suggested is suggested: come and ask." in page


def test_what_may_be_a_persons_is_not_on_the_page(client, policy):
    PositionFactory(duties="Ask Jane Doe, 408-555-0142 or jane.doe@gmail.com.")

    page = text(client.get(PAGE))

    assert "<p>Ask […], […] or […].</p>" in page
    assert not [each for each in ("Jane", "Doe", "0142", "gmail") if each in page]


def test_what_was_typed_harms_nobody_who_reads_it(client, policy):
    PositionFactory(name="<script>alert(1)</script>", duties="<b onclick=x>")

    page = text(client.get(PAGE))

    assert "<script>alert" not in page
    assert "<b onclick" not in page


def test_page_sets_no_cookie_and_any_cache_may_keep_it(client, web):
    response = client.get(PAGE)

    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")


def test_page_names_nothing_of_anybody_else(client, web):
    page = client.get(PAGE).content.decode()

    sources = [part.partition('"')[0] for part in page.split('src="')[1:]]
    assert [each for each in sources if not each.startswith("/")] == []
    assert "<script" not in page


def test_reader_who_has_it_gets_no_second_copy(client, web):
    first = client.get(PAGE)

    again = client.get(PAGE, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "public, max-age=60"


def test_change_of_a_position_is_given_at_once(client, web):
    first = client.get(PAGE)
    TermFactory(position=web, began_on=timezone.localdate())

    again = client.get(PAGE, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


def test_page_can_be_asked_for_by_its_head_alone(client, web):
    response = client.head(PAGE)

    assert (response.status_code, response.content) == (200, b"")


def test_page_is_read_and_never_posted_to(client, web):
    assert client.post(PAGE).status_code == 405


def test_page_takes_as_many_queries_for_many_as_for_one(
    client, policy, django_assert_max_num_queries
):
    for _each in range(5):
        PositionFactory()

    with django_assert_max_num_queries(16):
        client.get(PAGE)


def test_strangers_are_told_kindly_that_it_is_not_public(client, web, closed):
    DirectoryFactory(phone="+1-309-555-0100")

    response = client.get(PAGE)

    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"
    assert "Web servant" not in text(response)
    assert "+1-309-555-0100" in text(response)


def test_nothing_is_public_before_somebody_has_said_so(client, db):
    assert client.get(PAGE).status_code == 404


def test_office_sees_it_before_it_is_public(as_tess, web, closed):
    response = as_tess.get(PAGE)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert "Only the office sees this page" in text(response)


def test_signed_in_without_the_right_is_a_stranger(client, web, closed):
    client.force_login(UserFactory())

    assert client.get(PAGE).status_code == 404


@pytest.mark.parametrize("path", ["/meetings/", "/contribute/", "/groups/", PAGE])
def test_public_menu_leads_there_while_it_is_public(client, policy, path):
    DirectoryFactory()
    title = "Open positions</a>"
    there = text(client.get(path))
    policy.is_public = False
    policy.save()

    assert title in there
    assert title not in text(client.get(path))


def test_pages_that_readers_have_are_given_again_when_the_menu_changes(client, policy):
    DirectoryFactory()
    first = client.get("/meetings/")
    policy.is_public = False
    policy.save()

    again = client.get("/meetings/", headers={"If-None-Match": first["ETag"]})

    assert MENU in text(first)
    assert again.status_code == 200
    assert MENU not in text(again)
