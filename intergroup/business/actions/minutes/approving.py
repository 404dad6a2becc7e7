"""Approving minutes at a later meeting, which locks them; amending them after that."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.minutes.writing import hold
from intergroup.business.models import (
    BusinessMeeting,
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    Motion,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of approved minutes: their words, and their paper."""

    text: str
    content: bytes


Keep = Callable[[Minutes], Kept]
"""Makes what is kept, of minutes that are approved already in all they say."""


@transaction.atomic
def approve_minutes(
    minutes: Minutes,
    *,
    at: BusinessMeeting,
    on: date,
    keep: Keep,
    motion: Motion | None = None,
) -> Minutes:
    """Approve and lock the minutes, by a motion or, without one, without a count.

    Raises ValidationError: ``approved``, ``not_sent_round``, ``open_corrections``,
    ``not_later``, ``not_held``, or ``not_carried_there``.
    """
    held = hold(minutes)
    _check_turn(held)
    _check_meeting(held, at, on)
    check_carried(motion, at)
    held.state = Minutes.State.APPROVED
    held.approved_at, held.approved_by, held.approved_on = at, motion, at.held_on
    kept = keep(held)
    held.text, held.content = kept.text, kept.content
    held.sha256 = hashlib.sha256(kept.content).hexdigest()
    held.full_clean()
    held.save()
    return held


@transaction.atomic
def amend_minutes(amendment: MinutesAmendment) -> None:
    """Write down what a later decision makes approved minutes say; it stays.

    Raises ValidationError: ``not_approved``, ``not_later``, or ``not_carried_there``.
    """
    held = hold(amendment.minutes)
    if not held.is_locked:
        message = _("These minutes are not approved yet: write down a correction.")
        raise ValidationError(message, code="not_approved")
    first = max(held.approved_on, held.meeting.held_on)
    if amendment.decided_at.held_on < first:
        message = _("Only a meeting on %s or later can amend them.")
        day = date_format(first, "DATE_FORMAT")
        raise ValidationError(message % day, code="not_later")
    check_carried(amendment.motion, amendment.decided_at)
    amendment.full_clean()
    amendment.save()


def check_carried(motion: Motion | None, at: BusinessMeeting) -> None:
    """Refuse a motion that did not carry at that meeting; none is no fault."""
    if motion is None:
        return
    is_carried = motion.result == Motion.Result.CARRIED
    if not is_carried or motion.decided_at_id != at.pk:
        message = _("Motion %(number)s did not carry at “%(meeting)s”.")
        params = {"number": motion.number, "meeting": at}
        raise ValidationError(message, code="not_carried_there", params=params)


def _check_turn(minutes: Minutes) -> None:
    if minutes.is_locked:
        message = _("These minutes are approved already.")
        raise ValidationError(message, code="approved")
    if minutes.state == Minutes.State.DRAFT:
        message = _("Send these minutes round first: nobody has read them yet.")
        raise ValidationError(message, code="not_sent_round")
    if minutes.corrections.filter(outcome=MinutesCorrection.Outcome.OPEN).exists():
        message = _("Say of each correction first whether it was taken or left.")
        raise ValidationError(message, code="open_corrections")


def _check_meeting(minutes: Minutes, at: BusinessMeeting, on: date) -> None:
    if at.held_on <= minutes.meeting.held_on:
        message = _("Minutes are approved at a later meeting than their own.")
        raise ValidationError(message, code="not_later")
    if at.held_on > on:
        message = _("“%s” is still to come: it can approve nothing yet.")
        raise ValidationError(message % at, code="not_held")
