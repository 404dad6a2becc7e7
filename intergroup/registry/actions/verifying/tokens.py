"""The random word in a link: it is mailed, and only its hash is kept."""

import hashlib
import secrets
from datetime import date

from intergroup.registry.actions.verifying.contacts import is_contact
from intergroup.registry.actions.verifying.due import ASKABLE
from intergroup.registry.models import Verification


def new_token() -> str:
    """Return a word that nobody can guess, fit for the address of a page."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_question(token: str, *, on: date) -> Verification | None:
    """Return the question that a link asks on ``on``; None for one that is not good.

    It is good until it ends, until somebody of the group has answered, and as long as
    who was asked is a contact of a group that may meet.
    """
    open_ones = Verification.objects.open_on(on).select_related("group")
    asked = open_ones.filter(token_hash=hashed(token), group__status__in=ASKABLE)
    question = asked.first()
    return question if question and is_contact(question, on=on) else None
