"""Sending a motion out to the groups, and reading the links they are mailed."""

import re
from datetime import date

from django.core import mail

from intergroup.business.actions.motions import mail_ballots, send_to_groups
from intergroup.business.models import Motion, MotionStep
from tests.factories import UserFactory

DUE = date(2026, 2, 7)
IN_TIME, TOO_LATE = DUE, date(2026, 2, 8)


def send_out(motion, meeting):
    step = MotionStep(motion=motion, meeting=meeting, done_on=meeting.held_on)
    send_to_groups(step, due_on=DUE, recorded_by=None)
    return Motion.objects.get(pk=motion.pk)


def links(motion):
    """Mail the ballots; return the token of each letter by its address."""
    mail_ballots(
        motion, link=lambda token: f"/b/{token}/", on=IN_TIME, sent_by=UserFactory()
    )
    return {each.bcc[0]: re.findall(r"/b/(.+)/", each.body) for each in mail.outbox}
