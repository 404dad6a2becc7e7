"""The cover of the packet: which meeting, where, what it speaks about, its quorum."""

from dataclasses import dataclass
from datetime import date, time

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.rollcall import roll_call
from intergroup.kit.dates import Period


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda."""

    title: str
    led_by: str
    minutes: int | None
    notes: str


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
        agenda=tuple(
            Item(each.title, each.led_by, each.minutes, each.notes)
            for each in meeting.agenda.all()
        ),
        quorum_rule=roll_call(meeting).rule_in_words,
    )
