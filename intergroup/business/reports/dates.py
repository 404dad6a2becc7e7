"""The next dates: meetings to come, answers that are due, and what is announced."""

from dataclasses import dataclass
from datetime import date, time

from intergroup.business.models import BusinessMeeting, Motion, events
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
class Event:
    """Something announced; ``last_on`` is None for a single day."""

    on: date
    last_on: date | None
    at: time | None
    title: str
    place: str
    url: str
    held_by: str
    details: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class NextDates:
    """What to put in the calendar after one meeting."""

    meetings: tuple[Ahead, ...]
    deadlines: tuple[Deadline, ...]
    events: tuple[Event, ...]
    announcements: str


def next_dates(meeting: BusinessMeeting) -> NextDates | None:
    """Return what comes after ``meeting``; None if nothing is known."""
    meetings = tuple(
        Ahead(each.held_on, each.begins_at, each.title, each.place)
        for each in BusinessMeeting.objects.ahead(meeting.held_on + ONE_DAY)[:MOST]
    )
    deadlines = tuple(deadlines_from(meeting.held_on + ONE_DAY))
    announced = tuple(events_from(meeting.held_on + ONE_DAY))
    if not (meetings or deadlines or announced or meeting.notes):
        return None
    return NextDates(meetings, deadlines, announced, meeting.notes)


def events_from(day: date) -> list[Event]:
    """Return the events that are not over on ``day``, the next first."""
    return [_event(each) for each in events.Event.objects.from_day(day)]


def events_announced(meeting: BusinessMeeting) -> list[Event]:
    """Return the events that were announced at ``meeting``, by day."""
    return [_event(each) for each in meeting.events.order_by("begins_on", "pk")]


def _event(row: events.Event) -> Event:
    return Event(
        on=row.begins_on,
        last_on=row.last_on,
        at=row.begins_at,
        title=row.title,
        place=row.place,
        url=row.url,
        held_by=row.held_by,
        details=row.details,
        is_off=row.is_off,
    )


def deadlines_from(day: date) -> list[Deadline]:
    """Return the motions out with the groups whose answers come by ``day`` or later."""
    out = Motion.objects.with_the_groups().filter(answers_due_on__gte=day)
    return [
        Deadline(each.answers_due_on, each.number, each.title)
        for each in out.order_by("answers_due_on", "number")
    ]
