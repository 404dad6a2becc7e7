"""Motions before a meeting: back from the groups, left over, new; what each needs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from intergroup.business.models import BusinessMeeting, Motion, Rules
from intergroup.business.reports.motion_words import (
    answers_so_far,
    group_in_words,
    needs_of,
    outcome,
)
from intergroup.business.reports.rollcall import RollCall, roll_call


@dataclass(frozen=True, slots=True)
class Line:
    """One motion; ``needs`` is a sentence, as ``outcome`` and ``answers`` may be."""

    number: str
    title: str
    text: str
    intent: str
    brought_by: str
    seconded_by: str
    brought_on: date
    needs: str
    outcome: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Motions:
    """The motions before one meeting, in the order in which they are taken."""

    back: tuple[Line, ...]
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    out: tuple[Line, ...]

    @property
    def count(self) -> int:
        """How many motions the meeting has before it; those still out are not."""
        return len(self.back) + len(self.old) + len(self.new)


def motions(meeting: BusinessMeeting) -> Motions:
    """Return the motions before ``meeting``; for a past one, as they stood that day."""
    roll, rules = roll_call(meeting), Rules.objects.current()
    found = whole(Motion.objects.before(meeting))
    kinds = {"back": [], "old": [], "new": [], "out": []}
    for motion in found.order_by("meeting__held_on", "number"):
        told = line(motion, meeting, roll=roll, rules=rules)
        kinds[_kind(motion, meeting)].append(told)
    return Motions(**{kind: tuple(lines) for kind, lines in kinds.items()})


def whole(found: QuerySet[Motion]) -> QuerySet[Motion]:
    """Return motions with all that a line tells of them."""
    return found.select_related(
        "meeting", "decided_at", "moved_by_group", "seconded_by_group"
    ).prefetch_related("steps", "ballots")


def line(
    motion: Motion, meeting: BusinessMeeting, *, roll: RollCall, rules: Rules
) -> Line:
    """Return one motion as it stands at ``meeting``, whose roll call is ``roll``."""
    is_decided_here = motion.decided_at_id == meeting.pk
    return Line(
        number=motion.number,
        title=motion.title,
        text=motion.text,
        intent=motion.intent,
        brought_by=group_in_words(motion.moved_by_group) or motion.moved_by,
        seconded_by=group_in_words(motion.seconded_by_group),
        brought_on=motion.meeting.held_on,
        needs=needs_of(motion, rules=rules, roll=roll, voted=is_decided_here),
        outcome=outcome(motion, meeting),
        answers=answers_so_far(motion) if _was_sent_out(motion) else "",
    )


def _kind(motion: Motion, meeting: BusinessMeeting) -> str:
    if motion.meeting_id == meeting.pk:
        return "new"
    if not _was_sent_out(motion):
        return "old"
    is_back = motion.decided_at_id or not motion.answers_due_on
    return "back" if is_back or motion.answers_due_on <= meeting.held_on else "out"


def _was_sent_out(motion: Motion) -> bool:
    return motion.result == Motion.Result.TO_GROUPS or bool(motion.answers_due_on)
