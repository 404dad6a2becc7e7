"""Asking back: a message to who sent a form, which waits for the answer."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.deciding import hold_open
from intergroup.registry.models import Registration, RegistrationMessage, User

LONGEST = 2000


@transaction.atomic
def ask_back(
    registration: Registration, *, text: str, at: datetime, asked_by: User
) -> RegistrationMessage:
    """Write a question to who sent a form that is not decided.

    Raises ValidationError: ``decided``, ``empty``, ``too_long``, or ``nobody`` where
    there is no address to ask at.
    """
    held, text = hold_open(registration), text.strip()
    if not text:
        _refuse(_("Write what you want to know."), "empty")
    if len(text) > LONGEST:
        _refuse(_("Write at most %s characters.") % LONGEST, "too_long")
    if not held.sender_email:
        _refuse(_("The sender left no e-mail address."), "nobody")
    held.state = Registration.State.ASKED
    held.save(update_fields=["state"])
    return RegistrationMessage.objects.create(
        registration=held,
        is_from_office=True,
        text=text,
        written_at=at,
        written_by=asked_by,
    )


def _refuse(sentence: str, code: str) -> None:
    raise ValidationError({"text": ValidationError(sentence, code=code)})
