"""The next dates: meetings to come, answers that are due, and what is announced."""

from dataclasses import dataclass
from datetime import date, time

from intergroup.business.models import BusinessMeeting, Motion
from intergroup.kit.dates import ONE_DAY

MOST = 6


@dataclass(frozen=True, slots=True)
class Ahead:
    """A business meeting to come."""

    held_on: date
    begins_at: time | None
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day by which the groups answer a motion."""

    due_on: date
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class NextDates:
    """What to put in the calendar after one meeting."""

    meetings: tuple[Ahead, ...]
    deadlines: tuple[Deadline, ...]
    announcements: str


def next_dates(meeting: BusinessMeeting) -> NextDates | None:
    """Return what comes after ``meeting``; None if nothing is known."""
    meetings = tuple(
        Ahead(each.held_on, each.begins_at, each.title, each.place)
        for each in BusinessMeeting.objects.ahead(meeting.held_on + ONE_DAY)[:MOST]
    )
    deadlines = tuple(deadlines_from(meeting.held_on + ONE_DAY))
    if not (meetings or deadlines or meeting.notes):
        return None
    return NextDates(meetings, deadlines, meeting.notes)


def deadlines_from(day: date) -> list[Deadline]:
    """Return the motions out with the groups whose answers come by ``day`` or later."""
    out = Motion.objects.with_the_groups().filter(answers_due_on__gte=day)
    return [
        Deadline(each.answers_due_on, each.number, each.title)
        for each in out.order_by("answers_due_on", "number")
    ]
