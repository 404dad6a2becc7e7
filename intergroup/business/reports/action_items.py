"""What somebody took on: what is open on a day, and what was done since."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from intergroup.business.models import ActionItem, BusinessMeeting
from intergroup.registry.models import Person


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; ``by`` and ``done_on`` are None while they are not known."""

    pk: int
    title: str
    who: str
    by: date | None
    since: date
    done_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """What is open before a meeting, and what was done since the one before it."""

    open: tuple[Task, ...]
    done: tuple[Task, ...]


def before_meeting(meeting: BusinessMeeting) -> Tasks | None:
    """Return what ``meeting`` hears of: nothing taken on falls away before it is done.

    What is taken on at the meeting itself is not among it; what is done on its day is
    open in its packet, and done in the next one. None for nothing.
    """
    earlier = ActionItem.objects.filter(meeting__held_on__lt=meeting.held_on)
    last = BusinessMeeting.objects.before(meeting.held_on).first()
    since = last.held_on if last else meeting.held_on
    open_then = Q(done_on__isnull=True) | Q(done_on__gte=meeting.held_on)
    done_since = Q(done_on__gte=since, done_on__lt=meeting.held_on)
    found = Tasks(_read(earlier.filter(open_then)), _read(earlier.filter(done_since)))
    return found if found.open or found.done else None


def taken_on(meeting: BusinessMeeting) -> Tasks | None:
    """Return what was taken on at ``meeting``; None for nothing."""
    found = _read(meeting.action_items.all())
    return Tasks(found, ()) if found else None


def of_person(person: Person, day: date) -> Tasks | None:
    """Return what one person has open on ``day``; None for nothing."""
    found = _read(ActionItem.objects.open_on(day).filter(person=person))
    return Tasks(found, ()) if found else None


def _read(items: object) -> tuple[Task, ...]:
    rows = items.select_related("person", "meeting")
    return tuple(
        Task(
            pk=each.pk,
            title=each.title,
            who=", ".join(filter(None, [str(each.person or ""), each.office])),
            by=each.wanted_on,
            since=each.meeting.held_on,
            done_on=each.done_on,
            note=each.note,
        )
        for each in rows
    )
