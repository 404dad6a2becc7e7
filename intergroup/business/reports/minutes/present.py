"""Who was there, as the minutes name them: by group, first name and initial."""

from dataclasses import dataclass
from datetime import datetime

from intergroup.business.models import Attendee, BusinessMeeting


@dataclass(frozen=True, slots=True)
class Here:
    """One who was there: ``name`` is the group or the position."""

    name: str
    person: str
    is_alternate: bool = False
    has_vote: bool = True
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """The quorum as it was counted at one moment."""

    at: datetime
    in_words: str


@dataclass(frozen=True, slots=True)
class Presence:
    """Everybody who was there; ``observer_count`` are observers without a row."""

    groups: tuple[Here, ...]
    officers: tuple[Here, ...]
    observers: tuple[Here, ...]
    observer_count: int


def presence(meeting: BusinessMeeting) -> Presence:
    """Return who was at ``meeting``."""
    roll = meeting.roll.select_related("group", "person").order_by("group__number")
    others = list(meeting.attendees.select_related("person").order_by("pk"))
    kinds = Attendee.Kind
    return Presence(
        groups=tuple(
            Here(
                name=str(row.group),
                person=_name(row.person),
                is_alternate=row.is_alternate,
                has_vote=row.has_vote,
                has_left=row.has_left,
            )
            for row in roll
        ),
        officers=tuple(_here(row) for row in others if row.kind == kinds.OFFICER),
        observers=tuple(_here(row) for row in others if row.kind == kinds.OBSERVER),
        observer_count=meeting.observer_count,
    )


def counts(meeting: BusinessMeeting) -> tuple[Counted, ...]:
    """Return each count of the quorum, in its order."""
    rows = meeting.quorum_counts.order_by("counted_at", "pk")
    return tuple(Counted(row.counted_at, row.in_words) for row in rows)


def _here(row: Attendee) -> Here:
    return Here(
        name=row.office,
        person=_name(row.person),
        has_vote=row.has_vote,
        has_left=row.has_left,
    )


def _name(person: object) -> str:
    return str(person) if person else ""
