"""What changed in the register in a period, and how large it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from intergroup.kit.dates import Period
from intergroup.registry.models import Group, Meeting

SHOWN = 40


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group: the day it was registered or closed, if the register knows it."""

    number: int
    name: str
    district: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """Groups that have one change in common: the first of them, and how many more."""

    groups: tuple[GroupLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class RegisterChanges:
    """Changes of a period; the roll, the meetings and what is paused are as of now.

    ``meetings`` are the listed ones by how they are attended; they sum to ``listed``.
    """

    period: Period
    added: Change
    closed: Change
    paused: Change
    on_the_roll: int
    meetings: tuple[tuple[str, int], ...]
    listed: int


def register_changes(period: Period) -> RegisterChanges:
    """Return what the business meeting is told of the register."""
    groups = Group.objects.select_related("district")
    meetings = _by_attendance()
    return RegisterChanges(
        period=period,
        added=_change(
            groups.registered_between(period.first, period.last), "registered_on"
        ),
        closed=_change(
            groups.filter(closed_on__range=(period.first, period.last)), "closed_on"
        ),
        paused=_change(groups.filter(status=Group.Status.PAUSED), ""),
        on_the_roll=Group.objects.on_the_roll().count(),
        meetings=meetings,
        listed=sum(count for _label, count in meetings),
    )


def _by_attendance() -> tuple[tuple[str, int], ...]:
    listed = Meeting.objects.listed().order_by()
    rows = listed.values_list("attendance").annotate(count=Count("pk"))
    counts = dict(rows)
    return tuple(
        (str(each.label), counts[each]) for each in Meeting.Attendance if each in counts
    )


def _change(groups: Iterable[Group], day: str) -> Change:
    lines = [
        GroupLine(
            number=group.number,
            name=group.name,
            district=str(group.district or ""),
            day=getattr(group, day) if day else None,
        )
        for group in groups
    ]
    return Change(tuple(lines[:SHOWN]), max(len(lines) - SHOWN, 0))
