"""How many make a quorum, by each of the rules that bodies have.

More than a part of the roll (North Dade), a part of last year’s attendance rounded up
(OIAA: 25 per cent of 182 is 46), so many officers and so many members (SLAA), somebody
in a named position (Nanaimo). A named position may be asked for besides, by any rule.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.business.majorities import quorum as more_than


class QuorumKind(models.TextChoices):
    """What a quorum is counted from."""

    MORE_THAN = "more-than", _("More than a part of the groups on the roll")
    AT_LEAST = "at-least", _("A part of the groups on the roll, rounded up")
    ATTENDANCE = "attendance", _("A part of last year’s attendance, rounded up")
    MIX = "mix", _("So many groups and so many officers")
    OFFICE = "office", _("Somebody in a named position is here")


OF_THE_ROLL = (QuorumKind.MORE_THAN, QuorumKind.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Rule:
    """One body’s rule. ``parts`` of ``of`` is the fraction; ``office`` must be here.

    ``attended`` is how many groups came to the ``meetings`` of the year before, all
    together, so that their average stays exact; None where nobody knows.
    """

    kind: str = QuorumKind.MORE_THAN
    parts: int = 1
    of: int = 2
    groups: int = 0
    officers: int = 0
    office: str = ""
    attended: int | None = None
    meetings: int = 1

    @property
    def is_countable(self) -> bool:
        """Whether the rule says all that it needs, whoever comes."""
        if self.kind == QuorumKind.ATTENDANCE:
            return self.attended is not None
        return self.kind != QuorumKind.OFFICE or bool(self.office)


@dataclass(frozen=True, slots=True)
class Count:
    """Who is here: groups with a vote, of how many on the roll, and officers."""

    groups: int
    roll: int
    officers: int = 0
    is_office_here: bool = False


def groups_needed(rule: Rule, *, roll: int) -> int:
    """Return how many groups with a vote the rule needs; 0 where it needs none."""
    match rule.kind:
        case QuorumKind.AT_LEAST:
            return max(_up(rule.parts * roll, rule.of), 1)
        case QuorumKind.ATTENDANCE:
            attended = rule.parts * (rule.attended or 0)
            return max(_up(attended, rule.of * rule.meetings), 1)
        case QuorumKind.MIX:
            return rule.groups if rule.officers else max(rule.groups, 1)
        case QuorumKind.OFFICE:
            return 0
    return more_than(roll, parts=rule.parts, of=rule.of)


def officers_needed(rule: Rule) -> int:
    """Return how many officers the rule needs, with a vote or without."""
    return rule.officers if rule.kind == QuorumKind.MIX else 0


def has_enough(rule: Rule, count: Count) -> bool:
    """Tell whether enough groups and officers are here, whoever they are."""
    is_enough = count.groups >= groups_needed(rule, roll=count.roll)
    return is_enough and count.officers >= officers_needed(rule)


def is_quorum(rule: Rule, count: Count) -> bool:
    """Tell whether those who are here make a quorum."""
    is_named_here = count.is_office_here or not rule.office
    return rule.is_countable and has_enough(rule, count) and is_named_here


def is_office(office: str, named: str) -> bool:
    """Tell whether a position, perhaps with its seat, is the one that is named.

    “Member at large 2” is “member at large”.
    """
    office, named = office.strip().casefold(), named.strip().casefold()
    seat = office.removeprefix(named).strip()
    return bool(named) and office.startswith(named) and (not seat or seat.isdecimal())


def _up(number: int, by: int) -> int:
    return -(-number // by)
