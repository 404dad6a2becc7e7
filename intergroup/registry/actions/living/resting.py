"""Groups that do not meet for a while, and those that a visit did not find."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.actions.living.steps import (
    Status,
    as_it_meets,
    begin_step,
    finish_step,
)
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import Group


@transaction.atomic
def pause(group: Group, *, until: date | None, hand: Hand) -> Group:
    """Pause a group. ``until`` is the first day on which it meets again, if known.

    Raises ValidationError (``not_later``) for a day that has come already.
    """
    before = begin_step("pause", group)
    if until and until <= hand.on:
        error = ValidationError(_("A pause lasts until a later day."), code="not_later")
        raise ValidationError({"paused_until": error})
    return finish_step(group, before, hand, status=Status.PAUSED, paused_until=until)


@transaction.atomic
def resume(group: Group, *, hand: Hand) -> Group:
    """Let a paused group meet again."""
    before = begin_step("resume", group)
    status = as_it_meets(group, on=hand.on)
    return finish_step(group, before, hand, status=status, paused_until=None)


@transaction.atomic
def report_missing(group: Group, *, hand: Hand) -> Group:
    """Write down that a visit did not find the group where it is listed.

    Raises ValidationError (``no_reason``) where nobody says who looked, and where.
    """
    before = begin_step("report-missing", group)
    require_reason(hand, _("Say when somebody went there, and what they found."))
    return finish_step(group, before, hand, status=Status.MISSING)


@transaction.atomic
def find_again(group: Group, *, hand: Hand) -> Group:
    """Write down that a missing group was heard from."""
    before = begin_step("find-again", group)
    return finish_step(group, before, hand, status=as_it_meets(group, on=hand.on))


def require_reason(hand: Hand, sentence: str) -> None:
    """Raise ValidationError (``no_reason``) for a step taken without saying why."""
    if not hand.reason.strip():
        raise ValidationError({"reason": ValidationError(sentence, code="no_reason")})
