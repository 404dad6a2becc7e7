"""The anonymity guard between the register and the public.

What may be a person’s is held back until somebody has decided that it may be shown,
whether or not it was written down as a finding yet.
"""

from functools import lru_cache

from intergroup.registry.actions.looking.findings import place_of
from intergroup.registry.actions.looking.guarded import (
    changed_in,
    is_own,
    known_here,
    own_of,
)
from intergroup.registry.actions.looking.numbers import without_password
from intergroup.registry.actions.looking.scanning import Found, Known, held_back, scan
from intergroup.registry.models import Body, Directory, Finding

_KEPT = 20_000  # texts of which it is remembered what was found in them

__all__ = ["Censor", "own_of"]


class Censor:
    """Holds back words that may be a person’s until somebody has looked at them.

    It reads the people and the decisions, once each.
    """

    def __init__(self, body: Body, directory: Directory) -> None:
        self.known = known_here(body, directory)
        self.shown = _shown()

    def text(
        self,
        model: str,
        pk: int,
        field: str,
        text: str,
        *,
        keeps_password: bool = False,
        own: str = "",
    ) -> str:
        """Return a text of ``model`` (meeting, group, location) as it may be read.

        ``own`` are numbers and addresses that the group publishes itself (``own_of``).
        """
        if not text:
            return text
        found = _scanned(text, self.known, keeps_password)
        if not found:
            return text

        def is_held(each: Found) -> bool:
            is_shown = (model, pk, field, each.words) in self.shown
            return not (is_shown or is_own(each, own))

        return held_back(text, found, is_held)

    def facts(
        self, model: str, pk: int, field: str, value: object, **rule: object
    ) -> object:
        """Return other facts of a feed as they may be read, every text in them."""
        return changed_in(value, lambda text: self.text(model, pk, field, text, **rule))

    def link(self, address: str) -> str:
        """Return a link or a number to dial without the password of the meeting."""
        return without_password(address)


def _shown() -> frozenset[tuple[str, int, str, str]]:
    """Return the words that may be shown, each where it stands."""
    rows = Finding.objects.filter(decision=Finding.Decision.PUBLISH).order_by()
    return frozenset(
        (*place_of(meeting, group, location), field, words)
        for meeting, group, location, field, words in rows.values_list(
            "meeting_id", "group_id", "location_id", "field", "found"
        )
    )


@lru_cache(maxsize=_KEPT)
def _scanned(text: str, known: Known, keeps_password: bool) -> tuple[Found, ...]:  # noqa: FBT001 (a key of the memory)
    return tuple(scan(text, known, keeps_password=keeps_password))
