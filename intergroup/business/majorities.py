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


def carries(ayes: int, noes: int, *, majority: Majority) -> bool:
    """Tell whether the count carries the motion; no vote at all carries nothing."""
    cast = ayes + noes
    if majority is Majority.TWO_THIRDS:
        return cast > 0 and 3 * ayes >= 2 * cast
    return 2 * ayes > cast


def needed(cast: int, *, majority: Majority) -> int:
    """Return the fewest ayes that carry among ``cast`` votes; never less than 1."""
    if majority is Majority.TWO_THIRDS:
        return max(-(-2 * cast // 3), 1)
    return cast // 2 + 1


def quorum(roll: int, *, parts: int, of: int) -> int:
    """Return how many groups make a quorum: more than ``parts`` of ``of`` of the roll.

    For 12 groups and 1 of 2 that is 7. The whole roll is the most that can be needed.
    """
    return min(roll * parts // of + 1, max(roll, 1))
