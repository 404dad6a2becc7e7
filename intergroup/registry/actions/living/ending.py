"""How a group ends: said to have closed, asked, closed; and opened again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.actions.living.resting import require_reason
from intergroup.registry.actions.living.steps import (
    Status,
    as_it_meets,
    begin_step,
    finish_step,
)
from intergroup.registry.actions.recording import Hand, facts, record_changes
from intergroup.registry.models import Group


@transaction.atomic
def say_closed(group: Group, *, hand: Hand) -> Group:
    """Write down that a group is said to have closed; it stays in the list meanwhile.

    Raises ValidationError (``no_reason``) where nobody says who told.
    """
    before = begin_step("say-closed", group)
    require_reason(hand, _("Say who told you, and when."))
    return finish_step(group, before, hand, status=Status.PENDING_INACTIVE)


@transaction.atomic
def confirm_open(group: Group, *, hand: Hand) -> Group:
    """Write down that a group which was said to have closed meets."""
    before = begin_step("confirm-open", group)
    return finish_step(group, before, hand, status=as_it_meets(group, on=hand.on))


@transaction.atomic
def close(group: Group, *, closed_on: date, hand: Hand) -> Group:
    """Close a group on ``closed_on``; its meetings leave the list on that day.

    Raises ValidationError (``not_yet``) for a day that has not come, and the sentence
    of the constraint for one before the group started.
    """
    before = begin_step("close", group)
    if closed_on > hand.on:
        error = ValidationError(_("That day has not come yet."), code="not_yet")
        raise ValidationError({"closed_on": error})
    finish_step(group, before, hand, status=Status.INACTIVE, closed_on=closed_on)
    unlist_meetings(group, on=closed_on, hand=hand)
    return group


@transaction.atomic
def reopen(group: Group, *, hand: Hand) -> Group:
    """Open a closed group again, with its number and the meetings it closed with."""
    before = begin_step("reopen", group)
    list_meetings(group, unlisted_on=group.closed_on, hand=hand)
    status = as_it_meets(group, on=hand.on)
    return finish_step(group, before, hand, status=status, closed_on=None)


def unlist_meetings(group: Group, *, on: date, hand: Hand) -> None:
    """Take every listed meeting of the group off the list."""
    for meeting in group.meetings.listed():
        before = facts(meeting)
        meeting.unlisted_on = on
        meeting.save(update_fields=["unlisted_on"])
        record_changes(meeting, before, hand)


def list_meetings(group: Group, *, unlisted_on: date | None, hand: Hand) -> None:
    """Put back the meetings that left the list on ``unlisted_on``."""
    if unlisted_on is None:
        return
    for meeting in group.meetings.filter(unlisted_on=unlisted_on):
        before = facts(meeting)
        meeting.unlisted_on = None
        meeting.save(update_fields=["unlisted_on"])
        record_changes(meeting, before, hand)
