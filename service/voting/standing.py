"""What comes out: where an election stands, whose rule said so, and what comes next."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from service.voting.why import Cause, Fate, Verdict, Why


class Step(StrEnum):
    """What comes next."""

    BALLOT = "ballot"  # each voter writes a name, or marks up to ``seats`` names
    YES_NO = "yes-no"  # yes or no to all of ``among`` together
    ACCLAMATION = "acclamation"  # does anybody object?
    MOTION = "motion"  # for a fifth and final ballot
    HAT = "hat"
    ELECTED = "elected"  # every seat is filled
    NEW_VOTE = "new-vote"  # from the beginning, among those who remain accepted
    NOMINATIONS = "nominations"  # open again: nobody is left to be elected


@dataclass(frozen=True, slots=True)
class Next:
    """The next step, among whom, for how many seats.

    A hat for no seats is for the alternate. ``number`` is the ballot’s, for a step that
    is a ballot, and otherwise 0.
    """

    step: Step
    among: tuple[int, ...] = ()
    seats: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one candidate, by which rule, in figures to say it with.

    ``votes`` of ``total`` (T) after ballot ``after``, 0 being before the first. The
    rule held them against ``threshold``: the fewest votes that elect, or that stay, or
    the smallest total. Where it is a share, ``parts`` of ``of`` is that share.
    """

    candidate: int
    why: Why
    votes: int = 0
    total: int = 0
    threshold: int = 0
    parts: int = 0
    of: int = 0
    after: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether the votes are the share exactly: 10 of 50 are one-fifth."""
        return self.of > 0 and self.of * self.votes == self.parts * self.total

    @property
    def fate(self) -> Fate:
        """Where that puts the candidate."""
        return self.why.fate

    def became(self, why: Why) -> Self:
        """Return what came after it, with the same votes; no threshold explains it."""
        return replace(self, why=why, threshold=0, parts=0, of=0)


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What one ballot came to; an outcome for each candidate who was on it.

    ``step`` is BALLOT or YES_NO. ``total`` is T, ``needed`` the fewest votes that
    elect, and None where the most votes do. ``invalid`` has the votes for those not on
    the ballot in it.
    """

    number: int
    step: Step
    seats: int
    total: int
    needed: int | None
    ayes: int
    noes: int
    blanks: int
    invalid: int
    outcomes: tuple[Outcome, ...]

    @property
    def elected(self) -> tuple[int, ...]:
        """Those whom this ballot elected."""
        return self.having(Fate.ELECTED)

    @property
    def withdrawn(self) -> tuple[int, ...]:
        """Those who left after this ballot, by a rule or by their own will."""
        return self.having(Fate.WITHDRAWN)

    @property
    def staying(self) -> tuple[int, ...]:
        """Those who stay."""
        return self.having(Fate.STAYS)

    def having(self, fate: Fate) -> tuple[int, ...]:
        """Return those of this fate, in ballot order."""
        return tuple(each.candidate for each in self.outcomes if each.fate == fate)


@dataclass(frozen=True, slots=True)
class MotionResult:
    """What became of the motion for a fifth ballot."""

    verdict: Verdict
    ayes: int
    noes: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something that was written down and does not count.

    ``number`` is the ballot’s number, the place of the motion or draw from 1, or the
    candidate.
    """

    cause: Cause
    number: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an election stands, worked out afresh from its whole record.

    ``candidates`` has what became of each, in ballot order. ``elected`` are those who
    serve, in the order in which they were chosen; who declined is not among them.
    ``drawn`` has what came out of the hat, a tuple for each draw that counted.
    ``may_reconsider`` says that the motion for a fifth ballot can be taken once more.
    """

    next: Next
    rounds: tuple[RoundResult, ...]
    candidates: tuple[Outcome, ...]
    elected: tuple[int, ...] = ()
    alternate: int | None = None
    motions: tuple[MotionResult, ...] = ()
    may_reconsider: bool = False
    drawn: tuple[tuple[int, ...], ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be written down of this election."""
        return self.next.step in {Step.ELECTED, Step.NEW_VOTE, Step.NOMINATIONS}
