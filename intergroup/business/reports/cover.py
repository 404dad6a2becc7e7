"""The cover of the packet: which meeting, where, what it speaks about, its quorum."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from intergroup.business.models import AgendaItem, BusinessMeeting, ItemKind
from intergroup.business.reports.motions import Line, motions
from intergroup.business.reports.rollcall import roll_call
from intergroup.kit.dates import Period


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda, with the motions that come up under it."""

    title: str
    led_by: str
    minutes: int | None
    notes: str
    motions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page."""

    title: str
    held_on: date
    begins_at: time | None
    place: str
    conference_url: str
    period: Period
    is_final: bool
    agenda: tuple[Item, ...]
    quorum_rule: str

    @property
    def minutes(self) -> int:
        """All the minutes that the agenda plans; 0 if it plans none."""
        return sum(item.minutes or 0 for item in self.agenda)


def cover(meeting: BusinessMeeting) -> Cover:
    """Return the cover of the packet of ``meeting``."""
    return Cover(
        title=meeting.title,
        held_on=meeting.held_on,
        begins_at=meeting.begins_at,
        place=meeting.place,
        conference_url=meeting.conference_url,
        period=meeting.period,
        is_final=meeting.is_final,
        agenda=tuple(agenda(meeting)),
        quorum_rule=roll_call(meeting).rule_in_words,
    )


def agenda(meeting: BusinessMeeting) -> Iterator[Item]:
    """Yield the agenda; no motion is lost where no line is of its kind.

    Tabled motions stand under the first line of old business, those that come back from
    the groups and new ones under theirs.
    """
    waiting = _waiting(meeting)
    if items := list(meeting.agenda.all()):
        yield from (_item(each, waiting.pop(each.kind, ())) for each in items)
    for kind, lines in waiting.items():
        if lines and items:
            yield Item(str(ItemKind(kind).label), "", None, "", lines)


def _item(item: AgendaItem, lines: tuple[str, ...]) -> Item:
    return Item(item.title, item.led_by, item.minutes, item.notes, lines)


def _waiting(meeting: BusinessMeeting) -> dict[str, tuple[str, ...]]:
    """Return the motions that come up, by the kind of the line they stand under."""
    found = motions(meeting)
    return {
        ItemKind.BACK: _named(found.back),
        ItemKind.OLD: _named(found.old),
        ItemKind.NEW: _named(found.new),
    }


def _named(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(f"{each.number} {each.title}" for each in lines)
