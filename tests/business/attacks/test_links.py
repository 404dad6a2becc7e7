"""Links that are forged, ended or used again; and more text than anybody types."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.business.actions.motions import send_to_groups
from intergroup.business.models import (
    GroupBallot,
    MeetingReport,
    Motion,
    MotionStep,
)
from intergroup.kit.tokens import hashed
from tests.business.motions.asking import mail_ballots
from tests.business.motions.test_receiving import FORM, filled
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
)

MUCH = 10 * 1024 * 1024
WORD = "a-word"


@pytest.fixture
def today(db):
    BodyFactory()
    return timezone.localdate()


@pytest.fixture
def meeting(today):
    return BusinessMeetingFactory(held_on=today)


@pytest.fixture
def report(meeting, today):
    """A report that is asked for by the link with ``WORD``."""
    return MeetingReport.objects.create(
        meeting=meeting,
        group=GroupFactory(number=7),
        token_hash=hashed(WORD),
        asked_on=today,
        expires_on=today + timedelta(days=1),
    )


@pytest.fixture
def ballot(meeting, today):
    """The ballot of a motion that is out, by the link with ``WORD``."""
    GroupFactory(number=8, email="hope@example.org")
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    step = MotionStep(motion=motion, meeting=meeting, done_on=today)
    send_to_groups(step, due_on=today + timedelta(days=1), recorded_by=None)
    GroupBallot.objects.exclude(group__number=8).delete()
    GroupBallot.objects.update(token_hash=hashed(WORD))
    return GroupBallot.objects.get()


def address(name, word=WORD):
    return reverse(f"business:{name}", args=[word])


@pytest.mark.parametrize(
    "word", [hashed(WORD), WORD.upper(), f"{WORD} ", "\x00", "%00"]
)
def test_a_forged_link_opens_nothing(client, report, ballot, word):
    codes = {
        client.get(address(name, word)).status_code
        for name in ("report", "group-ballot")
    }

    assert codes == {404}


def test_the_hash_of_no_link_is_no_link(client, report, ballot):
    """A row without a link has an empty hash: nothing may be its link."""
    MeetingReport.objects.update(token_hash="")
    GroupBallot.objects.update(token_hash="")

    codes = {client.get(address(n)).status_code for n in ("report", "group-ballot")}

    assert codes == {404}


def test_an_ended_link_takes_nothing(client, report, ballot, today):
    old = {"expires_on": today}
    MeetingReport.objects.update(asked_on=today - timedelta(days=9), **old)
    GroupBallot.objects.update(sent_on=today - timedelta(days=9), **old)

    codes = {
        client.post(address("report"), {"send": 1, "report": "Late."}).status_code,
        client.post(address("group-ballot"), {"answer": "for"}).status_code,
    }

    assert codes == {404}
    assert not MeetingReport.objects.given().exists()
    assert not GroupBallot.objects.answered().exists()


def test_an_answer_sent_again_changes_nothing(client, ballot):
    client.post(address("group-ballot"), {"answer": "for"})

    again = client.post(address("group-ballot"), {"answer": "against"})

    assert again.status_code == 404
    assert GroupBallot.objects.get().answer == "for"


def test_a_link_of_a_group_that_was_closed_reports_nothing(client, report):
    report.group.status = "closed"
    report.group.save()

    assert client.get(address("report")).status_code == 404


def test_ten_megabytes_in_a_box_are_refused_before_they_are_read(
    client, as_sam, report, ballot
):
    codes = {
        client.post(address("report"), {"draft": 1, "report": "x" * MUCH}).status_code,
        client.post(
            address("group-ballot"), {"answer": "for", "note": "x" * MUCH}
        ).status_code,
        as_sam.post(FORM, {"text": "x" * MUCH}).status_code,
    }

    assert codes <= {400, 413}
    assert MeetingReport.objects.get().report == ""
    assert not GroupBallot.objects.answered().exists()


def test_two_megabytes_are_cut_in_a_report_and_refused_in_a_motion(
    as_sam, report, meeting
):
    much = "x" * 2_000_000

    as_sam.post(address("report"), {"save": 1, "report": much, "read": read(as_sam)})
    sent = as_sam.post(FORM, filled(meeting, text=much, intent=much))

    assert len(MeetingReport.objects.get().report) == 10_000
    assert sent.status_code in {400, 422}
    assert not Motion.objects.filter(result="received").exists()


def read(client):
    return client.get(address("report")).context["form"].read


def test_a_title_of_two_lines_does_not_keep_the_ballots_from_going_out(
    ballot, mailoutbox, today
):
    Motion.objects.update(title="Two\r\nBcc: all@example.org")

    mail_ballots(Motion.objects.get(), on=today)

    (letter,) = mailoutbox
    assert letter.subject == "A motion for your group: Two Bcc: all@example.org"
    assert letter.bcc == ["hope@example.org"]
