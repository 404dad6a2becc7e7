"""Adding what a ready-made set has and the body has not: known by its name.

Each position that is added has the usual points to hand over on its list. What is there
stays as it is, whatever the set says of it. Done twice, nothing is added.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import Group as Role
from django.db import transaction

from service.actions.names import plain_name
from service.actions.ready_sets.shapes import ReadyPosition, ReadySet
from service.actions.usual_points import put_usual_points
from service.models import Committee, Position

STEP = 10  # between two positions of a list, so that others fit in


@dataclass(frozen=True, slots=True)
class Planned:
    """One position of a set: as it would be saved, or as it is ``there`` already."""

    position: Position
    committee: str
    alternate_of: str
    there: Position | None


@dataclass(frozen=True, slots=True)
class Added:
    """What was added, and the names of the positions that were there before."""

    committees: tuple[Committee, ...]
    positions: tuple[Position, ...]
    there: tuple[str, ...]


def plan_ready_set(
    ready: ReadySet, *, cycle_from: date | None, election_month: int | None
) -> list[Planned]:
    """Return the positions of a set, unsaved, in the order of election.

    Without a day on which terms begin nothing is staggered.
    """
    there = _by_name(Position)
    roles = {role.name: role for role in Role.objects.all()}
    planned = []
    for nth, each in enumerate(ready.positions, start=1):
        position = _position(each, cycle_from, election_month)
        position.order, position.role = nth * STEP, roles.get(each.role)
        found = there.get(plain_name(position.name))
        names = str(each.committee), str(each.alternate_of)
        planned.append(Planned(position, *names, there=found))
    return planned


@transaction.atomic
def add_ready_set(
    ready: ReadySet,
    *,
    cycle_from: date | None,
    election_month: int | None,
    only: Collection[str] | None = None,
) -> Added:
    """Save the positions that are not there, with their committees and usual points.

    ``only`` has the names of the positions that are wanted; None is all of them.
    """
    options = {"cycle_from": cycle_from, "election_month": election_month}
    wanted = [
        each
        for each in plan_ready_set(ready, **options)
        if only is None or each.position.name in only
    ]
    new = [each for each in wanted if each.there is None]
    committees, made = _committees(ready, {each.committee for each in new})
    positions = _by_name(Position)
    for each in new:
        each.position.committee = committees.get(plain_name(each.committee))
        _set_alternate(each, positions)
        each.position.full_clean()
        each.position.save()
        put_usual_points(each.position)
        positions[plain_name(each.position.name)] = each.position
    return Added(
        committees=tuple(made),
        positions=tuple(each.position for each in new),
        there=tuple(each.there.name for each in wanted if each.there),
    )


def _position(
    ready: ReadyPosition, cycle_from: date | None, election_month: int | None
) -> Position:
    return Position(
        name=str(ready.name),
        duties=str(ready.duties),
        who_may_hold=str(ready.who_may_hold),
        seats=ready.seats,
        term_months=ready.term,
        sobriety_months=ready.sobriety,
        most_terms=ready.most_terms,
        months_off=ready.months_off,
        cycle_from=cycle_from,
        stagger_group=ready.half if cycle_from else "",
        election_month=election_month,
        has_vote=ready.has_vote,
        steps_up=ready.steps_up,
    )


def _set_alternate(planned: Planned, positions: dict[str, Position]) -> None:
    """Tie an alternate to its position; where there is none, it is nobody’s."""
    first = positions.get(plain_name(planned.alternate_of))
    planned.position.alternate_of = first
    if first is None:
        planned.position.steps_up = Position.StepsUp.NEVER


def _committees(
    ready: ReadySet, wanted: Collection[str]
) -> tuple[dict[str, Committee], list[Committee]]:
    """Return every committee by its plain name, and those that were made just now."""
    there, made = _by_name(Committee), []
    for each in _wanted(ready, wanted):
        if plain_name(each.name) not in there:
            each.full_clean()
            each.save()
            there[plain_name(each.name)] = each
            made.append(each)
    return there, made


def _wanted(ready: ReadySet, wanted: Collection[str]) -> Iterator[Committee]:
    for each in ready.committees:
        if str(each.name) in wanted:
            yield Committee(name=str(each.name), purpose=str(each.purpose))


def _by_name(model: type[Position] | type[Committee]) -> dict[str, object]:
    return {plain_name(each.name): each for each in model.objects.order_by("-pk")}
