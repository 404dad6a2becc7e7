"""Listings to look after: those nobody has confirmed, and those to be decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intergroup.kit import dates
from intergroup.registry.models import Group

MONTHS = 12
SHOWN = 5
Status = Group.Status
TO_LOOK_AT = (Status.NEW, Status.PENDING, Status.PENDING_INACTIVE, Status.MISSING)


@dataclass(frozen=True, slots=True)
class Listed:
    """A group to open: its id, its number and name, its status in words."""

    pk: int
    group: str
    status: str


@dataclass(frozen=True, slots=True)
class Unverified:
    """Groups on the roll that have not said for a year: still right."""

    since: date
    count: int
    first: tuple[Listed, ...]
    on_the_roll: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Groups whose status asks for somebody to look: the first, and how many in all."""

    count: int
    first: tuple[Listed, ...]


def unverified(day: date) -> Unverified:
    """Return the groups to call, the one that was silent longest first."""
    since = dates.add_months(day, -MONTHS)
    silent = Group.objects.unverified_since(since).order_by("verified_on", "number")
    return Unverified(
        since=since,
        count=silent.count(),
        first=_listed(silent[:SHOWN]),
        on_the_roll=Group.objects.on_the_roll().count(),
    )


def waiting() -> Waiting:
    """Return new and pending groups, and those said to be gone."""
    groups = Group.objects.filter(status__in=TO_LOOK_AT)
    return Waiting(count=groups.count(), first=_listed(groups[:SHOWN]))


def _listed(groups: Iterable[Group]) -> tuple[Listed, ...]:
    return tuple(
        Listed(group.pk, str(group), str(group.get_status_display()))
        for group in groups
    )
