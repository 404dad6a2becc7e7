"""The page behind the link: it shows on GET, acts on POST, and tells nobody why not."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from intergroup.registry.actions.verifying import word_of
from intergroup.registry.models import ListingChange, Registration, Verification
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
)
from tests.registry.verifying.letters import Box
from tests.registry.verifying.test_asking import ask

NOT_GOOD = "This link cannot be used"


@pytest.fixture
def asked(db):
    """Gail’s group, and the box with the letter that was sent to her today."""
    BodyFactory(email="office@example.org")
    DirectoryFactory()
    group = GroupFactory(number=12, name="Hope & Joy", website="https://hope.org/")
    person = PersonFactory(
        first_name="Gail", email="gail@example.org", phone="+1 309 555 0100"
    )
    RepresentativeFactory(group=group, person=person)
    hall = LocationFactory(name="Grange Hall", address="1 Main St")
    MeetingFactory(group=group, location=hall)
    box = Box()
    ask(group, box, on=timezone.localdate())
    return box


def address(box):
    return f"/groups/confirm/{box.token}/"


def everything():
    """What a page could have written."""
    return (
        list(Verification.objects.values()),
        list(GroupFactory._meta.model.objects.values()),
        ListingChange.objects.count(),
        Registration.objects.count(),
    )


def test_opening_the_page_shows_the_listing_and_writes_nothing(client, asked):
    before = everything()

    pages = [client.get(address(asked)), client.head(address(asked))]

    html = pages[0].content.decode()
    assert [page.status_code for page in pages] == [200, 200]
    assert "12 Hope &amp; Joy" in html
    assert "Grange Hall, 1 Main St" in html
    assert "https://hope.org/" in html
    assert everything() == before


def test_nobodys_name_or_contact_is_on_the_page(client, asked):
    html = client.get(address(asked)).content.decode()

    assert [w for w in ("Gail", "gail@", "555 0100") if w in html] == []


def test_the_page_is_kept_by_nobody_and_found_by_no_search_engine(client, asked):
    page = client.get(address(asked))

    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert set(page.cookies) == {"csrftoken"}


def test_still_right_is_written_with_todays_day_and_thanked_for(client, asked):
    page = client.post(address(asked), {"answer": "right"}, follow=True)

    group = GroupFactory._meta.model.objects.get()
    assert group.verified_on == timezone.localdate()
    assert page.redirect_chain == [("/groups/confirmed/right/", 302)]
    assert "that your listing is still right" in page.content.decode()


def test_no_longer_meets_goes_to_the_office(client, asked):
    page = client.post(address(asked), {"answer": "closed"}, follow=True)

    assert Registration.objects.get().kind == "close"
    assert GroupFactory._meta.model.objects.get().status == "active"
    assert "until then the list stays as it is" in page.content.decode()


@pytest.mark.parametrize("answer", ["", "yes", "changed", "__class__"])
def test_another_answer_changes_nothing_and_shows_the_page(client, asked, answer):
    before = everything()

    page = client.post(address(asked), {"answer": answer})

    assert page.status_code == 200
    assert everything() == before


@pytest.mark.parametrize("answer", ["right", "closed"])
def test_a_link_is_good_for_one_answer(client, asked, answer):
    client.post(address(asked), {"answer": "right"})
    before = everything()

    page = client.post(address(asked), {"answer": answer})

    assert page.status_code == 404
    assert NOT_GOOD in page.content.decode()
    assert everything() == before


def test_every_link_that_is_not_good_gets_the_same_page(client, asked):
    used, ended, gone = asked.token, Box(), Box()
    others = [GroupFactory(email=f"{n}@example.org") for n in range(2)]
    today = timezone.localdate()
    ask(others[0], ended, on=today - timedelta(days=30))
    ask(others[1], gone, on=today)
    GroupFactory._meta.model.objects.filter(pk=others[1].pk).update(status="inactive")
    client.post(address(asked), {"answer": "right"})

    pages = [
        client.get(f"/groups/confirm/{token}/")
        for token in (used, ended.token, gone.token, "never-given", "1" * 5000)
    ]

    assert [page.status_code for page in pages] == [404] * 5
    assert len({page.content for page in pages}) == 1


def test_who_tries_many_links_is_told_to_wait_and_a_good_one_still_works(client, asked):
    tried = [client.get(f"/groups/confirm/{n}/").status_code for n in range(32)]

    assert (tried[:30], tried[30:]) == ([404] * 30, [429] * 2)
    assert client.get(address(asked)).status_code == 200


def test_a_form_from_elsewhere_is_refused(asked):
    from django.test import Client

    page = Client(enforce_csrf_checks=True).post(address(asked), {"answer": "right"})

    assert page.status_code == 403
    assert Verification.objects.get().answered_at is None


def test_change_something_leads_to_the_form_with_the_question_in_hand(client, asked):
    html = client.get(address(asked)).content.decode()

    [link] = re.findall(r'href="(/groups/12/change/\?asked=[^"]+)"', html)
    assert link.endswith(word_of(Verification.objects.get()).replace(":", "%3A"))


def test_where_the_forms_are_closed_the_page_says_whom_to_write_to(client, asked):
    DirectoryFactory._meta.model.objects.update(is_registration_open=False)

    html = client.get(address(asked)).content.decode()

    assert "Has something changed? Write to" in html
    assert "/change/" not in html


def test_a_hidden_listing_is_shown_to_who_can_confirm_it(client, asked):
    DirectoryFactory._meta.model.objects.update(hide_months=6)

    html = client.get(address(asked)).content.decode()

    assert "It is hidden at the moment" in html
    assert "Grange Hall" in html


def test_the_last_day_of_a_link_still_counts_and_the_next_does_not(client, db):
    group = GroupFactory(email="group@example.org")
    today = timezone.localdate()
    boxes = [Box(), Box()]
    for days, box in zip((29, 30), boxes, strict=True):
        Verification.objects.all().delete()
        ask(group, box, on=today - timedelta(days=days))
        box.status = client.get(address(box)).status_code

    assert [box.status for box in boxes] == [200, 404]
