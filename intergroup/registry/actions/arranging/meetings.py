"""Adding and changing meetings: several days in one go, each change recorded."""

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction

from intergroup.registry.actions.arranging.slugs import free_slug
from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import (
    Hand,
    facts,
    record_addition,
    record_changes,
)
from intergroup.registry.models import ListingChange, Meeting, MeetingType

OWN = frozenset(("id", "slug", "day", "extra", "updated_at"))
"""Fields that a meeting does not share with those of other days."""


@transaction.atomic
def add_meetings(
    meeting: Meeting,
    *,
    days: Sequence[int],
    types: Collection[MeetingType],
    hand: Hand,
) -> list[Meeting]:
    """Save an unsaved meeting, once for each day; without a day: by appointment.

    Of several days each address gets the number of its day. Returns them in order.
    """
    hold_register()
    _save_place(meeting)
    stem, added = meeting.slug, []
    for day in days or (None,):
        each = meeting if not added else _another(meeting)
        each.day = day
        each.slug = free_slug(stem if len(days) < 2 else f"{stem[:62]}-{day}")
        _add(each, types, hand)
        added.append(each)
    return added


@transaction.atomic
def change_meeting(
    meeting: Meeting,
    *,
    types: Collection[MeetingType],
    hand: Hand,
    also: Iterable[Meeting] = (),
    days: Sequence[int] = (),
) -> list[Meeting]:
    """Save a meeting that is there, and do the same to the meetings ``also``.

    They get what was changed here and keep the rest. On ``days`` the same meeting is
    added. Returns those added.
    """
    hold_register()
    _save_place(meeting)
    there = Meeting.objects.get(pk=meeting.pk)
    before = facts(there)
    new = _differences(there, meeting)
    changes = _change(meeting, before, types, hand)
    has_types = any(each.field == "types" for each in changes)
    for each in also:
        _change_alike(each, new, types if has_types else None, hand)
    if not days:
        return []
    copy = _another(meeting)
    copy.slug = _stem(meeting)
    return [_added_on(copy, day, types, hand) for day in days]


def _save_place(meeting: Meeting) -> None:
    """Save the place of a meeting where it is a new one."""
    if meeting.location and meeting.location.pk is None:
        meeting.location.save()
        meeting.location = meeting.location  # it has an id now: the meeting takes it


def _differences(there: Meeting, meeting: Meeting) -> dict[str, object]:
    """Return the shared fields that changed, by the names of their columns."""
    names = [
        field.attname
        for field in Meeting._meta.concrete_fields
        if field.name not in OWN
    ]
    return {
        name: getattr(meeting, name)
        for name in names
        if getattr(meeting, name) != getattr(there, name)
    }


def _change_alike(
    meeting: Meeting,
    new: dict[str, object],
    types: Collection[MeetingType] | None,
    hand: Hand,
) -> None:
    before = facts(meeting)
    for name, value in new.items():
        setattr(meeting, name, value)
    _change(meeting, before, types, hand)


def _added_on(
    copy: Meeting, day: int, types: Collection[MeetingType], hand: Hand
) -> Meeting:
    each = _another(copy)
    each.day, each.slug = day, free_slug(f"{copy.slug[:62]}-{day}")
    _add(each, types, hand)
    return each


def _stem(meeting: Meeting) -> str:
    """Return the address without the number of the day that it ends with."""
    return meeting.slug.removesuffix(f"-{meeting.day}")


def _another(meeting: Meeting) -> Meeting:
    """Return an unsaved meeting that says the same."""
    values = {
        field.attname: getattr(meeting, field.attname)
        for field in Meeting._meta.concrete_fields
        if field.name not in ("id", "extra")
    }
    return Meeting(**values)


def _add(meeting: Meeting, types: Collection[MeetingType], hand: Hand) -> None:
    meeting.save()
    meeting.types.set(types)
    record_addition(meeting, hand)


def _change(
    meeting: Meeting,
    before: dict[str, str],
    types: Collection[MeetingType] | None,
    hand: Hand,
) -> list[ListingChange]:
    """Save what a form or a rule has checked; None leaves the types as they are."""
    meeting.save()
    if types is not None:
        meeting.types.set(types)
    return record_changes(meeting, before, hand)
