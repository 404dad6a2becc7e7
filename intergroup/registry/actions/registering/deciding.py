"""Deciding a form, once: accepted with what is written, or refused with a sentence."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.registering.applying import (
    IS_GENUINE,
    THEN,
    WAITS,
    apply_form,
    apply_waiting,
    hand_of,
    kept_words,
    waits_until,
)
from intergroup.registry.actions.registering.meaning import meaning_today
from intergroup.registry.actions.registering.proposals import Proposal, present
from intergroup.registry.models import Registration, User

State = Registration.State


@transaction.atomic
def accept(
    registration: Registration,
    *,
    on: date,
    at: datetime,
    decided_by: User,
    proposal: Proposal | None = None,
    is_genuine: bool = False,
) -> Registration:
    """Accept a form, and write it into the register.

    ``proposal`` is what the office made of it; None: as it was sent. ``is_genuine``:
    a closing is known to come from the group. What is for a later day is kept, and
    written on that day. Raises ValidationError: ``decided``, or the rule it breaks.
    """
    held = hold_open(registration)
    meant = meaning_today(held) if proposal is None else proposal
    if day := waits_until(held, is_genuine=is_genuine, on=on):
        then = present(held.group)
        held.applied = kept_words(
            meant, **{WAITS: day.isoformat(), THEN: then, IS_GENUINE: is_genuine}
        )
    else:
        hand = hand_of(held, on=on, by=decided_by)
        held.group = apply_form(held, meant, is_genuine=is_genuine, hand=hand)
        held.applied = kept_words(meant)
    return _decide(held, State.ACCEPTED, at=at, decided_by=decided_by)


@transaction.atomic
def refuse(
    registration: Registration, *, answer: str, at: datetime, decided_by: User
) -> Registration:
    """Refuse a form, with a sentence to who sent it.

    Raises ValidationError: ``decided``, or ``no_answer``.
    """
    held = hold_open(registration)
    if not answer.strip():
        message = _("Write a sentence to the sender: why, and what they can do.")
        raise ValidationError({"answer": ValidationError(message, code="no_answer")})
    held.answer = answer.strip()
    return _decide(held, State.REFUSED, at=at, decided_by=decided_by)


@transaction.atomic
def write_forms_of_the_day(*, on: date) -> tuple[list[Registration], list[str]]:
    """Write the accepted forms whose day has come.

    Returns those written, and a sentence for each that the register refused.
    """
    hold_register()
    waiting = Registration.objects.filter(
        state=State.ACCEPTED, **{f"applied__{WAITS}__lte": on.isoformat()}
    )
    written, refused = [], []
    for each in waiting.select_related("group").order_by("pk"):
        try:
            with transaction.atomic():
                apply_waiting(each, on=on)
        except ValidationError as error:
            refused.append(f"{each}: {' '.join(error.messages)}")
        else:
            written.append(each)
    return written, refused


def hold_open(registration: Registration) -> Registration:
    """Return the form as it is now, held; refuse one that was decided already.

    Raises ValidationError (``decided``), with who was faster and when.
    """
    hold_register()
    rows = Registration.objects.select_for_update(of=("self",))
    held = rows.select_related("group").get(pk=registration.pk)
    if held.state not in Registration.WAITING:
        message = _("%(who)s was faster on %(day)s: this is %(state)s already.")
        params = {
            "state": held.get_state_display().lower(),
            "day": date_format(held.decided_at, "DATE_FORMAT"),
            "who": held.decided_by.shown_name,
        }
        raise ValidationError(message, code="decided", params=params)
    return held


def _decide(
    held: Registration, state: str, *, at: datetime, decided_by: User
) -> Registration:
    held.state, held.decided_at, held.decided_by = state, at, decided_by
    held.validate_constraints()
    held.save()
    return held
