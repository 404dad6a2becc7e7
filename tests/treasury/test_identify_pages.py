"""What waits to be identified, on its pages."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import GroupFactory, money
from treasury.actions.contributions import record_contribution
from treasury.models import Contribution, Identification
from treasury.resources.groups import GroupBook

QUEUE = reverse("treasury:unidentified")
IDENTIFICATIONS = reverse("admin:treasury_identification_changelist")


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


@pytest.fixture
def waiting(db):
    contribution = Contribution(
        received_on=date(2026, 6, 1),
        source="unidentified",
        marked="Hope, Friday",
        amount=money("45.00"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def page_of(contribution):
    return reverse("treasury:identify", args=[contribution.pk])


@pytest.mark.parametrize(
    ("marked", "numbers"),
    [
        ("group 14", [14]),
        ("friday hope", [12, 15]),
        ("HOPE friday", [12, 15]),
        ("Hope", [12, 15]),
        ("Sun. nite grp", [15]),
        ("12? or 14?", [12, 14]),
        ("7714 or so", [14]),
        ("the group", []),
        ("Calm 12", [12, 14]),
        ("", []),
    ],
)
def test_groups_are_proposed_by_number_and_by_words(db, hope, marked, numbers):
    GroupFactory(number=14, name="The Calm Group", haws_number="7714")
    GroupFactory(number=15, name="Sunday Hope")

    book = GroupBook(create=False, today=date(2026, 6, 1))

    assert [group.number for group in book.likely(marked)] == numbers


def test_the_queue_shows_what_was_written_and_proposes_groups(as_tess, waiting, hope):
    told = as_tess.get(QUEUE).content.decode()

    assert "Hope, Friday" in told
    assert "12 Friday Hope" in told


def test_one_button_identifies_it_today(as_tess, tess, waiting, hope):
    page = as_tess.post(
        page_of(waiting), {"source": "group", "group": hope.pk}, follow=True
    )

    found = Identification.objects.get()
    assert (found.group, found.identified_by) == (hope, tess)
    assert found.identified_on == timezone.localdate()
    told = page.content.decode()
    assert "$45.00 came from Group 12, Friday Hope (identified" in told
    assert "Nothing waits" in told


def test_a_group_is_asked_for_beside_its_box(as_tess, waiting):
    page = as_tess.post(page_of(waiting), {"source": "group"})

    assert "Choose the group it came from." in page.content.decode()
    assert not Identification.objects.exists()


def test_what_does_not_wait_is_not_identified_again(as_tess, waiting, hope):
    giver = {"source": "group", "group": hope.pk}
    as_tess.post(page_of(waiting), giver)

    page = as_tess.post(page_of(waiting), giver)

    assert "does not wait to be identified any more" in page.content.decode()
    assert Identification.objects.count() == 1


def test_a_wrong_finding_is_taken_back_from_its_page(as_tess, waiting, hope):
    as_tess.post(page_of(waiting), {"source": "group", "group": hope.pk})
    pk = Identification.objects.get().pk
    action = {"action": "take_back", "_selected_action": pk, "index": 0}

    page = as_tess.post(IDENTIFICATIONS, {**action, "_from_row": pk}, follow=True)

    assert "the contribution waits again" in page.content.decode()
    assert list(Contribution.objects.unidentified()) == [waiting]


def test_only_those_who_may_identify_see_what_waits(client, rae, waiting):
    client.force_login(rae)

    for address in (QUEUE, page_of(waiting)):
        assert client.get(address).status_code == 403
    assert client.post(page_of(waiting), {"source": "member"}).status_code == 403


def test_an_address_that_is_not_there_is_not_found(as_tess):
    assert as_tess.get(reverse("treasury:identify", args=[999])).status_code == 404
