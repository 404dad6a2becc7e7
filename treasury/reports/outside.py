"""The letter with which money from outside goes back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intergroup.registry.models import Body
from treasury.models import OutsideOffer, Policy


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """What the letter says: thanks, why not, and that all of it is returned."""

    day: date
    offered_by: str
    offered_on: date
    amount: Decimal
    currency: str
    returned_on: date | None
    returned_how: str
    words: str


def refusal_letter(offer: OutsideOffer, *, today: date) -> RefusalLetter:
    """Return the letter for an offer, dated the day it went back, or ``today``."""
    return RefusalLetter(
        day=offer.returned_on or today,
        offered_by=offer.offered_by,
        offered_on=offer.offered_on,
        amount=offer.amount,
        currency=Body.objects.current().currency,
        returned_on=offer.returned_on,
        returned_how=offer.returned_how,
        words=Policy.objects.current().refusal_words,
    )
