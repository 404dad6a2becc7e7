"""What was decided at the meeting before, and how many groups were there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from intergroup.business.models import BusinessMeeting, Motion, Rules
from intergroup.business.reports.motions import Line, line, whole
from intergroup.business.reports.rollcall import RollCall, roll_call


@dataclass(frozen=True, slots=True)
class LastMeeting:
    """One meeting on record: its roll call, and what became of each motion."""

    title: str
    held_on: date
    place: str
    roll_call: RollCall
    decided: tuple[Line, ...]
    left_open: tuple[Line, ...]


def last_meeting(meeting: BusinessMeeting) -> LastMeeting | None:
    """Return the record of the meeting before ``meeting``; None for the first one."""
    before = BusinessMeeting.objects.before(meeting.held_on).first()
    return on_record(before) if before else None


def on_record(meeting: BusinessMeeting) -> LastMeeting:
    """Return what was decided at ``meeting``, and what it left open."""
    their = Q(meeting=meeting) | Q(decided_at=meeting)
    motions = whole(Motion.objects.numbered().filter(their)).order_by(
        "meeting__held_on", "number"
    )
    roll, rules = roll_call(meeting), Rules.objects.current()
    lines = [(each, line(each, meeting, roll=roll, rules=rules)) for each in motions]
    return LastMeeting(
        title=meeting.title,
        held_on=meeting.held_on,
        place=meeting.place,
        roll_call=roll,
        decided=tuple(told for each, told in lines if _is_settled(each, meeting)),
        left_open=tuple(told for each, told in lines if not _is_settled(each, meeting)),
    )


def _is_settled(motion: Motion, meeting: BusinessMeeting) -> bool:
    if motion.result == Motion.Result.WITHDRAWN and not motion.decided_at_id:
        return True
    return motion.decided_at_id == meeting.pk
