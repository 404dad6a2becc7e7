"""Which question a link asks: the random word in it is kept only as a hash."""

from datetime import date

from intergroup.kit.tokens import hashed
from intergroup.registry.actions.verifying.contacts import is_contact
from intergroup.registry.actions.verifying.due import ASKABLE
from intergroup.registry.models import Verification


def find_question(token: str, *, on: date) -> Verification | None:
    """Return the question that a link asks on ``on``; None for one that is not good.

    It is good until it ends, until somebody of the group has answered, and as long as
    who was asked is a contact of a group that may meet.
    """
    open_ones = Verification.objects.open_on(on).select_related("group")
    asked = open_ones.filter(token_hash=hashed(token), group__status__in=ASKABLE)
    question = asked.first()
    return question if question and is_contact(question, on=on) else None
