"""The hat in figures: slips, seed, fingerprints, and the order in which they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from service.models import Draw, Election
from service.reports.elections.repeating import command, is_plain
from service.voting.hat import drawn_places, fingerprint


@dataclass(frozen=True, slots=True)
class Slip:
    """One numbered slip; ``came`` is its place in the draw from 1, 0 before it.

    ``said`` is what the fingerprint is made of; both are empty for a draw by hand.
    """

    number: int
    name: str
    said: str
    fingerprint: str
    came: int

    @property
    def command(self) -> str:
        """What anybody types to see the same fingerprint."""
        return command(self.said) if self.said else ""


@dataclass(frozen=True, slots=True)
class Hat:
    """One draw: announced with its seed, and drawn. By hand there is no seed."""

    pk: int
    seed: str
    announced_at: datetime
    drawn_at: datetime | None
    slips: tuple[Slip, ...]

    @property
    def is_announced(self) -> bool:
        """Whether the seed is said, and nothing drawn yet."""
        return self.drawn_at is None

    @property
    def is_plain(self) -> bool:
        """Whether everybody can read the seed on paper and type it."""
        return is_plain(self.seed)

    @property
    def in_order(self) -> tuple[Slip, ...]:
        """The slips as they came out; those that stayed in the hat are left out."""
        came = (each for each in self.slips if each.came)
        return tuple(sorted(came, key=lambda each: each.came))


def hats_of(election: Election, names: Mapping[int, str]) -> tuple[Hat, ...]:
    """Return every draw of an election, in order."""
    return tuple(_hat(each, names) for each in election.draws.order_by("number"))


def _hat(draw: Draw, names: Mapping[int, str]) -> Hat:
    order = _order(draw) if draw.drawn_at else []
    slips = tuple(
        _slip(draw, number, pk, names[pk], order)
        for number, pk in enumerate(draw.slips, start=1)
    )
    return Hat(draw.pk, draw.seed, draw.announced_at, draw.drawn_at, slips)


def _order(draw: Draw) -> list[int]:
    """Return the nominations in the order in which their slips came out."""
    if draw.by_hand:
        return list(draw.by_hand)
    return [draw.slips[place] for place in drawn_places(draw.seed, len(draw.slips))]


def _slip(draw: Draw, number: int, pk: int, name: str, order: list[int]) -> Slip:
    came = order.index(pk) + 1 if pk in order else 0
    said = f"{draw.seed}/{number}" if draw.seed else ""
    made = fingerprint(draw.seed, number) if draw.seed and draw.drawn_at else ""
    return Slip(number, name, said, made, came)
