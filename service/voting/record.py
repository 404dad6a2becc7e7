"""What comes in: everything that was written down of one election, and nothing else.

Totals only. No ballot and no voter is in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes, ballots or hands: in the room and online, which are always added first."""

    in_room: int = 0
    online: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.in_room + self.online


NO_VOTES = Votes()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who accepted the nomination; the name is what is written on a slip."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Round:
    """The totals of one ballot, numbered from 1.

    A ballot of names has ``votes`` by candidate; one that asks yes or no has ``ayes``
    and ``noes`` and no ``votes``. ``ballots`` are the valid ones, each with one name or
    more: they are told where voters mark several names, and can be left out where they
    write one. ``handed_out`` says how many ballots were handed out in the room and
    ``online_voters`` how many could vote online: only for checking, None if not known.
    """

    number: int
    votes: Mapping[int, Votes] = field(default_factory=dict)
    ayes: Votes = NO_VOTES
    noes: Votes = NO_VOTES
    blanks: Votes = NO_VOTES
    invalid: Votes = NO_VOTES
    ballots: Votes | None = None
    handed_out: int | None = None
    online_voters: int | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """The motion for a fifth and final ballot, by show of hands.

    That nobody moved it is written down as well: a motion with ``is_moved`` false.
    """

    ayes: Votes = NO_VOTES
    noes: Votes = NO_VOTES
    is_moved: bool = True
    is_seconded: bool = True


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw from the hat: by a seed, or by hand.

    ``slips`` are the candidates drawn by hand, in that order; one is enough, and they
    go before a seed. ``among`` are those whose slips were in the hat. Where that is
    told, the draw counts for that hat and for no other, so that nobody is elected by an
    old draw because somebody stepped back later.
    """

    seed: str = ""
    slips: tuple[int, ...] = ()
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One election as it was written down, from the nominations on.

    ``candidates`` stand in ballot order. ``withdrawals`` says after which ballot a
    candidate withdrew by their own will, 0 being before the first; who withdraws while
    a ballot is counted stays on that ballot. ``declined`` says the same of those who
    did not take what they were elected to or drawn for, in the order in which they
    said so; once the hat was drawn from, who steps back has declined, because a
    withdrawal takes a slip out of the hat. ``motions`` are at most two: the motion, and
    the one when it was reconsidered. ``draws`` are the draws from the hat, one after
    the other. ``is_objected`` is None until the chair has asked who objects.
    """

    candidates: tuple[Candidate, ...]
    rounds: tuple[Round, ...] = ()
    withdrawals: Mapping[int, int] = field(default_factory=dict)
    declined: Mapping[int, int] = field(default_factory=dict)
    motions: tuple[Motion, ...] = ()
    draws: tuple[Draw, ...] = ()
    is_objected: bool | None = None
