"""How a group ends: said to have closed, asked, closed; and opened again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intergroup.registry.actions.arranging import put_back, take_off
from intergroup.registry.actions.living.resting import require_reason
from intergroup.registry.actions.living.steps import (
    Status,
    as_it_meets,
    begin_step,
    finish_step,
)
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import Group, Meeting


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
    take_off(group.meetings.listed(), on=closed_on, hand=hand)
    return group


@transaction.atomic
def reopen(group: Group, *, hand: Hand) -> Group:
    """Open a closed group again, with its number and the meetings it closed with."""
    before = begin_step("reopen", group)
    put_back(left_with(group, group.closed_on), hand=hand)
    status = as_it_meets(group, on=hand.on)
    return finish_step(group, before, hand, status=status, closed_on=None)


def left_with(group: Group, day: date | None) -> QuerySet[Meeting]:
    """Return the meetings that left the list with the group, on ``day``."""
    left = group.meetings.filter(unlisted_on=day)
    return left if day else left.none()
