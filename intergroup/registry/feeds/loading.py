"""The loader of meeting lists: a file in, the register up to date, an Outcome."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import dates
from intergroup.kit.imports import CHANGED, NEW, UNCHANGED, Outcome, Refusal
from intergroup.registry.actions.listing import (
    Listing,
    Written,
    name_key,
    write_listings,
)
from intergroup.registry.actions.looking import look_over
from intergroup.registry.actions.recording import Hand
from intergroup.registry.feeds.bmlt import translated
from intergroup.registry.feeds.cells import Cells
from intergroup.registry.feeds.files import File, read_file
from intergroup.registry.feeds.kinds import Kinds
from intergroup.registry.feeds.notes import notes
from intergroup.registry.feeds.reading import Reading, left_alone
from intergroup.registry.feeds.rows import read_row
from intergroup.registry.feeds.slugs import MOST, each_once
from intergroup.registry.feeds.source_notes import source_notes
from intergroup.registry.feeds.sources import Memory
from intergroup.registry.models import Body, ListingChange, Meeting, MeetingType, User


@dataclass(frozen=True, slots=True)
class Asked:
    """Who imports, from which source, and what is to be done about it."""

    hand: Hand
    source: str
    writes: bool
    drops_gone: bool


def load_meetings(
    data: bytes,
    *,
    name: str,
    dry_run: bool,
    skip_refused: bool,
    today: date,
    by: User | None = None,
    group_by_name: bool = False,
    source: str = "",
    drop_gone: bool = False,
) -> Outcome:
    """Bring the register to what a list of meetings says, whole or not at all.

    Reads Meeting Guide JSON and TSML’s CSV or XLSX. New groups are registered on
    ``today``. One refused row, and nothing is written unless ``skip_refused``. A list
    with a ``source`` is remembered by that name: what it says as it did before is left
    as it is here. ``drop_gone`` takes off the list what has gone from it.
    Raises ValidationError for a file that is no list of meetings.
    """
    file = read_file(data, name=name)
    reading, rows, refused = _cells(file, today=today, group_by_name=group_by_name)
    listings: list[Listing] = []
    for cells in rows:
        found = read_row(cells, reading)
        refused += cells.refused
        listings += found if not cells.refused else []
    refused.sort(key=lambda each: each.row)
    writes = not dry_run and (skip_refused or not refused)
    hand = Hand(on=today, way=ListingChange.Way.IMPORT, by=by, reason=source or name)
    asked = Asked(hand, source, writes=writes, drops_gone=drop_gone and not refused)
    return _write(_slugged(listings, reading), reading, refused, asked)


def _cells(
    file: File, *, today: date, group_by_name: bool
) -> tuple[Reading, list[Cells], list[Refusal]]:
    """Return how to read the file, its meetings, and the rows that are none."""
    rows, refused = [], []
    for number, row in file.rows:
        if isinstance(row, Mapping):
            rows.append(Cells(number, translated(row), keeps_names=not file.names))
        else:
            refused.append(Refusal(number, "", _("This is not a meeting.")))
    reading = Reading(
        kinds=Kinds(MeetingType.objects.all()),
        today=today,
        is_day_first=_is_day_first(rows),
        group_by_name=group_by_name,
        leaves=left_alone(file.names),
    )
    return reading, rows, refused


def _is_day_first(rows: Sequence[Cells]) -> bool:
    """Return how the file writes 3/4/2026, or how the body does."""
    said = [each.peek("updated") for each in rows]
    found = dates.says_day_first(each for each in said if isinstance(each, str))
    return Body.objects.current().is_day_first if found is None else found


def _slugged(listings: Sequence[Listing], reading: Reading) -> list[Listing]:
    """Return the listings with slugs that fit, each once."""
    wanted = [each.slug for each in listings]
    slugs = each_once(wanted)
    reading.told["long_slug"] = sum(len(slug) > MOST for slug in wanted)
    reading.told["double_slug"] = len(wanted) - len(set(wanted))
    return [
        each if each.slug == slug else replace(each, slug=slug)
        for each, slug in zip(listings, slugs, strict=True)
    ]


def _write(
    listings: Sequence[Listing],
    reading: Reading,
    refused: list[Refusal],
    asked: Asked,
) -> Outcome:
    outcome = Outcome(
        header=(_("Name"), _("Day"), _("Time"), _("Group"), _("Changes")),
        refused=refused,
        written=asked.writes,
    )
    with transaction.atomic():
        memory = Memory.of(asked.source) if asked.source else None
        listings = memory.compare(listings) if memory else listings
        written, added = write_listings(listings, hand=asked.hand)
        reading.told["groups_added"] = len(added)
        reading.near_doubles = _near_doubles(added)
        reading.told["off_the_list"] = _off_the_list(listings)
        if memory:
            memory.remember(asked.hand, drops_gone=asked.drops_gone)
        if asked.writes:
            look_over()
        transaction.set_rollback(not asked.writes)
    for each in written:
        outcome.count(_kind(each), _told(each, memory))
    outcome.notes = [
        *(source_notes(memory, refused) if memory else ()),
        *notes(reading),
    ]
    outcome.gone = len(memory.gone) if memory and not refused else 0
    return outcome


def _off_the_list(listings: Sequence[Listing]) -> int:
    off = Meeting.objects.filter(unlisted_on__isnull=False).values_list(
        "slug", flat=True
    )
    return len({*off} & {each.slug for each in listings})


def _near_doubles(names: Sequence[str]) -> list[str]:
    """Return the names that differ from another’s only in blanks or capitals."""
    counted = Counter(map(name_key, names))
    return [each for each in names if counted[name_key(each)] > 1]


def _kind(written: Written) -> str:
    if written.is_new:
        return NEW
    return CHANGED if written.changes else UNCHANGED


def _told(written: Written, memory: Memory | None) -> tuple[str, ...]:
    """Return one row of the preview."""
    both = memory.conflicts.get(written.listing.slug, ()) if memory else ()
    values = written.listing.values
    day, time = values["day"], values["time"]
    return (
        values["name"],
        "" if day is None else str(Meeting.Day(day).label),
        f"{time:%H:%M}" if time else "",
        written.group_name,
        ", ".join(_label(each, is_both=each in both) for each in written.changes),
    )


def _label(field: str, *, is_both: bool) -> str:
    label = str(Meeting._meta.get_field(field).verbose_name)
    return _("%s (changed here too)") % label if is_both else label
