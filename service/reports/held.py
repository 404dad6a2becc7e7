"""What of positions the public does not read, because it may be a person’s."""

from dataclasses import dataclass
from datetime import date

from service.models import Policy, Position
from service.publishing import Censor, Held


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Words that read “[…]” on the public page and on the flyer, each where it stands.

    ``is_public`` says whether there is a public page.
    """

    words: tuple[Held, ...]
    is_public: bool


def held_back(day: date) -> HeldBack | None:
    """Return what is held back of the positions on ``day``; None where nothing is."""
    policy, positions = Policy.objects.current(), Position.objects.open_on(day)
    words = Censor().held_of_all(positions, policy)
    return HeldBack(words, policy.is_public) if words else None
