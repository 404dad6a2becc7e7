"""What a ready-made set is made of. Nothing here reads the database."""

from dataclasses import dataclass

from service.models import Position

Half = Position.Stagger
FIRST, SECOND, SEATS = Half.FIRST, Half.SECOND, Half.SEATS
VACANCY, ALWAYS = Position.StepsUp.VACANCY, Position.StepsUp.ALWAYS


@dataclass(frozen=True, slots=True)
class ReadyCommittee:
    """A committee as a set suggests it."""

    name: str
    purpose: str


@dataclass(frozen=True, slots=True)
class ReadyPosition:
    """A position as a set suggests it; it stands in the order of election.

    Lengths are in months. ``half`` is left out where the body counts no cycle, and
    ``role`` is the name of a role of this program.
    """

    name: str
    duties: str
    committee: str = ""
    seats: int = 1
    term: int = 24
    sobriety: int | None = None
    most_terms: int | None = None
    months_off: int | None = None
    half: str = Half.NONE
    alternate_of: str = ""
    steps_up: str = Position.StepsUp.NEVER
    has_vote: bool = False
    role: str = ""
    who_may_hold: str = ""


@dataclass(frozen=True, slots=True)
class ReadySet:
    """Positions and committees that bodies of one kind usually have.

    ``election_month`` is when they usually elect, from 1 to 12.
    """

    slug: str
    name: str
    description: str
    election_month: int
    committees: tuple[ReadyCommittee, ...]
    positions: tuple[ReadyPosition, ...]
