"""Sending a motion out to the groups, and reading the links they are mailed."""

import re
from datetime import date

from django.core import mail

from intergroup.business.actions.motions import (
    ballots_post,
    send_to_groups,
    write_ballots,
)
from intergroup.business.actions.sending import go_on
from intergroup.business.models import Motion, MotionStep
from tests.factories import UserFactory

DUE = date(2026, 2, 7)
IN_TIME, TOO_LATE = DUE, date(2026, 2, 8)


def send_out(motion, meeting):
    step = MotionStep(motion=motion, meeting=meeting, done_on=meeting.held_on)
    send_to_groups(step, due_on=DUE, recorded_by=None)
    return Motion.objects.get(pk=motion.pk)


def mail_ballots(motion, *, on=IN_TIME, link=str):
    """Write down who is mailed a ballot, and mail them all; return the sending."""
    sending = write_ballots(motion, on=on, sent_by=UserFactory())
    go_on(sending, ballots_post(sending, link=link, on=on))
    return sending


def links(motion):
    """Mail the ballots; return the token of each letter by its address."""
    mail_ballots(motion, link=lambda token: f"/b/{token}/")
    return {each.bcc[0]: re.findall(r"/b/(.+)/", each.body) for each in mail.outbox}
