"""Writing down what changed in the register, field by field, and when.

Readers of the feeds ask a meeting for the moment it changed: whoever records a change
of one moves that moment with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils import timezone

from intergroup.registry.models import Group, ListingChange, Meeting, User

Kind, Way = ListingChange.Kind, ListingChange.Way
NOT_TOLD = frozenset(("id", "slug", "extra", "updated_at", "status_since"))


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changes the register, when, in which way and why."""

    on: date
    way: str
    by: User | None = None
    reason: str = ""


def facts(row: Group | Meeting) -> dict[str, str]:
    """Return what is told of a row, as text, by the name of the field.

    Take it before and after a change, and give both to ``record_changes``.
    """
    told = {
        field.name: as_text(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in NOT_TOLD
    }
    if row.pk and isinstance(row, Meeting):
        codes = row.types.order_by("code").values_list("code", flat=True)
        told["types"] = ", ".join(codes)
    return told


def as_text(value: object) -> str:
    """Return one value as a change tells it."""
    return "" if value is None else str(value)


def changes_between(
    row: Group | Meeting,
    before: Mapping[str, str],
    after: Mapping[str, str],
    hand: Hand,
) -> list[ListingChange]:
    """Return the changes, unsaved, for writing many at once."""
    about = _about(row, hand)
    return [
        ListingChange(
            field=name, before=before.get(name, ""), after=after.get(name, ""), **about
        )
        for name in {**before, **after}
        if name not in NOT_TOLD and before.get(name, "") != after.get(name, "")
    ]


def addition(row: Group | Meeting, hand: Hand) -> ListingChange:
    """Return that a group or a meeting came into the register, unsaved."""
    return ListingChange(kind=Kind.ADDED, after=str(row), **_about(row, hand))


def record_changes(
    row: Group | Meeting, before: Mapping[str, str], hand: Hand
) -> list[ListingChange]:
    """Save what changed since ``before`` (of ``facts``); nothing where nothing did."""
    changes = save_all(changes_between(row, before, facts(row), hand))
    if changes:
        _move_moment(row)
    return changes


def record_addition(row: Group | Meeting, hand: Hand) -> None:
    """Save that a group or a meeting came into the register."""
    save_all([addition(row, hand)])
    _move_moment(row)


def save_all(changes: Iterable[ListingChange]) -> list[ListingChange]:
    """Save changes in one go."""
    return ListingChange.objects.bulk_create(changes, batch_size=500)


def _move_moment(row: Group | Meeting) -> None:
    if isinstance(row, Meeting):
        row.updated_at = timezone.now()
        row.save(update_fields=["updated_at"])


def _about(row: Model, hand: Hand) -> dict[str, object]:
    """Return the fields that every change of one hand to one row shares."""
    is_meeting = isinstance(row, Meeting)
    return {
        "meeting": row if is_meeting else None,
        "group_id": row.group_id if is_meeting else row.pk,
        "changed_on": hand.on,
        "changed_by": hand.by,
        "way": hand.way,
        "reason": hand.reason[:255],
    }
