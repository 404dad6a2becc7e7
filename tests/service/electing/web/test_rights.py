"""Every page of elections opens, and takes, for exactly the roles that may."""

import re

import pytest
from django.urls import reverse

from service.actions import electing
from service.models import (
    Ballot,
    BallotMotion,
    Draw,
    Election,
    Nomination,
    Term,
)
from service.views.elections.urls import urlpatterns
from tests import rights
from tests.factories import PositionFactory
from tests.rights import PEOPLE, is_shut_out, sign_in
from tests.service.electing.area import ballot, election_of, stands

SEE = ("view_election",)
RUN = ("view_election", "change_election")
OPEN = ("view_election", "add_election")
STANDS = ("election", "nomination")

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the rows it is about.
ADDRESSES = {
    "elections": (SEE, None),
    "election-open": (OPEN, OPEN),
    "election-open-for": (OPEN, OPEN, "position"),
    "election": (SEE, None, "election"),
    "election-nominate": (None, RUN, "election"),
    "election-answer": (None, RUN, *STANDS),
    "election-attest": (None, RUN, *STANDS),
    "election-withdraw": (RUN, RUN, *STANDS),
    "election-decline": (RUN, RUN, *STANDS),
    "election-objection": (None, RUN, "election"),
    "election-count": (None, RUN, "election"),
    "election-take-back": (RUN, RUN, "counted", "ballot"),
    "election-motion": (None, RUN, "election"),
    "election-announce": (None, RUN, "election"),
    "election-by-hand": (None, RUN, "election"),
    "election-draw": (None, RUN, "at_the_hat", "draw"),
    "election-finish": (None, RUN, "election"),
    "election-begin-again": (None, RUN, "election"),
    "election-call-off": (RUN, RUN, "election"),
}
WRITTEN = (Ballot, BallotMotion, Draw, Election, Nomination, Term)


@pytest.fixture
def rows(db):
    """An election with open nominations, one with a ballot, and one at the hat."""
    election = election_of("Ann")
    counted = election_of("Bob", "Cy", position=PositionFactory())
    at_the_hat = election_of("Di", "Ed", position=PositionFactory())
    for _nth in range(4):
        ballot(at_the_hat, Di=14, Ed=12)
    unheard = BallotMotion(election=at_the_hat, is_moved=False)
    electing.record_motion(unheard, recorded_by=None)
    return {
        "position": PositionFactory(),
        "election": election,
        "nomination": stands(election, "Ann"),
        "counted": counted,
        "ballot": ballot(counted, Bob=15, Cy=15),
        "at_the_hat": at_the_hat,
        "draw": electing.announce_hat(at_the_hat, seed="7", recorded_by=None),
    }


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, wanted):
    return rights.may(who, "service", wanted)


def address(name, rows, *, known=True):
    about = ADDRESSES[name][2:]
    ids = [rows[each].pk if known else 999_999 for each in about]
    return reverse(f"service:{name}", args=ids)


def written():
    """Every row as it stands, but for the moment it was written."""
    return [list(model.objects.order_by("pk").values()) for model in WRITTEN]


def test_every_address_is_told_of():
    assert {each.name for each in urlpatterns} == set(ADDRESSES)


def test_a_page_is_shown_to_those_who_may_see_it_and_kept_by_no_cache(
    client, rows, who
):
    sign_in(client, who)

    wrong = {}
    for name, (seen, *_others) in ADDRESSES.items():
        answer = client.get(address(name, rows))
        if seen is None:
            is_right = answer.status_code == 405
        elif may(who, seen):
            is_right = answer.status_code == 200
            is_right &= "no-store" in answer["Cache-Control"]
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_sent_by_those_who_may_not_is_refused_and_changes_nothing(
    client, rows, who
):
    sign_in(client, who)
    before = written()

    wrong = {}
    for name, (_seen, taken, *_about) in ADDRESSES.items():
        if taken and may(who, taken):
            continue
        answer = client.post(address(name, rows))
        is_right = is_shut_out(who, answer) if taken else answer.status_code == 405
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}
    assert written() == before


def test_what_is_not_there_is_not_found(as_cal, rows):
    wrong = {}
    for name, (seen, _taken, *about) in ADDRESSES.items():
        if about:
            send = as_cal.get if seen else as_cal.post
            status = send(address(name, rows, known=False)).status_code
            if status != 404:
                wrong[name] = status

    assert wrong == {}


def test_an_empty_or_broken_form_is_no_server_error(as_cal, rows):
    names = ("person", "answer", "eligible", "number", "heard", "ayes", "seed", "drawn")
    broken = {**dict.fromkeys(names, "²"), "elected": ["²", "9" * 30, "9" * 5000]}

    wrong = {}
    for name, (_seen, taken, *_about) in ADDRESSES.items():
        if not taken:
            continue
        for form in ({}, broken, {"number": "1", "seats": "x", "_once": "x"}):
            status = as_cal.post(address(name, rows), form).status_code
            if status not in {200, 302, 400, 404}:
                wrong[name] = status

    assert wrong == {}


def test_every_form_is_sealed(as_cal, rows):
    wrong = []
    for name, (seen, *_others) in ADDRESSES.items():
        if seen:
            page = as_cal.get(address(name, rows)).content.decode()
            main = page.split('id="content"', 1)[1]
            for form in re.findall(
                r'<form[^>]*method="post".*?</form>', main, re.DOTALL
            ):
                if "csrfmiddlewaretoken" not in form or 'name="_once"' not in form:
                    wrong.append(name)

    assert wrong == []


def test_a_row_of_the_list_leads_only_those_who_may_to_its_page(client, rows, who):
    sign_in(client, who)
    row = reverse("admin:service_election_change", args=[rows["election"].pk])

    answer = client.get(row, follow=True)

    is_shown = "Election: " in answer.content.decode()
    assert is_shown is (may(who, SEE) and rights.may_enter(who))
