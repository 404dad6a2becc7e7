"""A meeting today with three groups, and what is mailed about it, written down."""

from datetime import timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from django.utils import timezone

from intergroup.business import servants
from intergroup.business.actions.calling import write_notice
from intergroup.business.actions.minutes import begin_minutes, circulate_minutes
from intergroup.business.actions.motions import send_to_groups, write_ballots
from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.reporting import ask_for_reports
from intergroup.business.actions.sending import write_down
from intergroup.business.models import MotionStep, PresentedPacket, Sending
from intergroup.business.reports.minutes.paper import round_fingerprint
from intergroup.registry.models import Body
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
)

KINDS = ["notice", "reports", "packet", "minutes", "ballot"]
servants.discover()


@pytest.fixture
def fill(db):
    """Make a body of so many groups, and all that can be mailed to them."""

    def fill(count=3):
        BodyFactory()
        for number in range(1, count + 1):
            email = f"group{number}@example.org"
            GroupFactory(number=number, name="Hope", email=email, status="active")
        today = Body.objects.today()
        meeting = BusinessMeetingFactory(held_on=today)
        return SimpleNamespace(
            today=today,
            meeting=meeting,
            motion=_out(meeting, today),
            minutes=begin_minutes(meeting),
            packet=_kept(meeting),
        )

    return fill


def write(body, kind):
    """Write one of these down, as the button of its page does."""
    return WRITE[kind](body)


def sending(body, kind, **values):
    values = {"meeting": body.meeting, "subject": f"A {kind}", **values}
    return Sending(kind=kind, sent_at=timezone.now(), **values)


def _out(meeting, today):
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    step = MotionStep(motion=motion, meeting=meeting, done_on=today)
    send_to_groups(step, due_on=today + timedelta(days=9), recorded_by=None)
    motion.refresh_from_db()
    return motion


def _kept(meeting):
    return PresentedPacket.objects.create(
        meeting=meeting,
        is_final=False,
        made_at=timezone.now(),
        page_count=1,
        content=b"%PDF-1.7",
        sha256="abc",
    )


def _notice(body):
    at = timezone.now()
    return write_notice(body.meeting, subject="A notice", at=at, sent_by=None)


def _packet(body):
    made = sending(body, "packet", sha256=body.packet.sha256)
    return write_down(made, partial(who_comes, body.meeting.held_on))


def _minutes(body):
    made = sending(body, "minutes", sha256=round_fingerprint(body.minutes))
    return circulate_minutes(body.minutes, made, on=body.today)


WRITE = {
    "notice": _notice,
    "reports": lambda body: ask_for_reports(sending(body, "reports")),
    "packet": _packet,
    "minutes": _minutes,
    "ballot": lambda body: write_ballots(body.motion, on=body.today, sent_by=None),
}
