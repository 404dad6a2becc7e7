"""The meeting opens and closes, its roll is kept, and its quorum is counted."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business import quorum
from intergroup.business.actions.rollcall.holding import hold
from intergroup.business.models import BusinessMeeting, QuorumCount
from intergroup.business.standing import (
    Standing,
    count_of,
    rule_of,
    size_of_roll,
)


@transaction.atomic
def keep_roll(meeting: BusinessMeeting, *, on: date) -> None:
    """Keep how many groups are on the roll, once the day has come and one has answered.

    A number that is kept already stays.
    """
    has_come = meeting.held_on <= on
    if has_come and meeting.roll_size is None and meeting.roll.exists():
        rows = list(meeting.roll.all())
        returned = sum(row.has_vote and row.is_beside_roll for row in rows)
        meeting.roll_size = size_of_roll(meeting, rows) - returned
        meeting.save(update_fields=["roll_size"])


def freeze(meeting: BusinessMeeting, *, on: date, standing: Standing) -> None:
    """Keep the roll just before the first group answers, once the day has come."""
    if meeting.held_on <= on and meeting.roll_size is None:
        if meeting.roll.exists():
            keep_roll(meeting, on=on)
            return
        meeting.roll_size = len(standing.on_roll)
        meeting.save(update_fields=["roll_size"])


@transaction.atomic
def count_quorum(meeting: BusinessMeeting, *, at: datetime) -> QuorumCount:
    """Write down the quorum as it is at this moment.

    Once there is one it stands until the meeting ends, and is not counted again, unless
    the rule says that it is. Raises ValidationError (``closed``).
    """
    held = hold(meeting)
    if held.closed_at:
        raise ValidationError(_("The meeting is closed already."), code="closed")
    established = held.quorum_counts.filter(has_quorum=True).first()
    if established and not held.is_quorum_recalled:
        return established
    rule, rows = rule_of(held), list(held.roll.all())
    roll = size_of_roll(held, rows)
    found = count_of(held, rows, held.attendees.all(), roll=roll)
    counted = QuorumCount(
        meeting=held,
        counted_at=at,
        groups_here=found.groups,
        officers_here=found.officers,
        roll_size=found.roll,
        has_quorum=quorum.is_quorum(rule, found),
        in_words=quorum.in_words(rule, found),
    )
    counted.full_clean()
    counted.save()
    return counted


@transaction.atomic
def open_meeting(meeting: BusinessMeeting, *, at: time, opened_by: str) -> bool:
    """Write down when the meeting began, and which position opened it.

    False where somebody else has opened it before; what they wrote stays.
    """
    held = hold(meeting)
    if held.opened_at:
        return False
    held.opened_at, held.opened_by = at, opened_by
    held.full_clean()
    held.save(update_fields=["opened_at", "opened_by"])
    return True


@transaction.atomic
def close_meeting(meeting: BusinessMeeting, *, at: time, closed_by: str) -> bool:
    """Write down when it ended, and which position closed it; False where it has been.

    Raises ValidationError (``not_open``).
    """
    held = hold(meeting)
    if not held.opened_at:
        raise ValidationError(_("The meeting was not opened yet."), code="not_open")
    if held.closed_at:
        return False
    held.closed_at, held.closed_by = at, closed_by
    held.full_clean()
    held.save(update_fields=["closed_at", "closed_by"])
    return True
