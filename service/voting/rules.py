"""How a body elects: the system, the share that elects, and what it has settled."""

from dataclasses import dataclass
from enum import StrEnum

from service.voting import fractions


class System(StrEnum):
    """The way of electing."""

    THIRD_LEGACY = "third-legacy"
    MAJORITY = "majority"
    PLURALITY = "plurality"
    ACCLAMATION = "acclamation"


class SmallestTie(StrEnum):
    """Who is withdrawn after the fourth ballot if several tie for the smallest."""

    ALL = "all"
    NONE = "none"


class SingleCandidate(StrEnum):
    """How those are elected who are no more than the seats."""

    BALLOT = "ballot"
    ACCLAMATION = "acclamation"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one election, all of them data.

    A candidate needs ``needed_parts`` of ``needed_of`` of the total vote: at least that
    much, or with ``is_more_than`` more than that much. The same share confirms those
    who stand unopposed, by plurality too, where the most votes elect otherwise. The
    total vote is the valid votes, and with ``are_blanks_counted`` the blank ballots
    too; invalid ballots never count. ``smallest_tie`` and ``second_drawn`` (the second
    name out of the hat is the alternate) are of the Third Legacy Procedure.
    """

    system: System
    needed_parts: int
    needed_of: int
    is_more_than: bool = False
    are_blanks_counted: bool = False
    smallest_tie: SmallestTie = SmallestTie.ALL
    single_candidate: SingleCandidate = SingleCandidate.BALLOT
    second_drawn: bool = False
    seats: int = 1

    @property
    def has_acclamation(self) -> bool:
        """Whether the chair asks for objections before any ballot on the unopposed."""
        by_system = self.system == System.ACCLAMATION
        return by_system or self.single_candidate == SingleCandidate.ACCLAMATION

    def needed(self, total: int) -> int:
        """Return the fewest votes of ``total`` that elect; never less than 1."""
        return fractions.needed(
            total,
            parts=self.needed_parts,
            of=self.needed_of,
            is_more_than=self.is_more_than,
        )

    def reaches(self, votes: int, total: int) -> bool:
        """Tell whether ``votes`` of ``total`` elect."""
        return votes >= self.needed(total)


THIRD_LEGACY = Rules(System.THIRD_LEGACY, 2, 3)
SIMPLE_MAJORITY = Rules(System.MAJORITY, 1, 2, is_more_than=True)
PLURALITY = Rules(System.PLURALITY, 1, 2, is_more_than=True)
ACCLAMATION = Rules(System.ACCLAMATION, 1, 2, is_more_than=True)
