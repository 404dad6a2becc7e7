"""The minutes of one meeting, whole: only the prose is typed, the rest is on record."""

import re
from dataclasses import dataclass, replace
from datetime import date, time

from django.utils.translation import gettext as _

from intergroup.business.models import ItemKind, Minutes, MinutesPart
from intergroup.business.reports.minutes.moved import Moved, by_motion
from intergroup.business.reports.minutes.present import Presence, presence
from intergroup.business.reports.minutes.records import (
    Records,
    approval,
    records_by_kind,
)
from intergroup.business.reports.rollcall import roll_call

_WILL_DO = {  # where there is no part of its own kind
    ItemKind.OFFICERS: (ItemKind.COMMITTEES,),
    ItemKind.COMMITTEES: (ItemKind.OFFICERS,),
    ItemKind.BACK: (ItemKind.OLD, ItemKind.NEW),
    ItemKind.OLD: (ItemKind.BACK, ItemKind.NEW),
    ItemKind.NEW: (ItemKind.OLD,),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading; ``pk`` is None for records that no part of the minutes is about."""

    pk: int | None
    kind: str
    title: str
    prose: str
    revision: int
    records: Records


@dataclass(frozen=True, slots=True)
class Amended:
    """What a later decision makes approved minutes say."""

    decided_on: date
    decided_at: str
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """Everything the minutes say. ``quorum`` and ``approved`` are sentences."""

    title: str
    held_on: date
    place: str
    conference_url: str
    opened_at: time | None
    opened_by: str
    is_approved: bool
    approved: str
    approved_on: date | None
    circulated_on: date | None
    amendments: tuple[Amended, ...]
    presence: Presence
    quorum: str
    parts: tuple[Part, ...]


def minutes_record(minutes: Minutes) -> MinutesRecord:
    """Return the minutes as the records are now."""
    meeting = minutes.meeting
    return MinutesRecord(
        title=meeting.title,
        held_on=meeting.held_on,
        place=meeting.place,
        conference_url=meeting.conference_url,
        opened_at=meeting.opened_at or meeting.begins_at,
        opened_by=meeting.opened_by,
        is_approved=minutes.is_locked,
        approved=approval(minutes) if minutes.is_locked else "",
        approved_on=minutes.approved_on,
        circulated_on=minutes.circulated_on,
        amendments=_amendments(minutes),
        presence=presence(meeting),
        quorum=roll_call(meeting).on_record,
        parts=_parts(minutes),
    )


def _amendments(minutes: Minutes) -> tuple[Amended, ...]:
    rows = minutes.amendments.select_related(
        "decided_at", "motion__moved_by_group", "motion__seconded_by_group"
    )
    return tuple(
        Amended(
            row.decided_at.held_on, str(row.decided_at), by_motion(row.motion), row.text
        )
        for row in rows
    )


def _parts(minutes: Minutes) -> tuple[Part, ...]:
    """Return the parts in their order, then what none of them is about."""
    rows = list(minutes.parts.all())
    found = records_by_kind(minutes.meeting)
    named = _named(rows, found)
    firsts: dict[str, int] = {}
    for row in rows:
        firsts.setdefault(row.kind, row.pk)
    placed: dict[int, Records] = {pk: Records(motions=m) for pk, m in named.items()}
    left = []
    for kind, records in found.items():
        pk = _place(kind, firsts)
        if pk is None:
            left.append(_rest(kind, records))
        else:
            placed[pk] = placed.get(pk, Records()) + records
    parts = [_part(row, placed.get(row.pk, Records())) for row in rows]
    return (*parts, *left)


def _named(
    rows: list[MinutesPart], found: dict[str, Records]
) -> dict[int, tuple[Moved, ...]]:
    """Take out of ``found`` the motions whose numbers the prose of a part names."""
    named: dict[int, tuple[Moved, ...]] = {}
    for kind, records in list(found.items()):
        left = []
        for moved in records.motions:
            number = re.compile(rf"(?<![\w-]){re.escape(moved.line.number)}(?![\w-])")
            pk = next((row.pk for row in rows if number.search(row.prose)), None)
            if pk is None:
                left.append(moved)
            else:
                named[pk] = (*named.get(pk, ()), moved)
        found[kind] = replace(records, motions=tuple(left))
        if not found[kind]:
            del found[kind]
    return named


def _place(kind: str, firsts: dict[str, int]) -> int | None:
    """Return the part beside which records of this kind stand; None where none will."""
    kinds = (kind, *_WILL_DO.get(kind, ()))
    return next((firsts[each] for each in kinds if kind and each in firsts), None)


def _part(row: MinutesPart, records: Records) -> Part:
    return Part(row.pk, row.kind, row.title, row.prose, row.revision, records)


def _rest(kind: str, records: Records) -> Part:
    known = kind in ItemKind.values and kind
    title = str(ItemKind(kind).label) if known else _("Also on record")
    return Part(None, kind, title, "", 0, records)
