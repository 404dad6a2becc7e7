"""The yearly question as the secretary sees it: who is silent, who cannot be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, QuerySet
from django.utils import timezone

from intergroup.kit import dates
from intergroup.registry.actions.verifying import (
    ASKABLE,
    contacts_of,
    groups_due,
    silent_since,
    would_ask,
)
from intergroup.registry.models import Directory, Group, Verification

LATELY = timedelta(days=60)
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """One group, and the day somebody of it was last heard from."""

    pk: int
    group: str
    heard_on: date | None
    is_due: bool = False
    hidden_on: date | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """One group that was asked and has not answered."""

    pk: int
    group: str
    asked_on: date
    reminded_on: date | None
    expires_on: date
    has_ended: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """One group that answered lately, and the form that it sent, if any."""

    pk: int
    group: str
    answered_on: date
    answer: str
    registration: int | None


@dataclass(frozen=True, slots=True)
class Questions:
    """The state of the yearly question on a day; ``due`` are the groups to ask now."""

    on: date
    directory: Directory
    on_the_roll: int
    due: int
    silent: tuple[Silent, ...]
    nobody: tuple[Line, ...]
    answered: tuple[Answered, ...]
    hidden: tuple[Line, ...]
    hidden_soon: tuple[Line, ...]


def questions(on: date) -> Questions:
    """Return who was asked, who answered, and who is hidden for the age of its word."""
    directory = Directory.objects.current()
    hidden, soon = _hidden(on, directory)
    return Questions(
        on=on,
        directory=directory,
        on_the_roll=Group.objects.on_the_roll().count(),
        due=len(would_ask(on=on, directory=directory).sent),
        silent=_silent(on),
        nobody=_nobody(on, directory),
        answered=_answered(on),
        hidden=hidden,
        hidden_soon=soon,
    )


def silent_groups(on: date) -> QuerySet[Group]:
    """Return the groups that let their links end without an answer."""
    silent = [each.pk for each in _silent(on) if each.has_ended]
    return Group.objects.filter(pk__in=silent)


def _silent(on: date) -> tuple[Silent, ...]:
    """Return them by group; one answer closes all the questions of its group."""
    rows = Verification.objects.filter(
        answered_at__isnull=True, group__status__in=ASKABLE
    )
    rows = rows.order_by("group__number").values(
        "group", "group__number", "group__name"
    )
    found = rows.annotate(
        asked=Max("asked_on"),
        reminded=Max("reminded_on"),
        expires=Max("expires_on"),
    )
    return tuple(
        Silent(
            pk=each["group"],
            group=f"{each['group__number']} {each['group__name']}",
            asked_on=each["asked"],
            reminded_on=each["reminded"],
            expires_on=each["expires"],
            has_ended=each["expires"] <= on,
        )
        for each in found
    )


def _nobody(on: date, directory: Directory) -> tuple[Line, ...]:
    groups = list(Group.objects.on_the_roll().order_by("number"))
    due = set(groups_due(on, directory).values_list("pk", flat=True))
    reachable = contacts_of(groups, on=on)
    return tuple(
        Line(each.pk, str(each), _heard_on(each), is_due=each.pk in due)
        for each in groups
        if not reachable[each.pk]
    )


def _answered(on: date) -> tuple[Answered, ...]:
    """Return the last answer of each group, the latest first."""
    rows = Verification.objects.filter(answered_at__date__gt=on - LATELY)
    found: dict[int, Answered] = {}
    for each in rows.select_related("group").order_by("-answered_at", "-pk"):
        said = Answered(
            pk=each.group_id,
            group=str(each.group),
            answered_on=timezone.localdate(each.answered_at),
            answer=str(each.get_answer_display()),
            registration=each.registration_id,
        )
        found.setdefault(each.group_id, said)
    return tuple(found.values())


def _hidden(
    on: date, directory: Directory
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return what is hidden on ``on``, and what will be within thirty days."""
    months = directory.hide_months
    if not months:
        return (), ()
    shown = Group.objects.filter(status__in=Group.PUBLISHED).order_by("number")
    now = silent_since(dates.add_months(on, -months))
    then = silent_since(dates.add_months(on + SOON, -months))
    return (
        tuple(_lines(shown.filter(now), on, months)),
        tuple(_lines(shown.filter(then).exclude(now), on, months)),
    )


def _lines(groups: Iterable[Group], on: date, months: int) -> Iterable[Line]:
    for group in groups:
        heard_on = _heard_on(group)
        days = (on + timedelta(days=n) for n in range(SOON.days + 1))
        hidden = (day for day in days if not heard_on or heard_on < _since(day, months))
        yield Line(group.pk, str(group), heard_on, hidden_on=next(hidden, None))


def _since(day: date, months: int) -> date:
    return dates.add_months(day, -months)


def _heard_on(group: Group) -> date | None:
    return group.verified_on or group.registered_on
