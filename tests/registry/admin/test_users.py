"""Who signs in: what they hold through service, and what was given by hand."""

import re

import pytest
from django.contrib.auth.models import Group as Role
from django.urls import reverse

from tests.factories import PersonFactory, UserFactory
from tests.rights import in_service, serve

USERS = reverse("admin:registry_user_changelist")


def page_of(client, user):
    answer = client.get(reverse("admin:registry_user_change", args=[user.pk]))
    return " ".join(answer.content.decode().split())


def cells(client, column, **query):
    """A column of the list, by the address of each user."""
    page = client.get(USERS, query)
    found = re.findall(
        rf'class="field-{column}[^"]*">(.*?)</td>', page.content.decode()
    )
    users = [user.email for user in page.context["cl"].result_list]
    return dict(zip(users, found, strict=True))


@pytest.fixture
def people(as_ada):
    """Tess by service, Hank by hand, Bea in both ways, and Ned with nothing."""
    tess = in_service("Treasurer", email="tess@example.org")
    serve(tess.person, "Representative")
    hank = UserFactory(email="hank@example.org")
    bea = in_service("Secretary", email="bea@example.org")
    for each in (hank, bea):
        each.groups.add(Role.objects.get(name="Reviewer"))
    ned = UserFactory(email="ned@example.org", person=PersonFactory())
    serve(ned.person, "Chair", "the day after")
    return {"tess": tess, "hank": hank, "bea": bea, "ned": ned}


def test_the_list_shows_what_is_held_today_beside_what_was_given(as_ada, people):
    by_service = cells(as_ada, "through_service")
    by_hand = cells(as_ada, "by_hand")

    assert by_service == {
        "ada@example.org": "–",
        "bea@example.org": "Secretary",
        "hank@example.org": "–",
        "ned@example.org": "–",
        "tess@example.org": "Representative, Treasurer",
    }
    assert by_hand == {
        "ada@example.org": "everything",
        "bea@example.org": "Reviewer",
        "hank@example.org": "Reviewer",
        "ned@example.org": "–",
        "tess@example.org": "–",
    }


@pytest.mark.parametrize(
    ("rights", "names"),
    [
        ("by-hand", ["ada", "bea", "hank", "ivy"]),
        ("by-service", ["ned", "tess"]),
    ],
)
def test_rights_that_no_term_ends_are_found(as_ada, people, rights, names):
    UserFactory(email="ivy@example.org", is_staff=True)

    found = cells(as_ada, "by_hand", rights=rights)

    assert list(found) == [f"{name}@example.org" for name in names]
    assert found.get("ivy@example.org", "the office pages") == "the office pages"


@pytest.mark.parametrize(
    ("name", "roles"), [("tess", "Representative, Treasurer"), ("ned", "–")]
)
def test_the_page_of_a_user_shows_what_is_held_today(as_ada, people, name, roles):
    page = page_of(as_ada, people[name])

    assert f'Roles today:</label> <div class="readonly">{roles}</div>' in page


def test_a_role_that_is_taken_away_by_hand_leaves_what_is_held(as_ada, people):
    bea = people["bea"]
    url = reverse("admin:registry_user_change", args=[bea.pk])

    as_ada.post(url, {"email": bea.email, "person": bea.person_id, "is_active": "on"})

    assert list(bea.groups.all()) == []
    assert cells(as_ada, "through_service")["bea@example.org"] == "Secretary"
