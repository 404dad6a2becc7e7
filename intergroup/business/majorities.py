"""Majorities in whole numbers: a fraction of the votes cast, abstentions left out.

The fractions are those of AA practice (substantial unanimity is two-thirds, and exactly
two-thirds carries; routine business takes more than half).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Majority(models.TextChoices):
    """How many of the votes cast a motion needs."""

    SIMPLE = "simple", _("More than half of the votes cast")
    TWO_THIRDS = "two-thirds", _("Two-thirds of the votes cast")
    THREE_QUARTERS = "three-quarters", _("Three-quarters of the votes cast")
    UNANIMOUS = "unanimous", _("All of the votes cast")


class Base(models.TextChoices):
    """What the fraction is taken of: the abstention rule, said out loud."""

    CAST = "cast", _("The votes cast; who abstains has not voted")
    WITH_ABSTENTIONS = "abstentions", _("The votes cast, abstentions among them")
    PRESENT = "present", _("The votes that are here, cast or not")
    ROLL = "roll", _("The votes on the roll, here or not")


FRACTIONS = {
    Majority.TWO_THIRDS: (2, 3),
    Majority.THREE_QUARTERS: (3, 4),
    Majority.UNANIMOUS: (1, 1),
}


def carries(ayes: int, noes: int, *, majority: Majority) -> bool:
    """Tell whether the count carries the motion; no vote at all carries nothing."""
    return ayes >= needed(ayes + noes, majority=majority)


def needed(cast: int, *, majority: Majority) -> int:
    """Return the fewest ayes that carry among ``cast`` votes; never less than 1."""
    if majority not in FRACTIONS:
        return cast // 2 + 1
    parts, of = FRACTIONS[majority]
    return max(-(-parts * cast // of), 1)


def quorum(roll: int, *, parts: int, of: int) -> int:
    """Return how many groups make a quorum: more than ``parts`` of ``of`` of the roll.

    For 12 groups and 1 of 2 that is 7. The whole roll is the most that can be needed.
    """
    return min(roll * parts // of + 1, max(roll, 1))
