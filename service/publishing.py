"""What of service leaves for everybody: no word of it may be a person’s.

The register’s scanner looks through it. What it finds reads “[…]”, on the public page
and on the flyer, until somebody in the office has changed the text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intergroup.registry.actions.looking import held_back, scan
from intergroup.registry.actions.looking.guarded import known_here
from intergroup.registry.models import Body, Directory
from service.models import Policy, Position

PUBLIC = ("name", "duties", "who_may_hold", "email")


@dataclass(frozen=True, slots=True)
class Held:
    """Words that are held back, and in which box of what they stand.

    ``position`` is the id of the position, None for the words of the policy.
    """

    position: int | None
    name: str
    box: str
    words: tuple[str, ...]


class Censor:
    """Holds back words that may be a person’s. It reads the people, once."""

    def __init__(self) -> None:
        self.known = known_here(Body.objects.current(), Directory.objects.current())

    def text(self, text: str) -> str:
        """Return a text as everybody may read it."""
        return held_back(text, scan(text, self.known), lambda _found: True)

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words that are held back in a text."""
        return tuple(each.words for each in scan(text, self.known))

    def mailbox(self, *addresses: str) -> str:
        """Return the first address that is no person’s; “” where there is none."""
        good = (each for each in addresses if each and not self.words(each))
        return next(good, "")

    def held(self, position: Position) -> tuple[Held, ...]:
        """Return what is held back of a position, box by box."""
        found = []
        for field in PUBLIC:
            if words := self.words(getattr(position, field)):
                box = str(Position._meta.get_field(field).verbose_name)
                found.append(Held(position.pk, position.name, box, words))
        return tuple(found)

    def held_of_policy(self, policy: Policy) -> tuple[Held, ...]:
        """Return what is held back of the words to those who think of serving."""
        words = self.words(str(policy.invitation))
        box = str(Policy._meta.get_field("invitation").verbose_name)
        return (Held(None, str(policy), box, words),) if words else ()

    def held_of_all(
        self, positions: Iterable[Position], policy: Policy
    ) -> tuple[Held, ...]:
        """Return all that is held back: of the policy first, then of each position."""
        found = [each for position in positions for each in self.held(position)]
        return (*self.held_of_policy(policy), *found)
