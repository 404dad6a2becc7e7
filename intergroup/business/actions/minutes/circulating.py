"""Sending minutes round, and what was found wrong in them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.actions.minutes.writing import hold
from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import write_down
from intergroup.business.models import Minutes, MinutesCorrection, Sending

Outcome = MinutesCorrection.Outcome


@transaction.atomic
def circulate_minutes(minutes: Minutes, sending: Sending, *, on: date) -> Sending:
    """Write down that the minutes go to all who speak for a group and all who serve.

    They may be sent round again once corrected. Raises ValidationError: ``locked``,
    ``not_over`` before the meeting, or ``no_words``.
    """
    held = hold(minutes)
    _check_round(held, on)
    written = write_down(sending, lambda: who_comes(on))
    if held.state == Minutes.State.DRAFT:
        held.state = Minutes.State.CIRCULATED
    held.circulated_on = on
    held.save(update_fields=["state", "circulated_on"])
    return written


@transaction.atomic
def ask_correction(correction: MinutesCorrection) -> None:
    """Write down what a group or a position found wrong.

    Raises ValidationError: ``locked``, or ``draft`` while nobody has them yet.
    """
    held = hold(correction.minutes)
    _check_not_locked(held)
    if held.state == Minutes.State.DRAFT:
        message = _("These minutes are still being written: change the words.")
        raise ValidationError(message, code="draft")
    correction.full_clean()
    correction.save()


@transaction.atomic
def settle_correction(correction: MinutesCorrection, *, outcome: str) -> None:
    """Say that it was corrected, or left as it was.

    Raises ValidationError: ``locked``, or ``settled`` for one that has its answer.
    """
    held = hold(correction.minutes)
    _check_not_locked(held)
    if MinutesCorrection.objects.get(pk=correction.pk).outcome != Outcome.OPEN:
        message = _("This correction has its answer already.")
        raise ValidationError(message, code="settled")
    correction.outcome = outcome
    correction.full_clean()
    correction.save(update_fields=["outcome"])
    if outcome == Outcome.TAKEN:
        held.state = Minutes.State.CORRECTED
        held.save(update_fields=["state"])


def _check_round(minutes: Minutes, on: date) -> None:
    _check_not_locked(minutes)
    if on < minutes.meeting.held_on:
        message = _("The meeting is still to come: there is nothing to send round.")
        raise ValidationError(message, code="not_over")
    if not minutes.parts.exists():
        message = _("These minutes have no part yet. Write one, then send them round.")
        raise ValidationError(message, code="no_words")


def _check_not_locked(minutes: Minutes) -> None:
    if minutes.is_locked:
        message = _("These minutes are approved: only a later decision amends them.")
        raise ValidationError(message, code="locked")
