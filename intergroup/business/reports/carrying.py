"""What a representative carries home from one meeting: a line for each thing."""

from dataclasses import dataclass
from datetime import date, time

from django.db.models import Q
from django.utils.text import Truncator

from intergroup.business.models import BusinessMeeting, Event, Motion
from intergroup.business.reports.decisions import on_record
from intergroup.business.reports.motions import Line
from intergroup.kit.dates import ONE_DAY

MOST = 8  # lines of a kind, on a sheet of one page
WORDS = 60  # of a motion; the rest is in the packet


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided at a meeting; ``more`` is how many did not find room."""

    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Question:
    """A motion that the group is asked about; ``answer_by`` may be None."""

    number: str
    title: str
    text: str
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What the groups are asked, the first answers first."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing for the calendar; ``last_on`` is None for a single day."""

    on: date
    last_on: date | None
    at: time | None
    title: str
    place: str
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class WhatComes:
    """The next meetings and events, by day; announcements as they were written."""

    coming: tuple[Coming, ...]
    announcements: str


def decided(meeting: BusinessMeeting) -> Decided | None:
    """Return what ``meeting`` decided; None where it decided nothing."""
    lines = on_record(meeting).decided
    return Decided(lines[:MOST], max(len(lines) - MOST, 0)) if lines else None


def to_ask(meeting: BusinessMeeting) -> ToAsk | None:
    """Return the motions out with the groups after ``meeting``; None for none."""
    open_then = Q(answers_due_on__isnull=True) | Q(answers_due_on__gt=meeting.held_on)
    out = Motion.objects.with_the_groups().filter(
        open_then, meeting__held_on__lte=meeting.held_on
    )
    questions = tuple(
        Question(
            each.number,
            each.title,
            Truncator(each.text).words(WORDS),
            each.answers_due_on,
        )
        for each in out.order_by("answers_due_on", "number")
    )
    return ToAsk(questions) if questions else None


def what_comes(meeting: BusinessMeeting) -> WhatComes | None:
    """Return what comes after ``meeting``; None where nothing is known."""
    coming = [*_meetings(meeting), *_events(meeting)]
    coming.sort(key=lambda each: (each.on, each.at or time(), each.title))
    if not coming and not meeting.notes:
        return None
    return WhatComes(tuple(coming[:MOST]), Truncator(meeting.notes).words(WORDS))


def _meetings(meeting: BusinessMeeting) -> list[Coming]:
    ahead = BusinessMeeting.objects.ahead(meeting.held_on + ONE_DAY)[:2]
    return [
        Coming(
            each.held_on, None, each.begins_at, each.title, each.place, is_meeting=True
        )
        for each in ahead
    ]


def _events(meeting: BusinessMeeting) -> list[Coming]:
    events = Event.objects.from_day(meeting.held_on + ONE_DAY).filter(is_off=False)
    return [
        Coming(
            each.begins_on,
            each.last_on,
            each.begins_at,
            each.title,
            each.place,
            is_meeting=False,
        )
        for each in events[:MOST]
    ]
