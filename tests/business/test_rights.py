"""Every page of the business meeting opens for exactly the roles that may."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse

from intergroup.business.actions.minutes import begin_minutes
from intergroup.business.models import (
    Minutes,
    PacketMaking,
    PresentedPacket,
    Sending,
)
from intergroup.business.urls import urlpatterns
from tests import rights
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory
from tests.rights import NOBODY, PEOPLE, is_shut_out, sign_in

REPORTS, MINUTES = ("change_meetingreport",), ("change_minutes",)

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the row it is about.
CALLS = ("add_attendance", "change_attendance")
NOTICE = ("change_businessmeeting", "add_sending")
RUN = ("view_motion", "change_motion", "add_motionstep")
ADDRESSES = {
    "packet": (("view_businessmeeting",), None, "meeting"),
    "packet-pdf": (("view_businessmeeting",), None, "meeting"),
    "sheets": (("change_businessmeeting",), None, "meeting"),
    "packet-present": (None, ("add_presentedpacket",), "meeting"),
    "packet-made": (("add_presentedpacket",), None, "making"),
    "packet-kept": (("view_businessmeeting",), None, "packet"),
    "packet-send": (("add_sending",), ("add_sending",), "packet"),
    "sent": (("add_sending",), None, "sending"),
    "sent-go-on": (None, ("add_sending",), "sending"),
    "meeting-reports": (("view_meetingreport",), None, "meeting"),
    "meeting-report": (REPORTS, REPORTS, "meeting"),
    "meeting-reports-ask": (None, REPORTS, "meeting"),
    "meeting-reports-accept": (None, REPORTS, "meeting"),
    "minutes-archive": (("view_minutes",), None),
    "minutes": (("view_minutes",), None, "meeting"),
    "minutes-pdf": (("view_minutes",), None, "meeting"),
    "minutes-begin": (None, MINUTES, "meeting"),
    "minutes-add-part": (None, MINUTES, "meeting"),
    "minutes-part": (None, MINUTES, "part"),
    "minutes-arrange": (None, MINUTES, "part"),
    "minutes-round": (None, MINUTES, "meeting"),
    "minutes-correct": (None, MINUTES, "meeting"),
    "minutes-settle": (None, MINUTES, "correction"),
    "minutes-approve": (None, MINUTES, "meeting"),
    "minutes-amend": (None, ("add_minutesamendment",), "meeting"),
    "motions": (("view_motion",), None),
    "motions-received": (RUN, None),
    "motion": (("view_motion",), None, "motion"),
    "motion-file": (("view_motion",), None, "file"),
    "motion-step": (None, RUN, "motion", "kind"),
    "motion-strike": (None, RUN, "motion", "step"),
    "motion-by-groups": (None, RUN, "motion"),
    "motion-mail": (None, RUN, "motion"),
    "motion-policy": (None, (*RUN, "add_guideline"), "motion"),
    "motion-ballots": (RUN, RUN, "motion"),
    "ballot-sheets": (RUN, None, "motion"),
    "ballot-sheet": (RUN, None, "motion", "ballot"),
    "meeting": (("change_businessmeeting",), None, "meeting"),
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
BY_LINK = {"motion-form": (), "motion-sent": ("-",), "group-ballot": ("-",)}
BY_LINK |= {"ballot-sent": ()}
BEHIND_A_WORD = {"report": ("none",)}  # a link that nobody guesses
# What is somebody’s own: tried in tests of its own too, such as home/test_sheet.py.
ONES_OWN = {"my-report": (), "my-tasks": ()}
ONES_ALONE = {"sheet", "task-done"}


@pytest.fixture
def rows(db):
    GroupFactory()  # it reports to the meeting
    meeting = BusinessMeetingFactory()
    return {
        "meeting": meeting,
        **_of_packets(meeting),
        **_of_minutes(meeting),
        **_of_motions(meeting),
    }


def _of_packets(meeting):
    at = datetime(2026, 2, 8, 12, tzinfo=UTC)
    kept = {"is_final": False, "made_at": at, "page_count": 1, "content": b"%PDF"}
    return {
        "making": PacketMaking.objects.create(
            meeting=meeting, asked_at=at, heard_at=at, state="failed", problem="No."
        ),
        "packet": PresentedPacket.objects.create(meeting=meeting, **kept),
        "sending": Sending.objects.create(
            kind="packet", meeting=meeting, subject="Packet", sent_at=at
        ),
    }


def _of_minutes(meeting):
    minutes = begin_minutes(meeting)
    Minutes.objects.update(state="circulated")
    asked = {"asked_by": "Group 7", "text": "It was nine.", "asked_on": meeting.held_on}
    return {
        "part": minutes.parts.first(),
        "correction": minutes.corrections.create(**asked),
    }


def _of_motions(meeting):
    motion = MotionFactory(meeting=meeting, result="to-groups")
    file = {"kind": "application/pdf", "content": b"%PDF-", "sha256": "0"}
    days = {"sent_on": date(2026, 1, 11), "expires_on": date(2026, 2, 9)}
    return {
        "motion": motion,
        "step": motion.steps.create(kind="to-groups", done_on=date(2026, 1, 11)),
        "ballot": motion.ballots.create(group=GroupFactory(), **days),
        "file": motion.attachments.create(name="a.pdf", **file),
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
        f"business:{name}", args=[_word(each, rows, known=known) for each in about]
    )


def _word(about, rows, *, known):
    """What stands in an address for a row, or for one that is not there."""
    if about == "kind":
        return rows[about].pk
    if about == "slug":
        return "na-area" if known else "nothing"
    return rows[about].pk if known else 999_999


def test_every_address_is_told_of():
    told = {*ADDRESSES, *BEHIND_A_WORD, *ONES_OWN, *ONES_ALONE, *BY_LINK}

    assert {each.name for each in urlpatterns} == told


def test_a_word_that_nobody_was_given_opens_nothing(client, rows, who):
    sign_in(client, who)

    found = {
        name: getattr(client, send)(reverse(f"business:{name}", args=args)).status_code
        for name, args in BEHIND_A_WORD.items()
        for send in ("get", "post")
    }

    assert found == dict.fromkeys(BEHIND_A_WORD, 404)


def test_what_is_ones_own_is_for_everybody_who_signs_in(client, rows, who):
    sign_in(client, who)

    found = {
        name: client.get(reverse(f"business:{name}", args=args))
        for name, args in ONES_OWN.items()
    }

    for answer in found.values():
        assert is_shut_out(who, answer) if who == NOBODY else answer.status_code == 200


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
