"""Majorities in whole numbers: a fraction of the votes, and of which votes.

The fractions are those of AA practice (substantial unanimity is two-thirds, and exactly
two-thirds carries; routine business takes more than half, and a tie does not carry).
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Majority(models.TextChoices):
    """How many of the votes a motion needs."""

    SIMPLE = "simple", gettext_lazy("More than half")
    TWO_THIRDS = "two-thirds", gettext_lazy("Two-thirds")
    THREE_QUARTERS = "three-quarters", gettext_lazy("Three-quarters")
    UNANIMOUS = "unanimous", gettext_lazy("All")


class Base(models.TextChoices):
    """What the fraction is taken of: the abstention rule, said out loud."""

    CAST = "cast", gettext_lazy("The votes cast; who abstains has not voted")
    WITH_ABSTENTIONS = (
        "abstentions",
        gettext_lazy("The votes cast, abstentions among them"),
    )
    PRESENT = "present", gettext_lazy("The votes that are here, cast or not")
    ROLL = "roll", gettext_lazy("The votes on the roll, here or not")


FRACTIONS = {
    Majority.TWO_THIRDS: (2, 3),
    Majority.THREE_QUARTERS: (3, 4),
    Majority.UNANIMOUS: (1, 1),
}
PARTS = {
    Majority.SIMPLE: gettext_lazy("more than half"),
    Majority.TWO_THIRDS: gettext_lazy("two-thirds"),
    Majority.THREE_QUARTERS: gettext_lazy("three-quarters"),
    Majority.UNANIMOUS: gettext_lazy("all"),
}
WHOLES = {
    Base.CAST: gettext_lazy("the votes cast, abstentions left out"),
    Base.WITH_ABSTENTIONS: gettext_lazy("the votes cast, abstentions among them"),
    Base.PRESENT: gettext_lazy("the votes that are here, cast or not"),
    Base.ROLL: gettext_lazy("the votes on the roll, here or not"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """Votes as they were counted, and how many there could have been: totals only."""

    ayes: int
    noes: int
    abstentions: int = 0
    here: int = 0
    on_roll: int = 0

    @property
    def cast(self) -> int:
        """How many voted for or against."""
        return self.ayes + self.noes

    def of(self, base: str) -> int:
        """Return how many votes the fraction is taken of; never fewer than answered."""
        answered = self.cast + self.abstentions
        return {
            Base.WITH_ABSTENTIONS: answered,
            Base.PRESENT: max(self.here, answered),
            Base.ROLL: max(self.on_roll, self.here, answered),
        }.get(base, self.cast)


def carries(ayes: int, noes: int, *, majority: str, base: str = Base.CAST) -> bool:
    """Tell whether ``ayes`` for and ``noes`` against carry, when nobody abstains."""
    return is_carried(Count(ayes, noes), majority=majority, base=base)


def is_carried(count: Count, *, majority: str, base: str = Base.CAST) -> bool:
    """Tell whether the count carries the motion; no vote at all carries nothing."""
    return count.ayes >= needed(count.of(base), majority=majority)


def needed(votes: int, *, majority: str) -> int:
    """Return the fewest ayes that carry among ``votes``; never less than 1."""
    if majority not in FRACTIONS:
        return votes // 2 + 1
    parts, of = FRACTIONS[majority]
    return max(-(-parts * votes // of), 1)


def is_abstained_away(count: Count) -> bool:
    """Tell whether more than half of those who answered abstained."""
    return 2 * count.abstentions > count.cast + count.abstentions


def rule_in_words(majority: str, base: str = Base.CAST) -> str:
    """Return “two-thirds of the votes cast, abstentions left out”."""
    params = {"part": PARTS[Majority(majority)], "whole": WHOLES[Base(base)]}
    return _("%(part)s of %(whole)s") % params


def needs(majority: str, base: str, votes: int, *, is_counted: bool = False) -> str:
    """Return what carries a motion: “Needs two-thirds of the votes cast, …: 14 of 21.”

    Before the count, ``votes`` are those that can be cast, and the sentence says so.
    """
    params = {"rule": rule_in_words(majority, base), "votes": votes}
    if not votes:
        return _("Needs %(rule)s.") % params
    params["ayes"] = needed(votes, majority=majority)
    is_fixed = is_counted or base in {Base.PRESENT, Base.ROLL}
    if is_fixed:
        return _("Needs %(rule)s: %(ayes)s of %(votes)s.") % params
    return _("Needs %(rule)s: %(ayes)s of %(votes)s if all votes are cast.") % params


def quorum(roll: int, *, parts: int, of: int) -> int:
    """Return how many groups make a quorum: more than ``parts`` of ``of`` of the roll.

    For 12 groups and 1 of 2 that is 7. The whole roll is the most that can be needed.
    """
    return min(roll * parts // of + 1, max(roll, 1))
