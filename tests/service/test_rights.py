"""The pages of rotation and of open positions, tried in every role."""

import pytest
from django.urls import reverse

from service.models import Policy
from tests.factories import BusinessMeetingFactory, PositionFactory
from tests.rights import PEOPLE, is_shut_out, may, sign_in

PUBLIC = {"open-positions", "rotation-feed"}
ADDRESSES = {  # who sees it; whether it also takes something
    "to-elect": ("view_election", False),
    "to-elect-at": ("view_election", False),
    "opportunities-pdf": ("view_position", False),
    "ready-sets": ("add_position", False),
    "ready-set": ("add_position", True),
}


@pytest.fixture
def about(db):
    PositionFactory(name="Archivist")
    return {
        "to-elect-at": [BusinessMeetingFactory().pk],
        "ready-set": ["heroin-anonymous-area"],
    }


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def address(name, about):
    return reverse(f"service:{name}", args=about.get(name, []))


def test_a_page_is_shown_to_those_who_may_see_it(client, about, who):
    sign_in(client, who)

    wrong = {}
    for name, (right, _takes) in ADDRESSES.items():
        answer = client.get(address(name, about))
        if may(who, "service", [right]):
            is_right = answer.status_code == 200
            is_right &= "no-store" in answer["Cache-Control"]
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_nothing_is_taken_from_those_who_may_not(client, about, who):
    sign_in(client, who)

    wrong = {}
    for name, (right, takes) in ADDRESSES.items():
        if takes and may(who, "service", [right]):
            continue
        answer = client.post(address(name, about))
        is_right = is_shut_out(who, answer) if takes else answer.status_code == 405
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_public_is_there_for_everybody_once_the_body_says_so(
    client, about, who
):
    Policy.objects.create(pk=1, is_public=True)
    sign_in(client, who)

    answers = {name: client.get(address(name, about)) for name in PUBLIC}

    assert {each.status_code for each in answers.values()} == {200}
