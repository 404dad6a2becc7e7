"""Every page of the business meeting opens for exactly the roles that may."""

import pytest
from django.urls import reverse

from intergroup.business.urls import urlpatterns
from tests import rights
from tests.factories import BusinessMeetingFactory
from tests.rights import PEOPLE, is_shut_out, sign_in

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the row it is about.
CALLS = ("add_attendance", "change_attendance")
NOTICE = ("change_businessmeeting", "add_sending")
ADDRESSES = {
    "packet": (("view_businessmeeting",), None, "meeting"),
    "packet-pdf": (("view_businessmeeting",), None, "meeting"),
    "notice": (NOTICE, NOTICE, "meeting"),
    "meeting-ics": (("view_businessmeeting",), None, "meeting"),
    "ready-agendas": (("add_agendatemplate",), None),
    "ready-agenda": (None, ("add_agendatemplate",), "slug"),
    "roll": (CALLS, None, "meeting"),
    "roll-group": (None, CALLS, "meeting"),
    "roll-officer": (None, CALLS, "meeting"),
    "roll-observers": (None, CALLS, "meeting"),
    "roll-quorum": (None, ("add_quorumcount",), "meeting"),
    "roll-open": (None, ("change_businessmeeting",), "meeting"),
}


@pytest.fixture
def rows(db):
    return {"meeting": BusinessMeetingFactory()}


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, wanted):
    return rights.may(who, "business", wanted)


def address(name, rows, *, known=True):
    about = ADDRESSES[name][2:]
    return reverse(
        f"business:{name}", args=[_word(each, rows, known=known) for each in about]
    )


def _word(about, rows, *, known):
    """What stands in an address for a row, or for one that is not there."""
    if about == "slug":
        return "na-area" if known else "nothing"
    return rows[about].pk if known else 999_999


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
            is_right = answer.status_code in {200, 302}
            is_right &= "no-store" in answer["Cache-Control"]
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_sent_by_those_who_may_not_is_refused(client, rows, who):
    sign_in(client, who)

    wrong = {}
    for name, (_seen, taken, *_about) in ADDRESSES.items():
        if taken and may(who, taken):
            continue
        answer = client.post(address(name, rows))
        is_right = is_shut_out(who, answer) if taken else answer.status_code == 405
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_not_there_is_not_found(client, rows, sam):
    client.force_login(sam)

    wrong = {}
    for name, (seen, _taken, *about) in ADDRESSES.items():
        if about:
            send = client.get if seen else client.post
            status = send(address(name, rows, known=False)).status_code
            if status != 404:
                wrong[name] = status

    assert wrong == {}
