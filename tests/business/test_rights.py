"""Every page of the business meeting opens for exactly the roles that may."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from intergroup.business.urls import urlpatterns
from tests import rights
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory
from tests.rights import NOBODY, PEOPLE, is_shut_out, sign_in

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the row it is about.
RUN = ("view_motion", "change_motion", "add_motionstep")
ADDRESSES = {
    "packet": (("view_businessmeeting",), None, "meeting"),
    "packet-pdf": (("view_businessmeeting",), None, "meeting"),
    "motions": (("view_motion",), None),
    "motions-received": (RUN, None),
    "motion": (("view_motion",), None, "motion"),
    "motion-file": (("view_motion",), None, "file"),
    "motion-step": (None, RUN, "motion", "kind"),
    "motion-by-groups": (None, RUN, "motion"),
    "motion-mail": (None, RUN, "motion"),
    "motion-policy": (None, (*RUN, "add_guideline"), "motion"),
    "motion-ballots": (RUN, RUN, "motion"),
    "ballot-sheets": (RUN, None, "motion"),
    "ballot-sheet": (RUN, None, "motion", "ballot"),
}
BY_LINK = {"motion-form": (), "motion-sent": ("-",), "group-ballot": ("-",)}
BY_LINK |= {"ballot-sent": ()}


@pytest.fixture
def rows(db):
    meeting = BusinessMeetingFactory()
    motion = MotionFactory(meeting=meeting, result="to-groups")
    kept = {"kind": "application/pdf", "content": b"%PDF-", "sha256": "0"}
    days = {"sent_on": date(2026, 1, 11), "expires_on": date(2026, 2, 9)}
    return {
        "meeting": meeting,
        "motion": motion,
        "ballot": motion.ballots.create(group=GroupFactory(), **days),
        "file": motion.attachments.create(name="a.pdf", **kept),
        "kind": SimpleNamespace(pk="withdrawn"),
    }


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, wanted):
    return rights.may(who, "business", wanted)


def address(name, rows, *, known=True):
    about = ADDRESSES[name][2:]
    return reverse(
        f"business:{name}",
        args=[rows[each].pk if known or each == "kind" else 999_999 for each in about],
    )


def test_every_address_is_told_of():
    assert {each.name for each in urlpatterns} == {*ADDRESSES, *BY_LINK}


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


def test_a_page_behind_a_link_asks_nobody_to_sign_in_and_is_in_no_search(
    client, rows, who
):
    sign_in(client, who)

    answers = {
        name: client.get(reverse(f"business:{name}", args=args))
        for name, args in BY_LINK.items()
    }

    found = {name: each.status_code for name, each in answers.items()}
    form = 404 if who == NOBODY else 200
    expected = {"motion-sent": 404, "group-ballot": 404, "ballot-sent": 200}
    assert found == {"motion-form": form, **expected}
    for name in ("group-ballot", "ballot-sent", "motion-form"):
        assert "noindex" in answers[name]["X-Robots-Tag"]
        assert "no-store" in answers[name]["Cache-Control"]


def test_a_motion_only_sent_in_is_seen_by_who_decides_on_it(client, rows, who):
    sent_in = MotionFactory(meeting=rows["meeting"], number="", result="received")
    sign_in(client, who)

    answer = client.get(reverse("business:motion", args=[sent_in.pk]))

    if may(who, ["view_motion", "change_motion"]):
        assert answer.status_code == 200
    else:
        assert answer.status_code in {302, 403, 404}
