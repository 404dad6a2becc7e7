"""What changed in the register in a period, and how large it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from intergroup.kit import dates
from intergroup.kit.dates import Period
from intergroup.registry.models import Directory, Group, ListingChange, Meeting
from intergroup.registry.reports.history import Words

SHOWN = 40
NOT_TOLD = ("verified_on", "pending_until", "closed_on", "registered_on")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group, with its day: registered, closed, paused until or last verified.

    ``what`` says in words what changed.
    """

    number: int
    name: str
    district: str
    day: date | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Groups that have one change in common: the first of them, and how many more."""

    groups: tuple[GroupLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class RegisterChanges:
    """Changes of a period; the roll, the meetings and what is paused are as of now.

    ``unverified`` are the groups that on its last day had not said for
    ``verify_months`` that their listing is right. ``meetings`` are the listed ones by
    how they are attended; they sum to ``listed``.
    """

    period: Period
    added: Change
    changed: Change
    closed: Change
    paused: Change
    unverified: Change
    verify_months: int
    on_the_roll: int
    meetings: tuple[tuple[str, int], ...]
    listed: int


def register_changes(period: Period) -> RegisterChanges:
    """Return what the business meeting is told of the register."""
    groups = Group.objects.select_related("district")
    meetings = _by_attendance()
    months = Directory.objects.current().verify_months
    silent = groups.unverified_since(dates.add_months(period.last, -months))
    silent = silent.exclude(registered_on__gt=period.last)
    return RegisterChanges(
        period=period,
        added=_change(
            groups.registered_between(period.first, period.last), "registered_on"
        ),
        changed=_cut(_changed(period)),
        closed=_change(
            groups.filter(closed_on__range=(period.first, period.last)), "closed_on"
        ),
        paused=_change(groups.filter(status=Group.Status.PAUSED), "paused_until"),
        unverified=_change(silent.order_by("verified_on", "number"), "verified_on"),
        verify_months=months,
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
            day=getattr(group, day),
        )
        for group in groups
    ]
    return _cut(lines)


def _changed(period: Period) -> list[GroupLine]:
    """Return the groups whose listing changed, each once, with what did in words."""
    changes = ListingChange.objects.between(period.first, period.last)
    changes = changes.filter(
        group__isnull=False, kind=ListingChange.Kind.CHANGED
    ).exclude(field__in=NOT_TOLD)
    rows = changes.select_related("group__district", "meeting")
    words, found = Words(), {}
    for change in rows.order_by("group__number", "changed_on", "pk"):
        line = found.setdefault(change.group_id, (change, []))
        line[1].append(words.what(change))
    return [_changed_line(*each) for each in found.values()]


def _changed_line(change: ListingChange, what: list[str]) -> GroupLine:
    group = change.group
    return GroupLine(
        number=group.number,
        name=group.name,
        district=str(group.district or ""),
        day=change.changed_on,
        what=", ".join(dict.fromkeys(what)),
    )


def _cut(lines: list[GroupLine]) -> Change:
    return Change(tuple(lines[:SHOWN]), max(len(lines) - SHOWN, 0))
