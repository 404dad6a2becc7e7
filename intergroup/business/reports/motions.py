"""Motions before a meeting: back from the groups, left over, new; what each needs."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.majorities import Majority, needed
from intergroup.business.models import BusinessMeeting, Motion
from intergroup.business.reports.rollcall import roll_call
from intergroup.registry.models import Group

NEEDS = {
    Majority.SIMPLE: gettext_lazy("Needs more than half of the votes cast"),
    Majority.TWO_THIRDS: gettext_lazy("Needs two-thirds of the votes cast"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One motion; ``needs`` and ``outcome`` are sentences, ``outcome`` may be empty."""

    number: str
    title: str
    text: str
    intent: str
    brought_by: str
    seconded_by: str
    brought_on: date
    needs: str
    outcome: str


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
    roll = roll_call(meeting)
    votes = roll.here or roll.roll
    found = Motion.objects.before(meeting).select_related(
        "meeting", "decided_at", "moved_by_group", "seconded_by_group"
    )
    kinds = {"back": [], "old": [], "new": [], "out": []}
    for motion in found.order_by("meeting__held_on", "number"):
        kinds[_kind(motion, meeting)].append(line(motion, meeting, votes=votes))
    return Motions(**{kind: tuple(lines) for kind, lines in kinds.items()})


def line(motion: Motion, meeting: BusinessMeeting, *, votes: int) -> Line:
    """Return one motion as it stands at ``meeting``, where ``votes`` may be cast."""
    is_decided_here = motion.decided_at_id == meeting.pk
    counted = motion.is_counted and is_decided_here
    cast = motion.votes_for + motion.votes_against if counted else votes
    return Line(
        number=motion.number,
        title=motion.title,
        text=motion.text,
        intent=motion.intent,
        brought_by=_group(motion.moved_by_group) or motion.moved_by,
        seconded_by=_group(motion.seconded_by_group),
        brought_on=motion.meeting.held_on,
        needs=in_words(Majority(motion.majority), cast, is_counted=counted),
        outcome=outcome(motion, meeting),
    )


def in_words(majority: Majority, votes: int, *, is_counted: bool = False) -> str:
    """Return what carries a motion: “Needs two-thirds of the votes cast: 14 of 21.”

    Before the count, ``votes`` are those that can be cast, and the sentence says so.
    """
    if not votes:
        return _("%(needs)s.") % {"needs": NEEDS[majority]}
    params = {
        "needs": NEEDS[majority],
        "ayes": needed(votes, majority=majority),
        "votes": votes,
    }
    if is_counted:
        return _("%(needs)s: %(ayes)s of %(votes)s.") % params
    return _("%(needs)s: %(ayes)s of %(votes)s if every group votes.") % params


def outcome(motion: Motion, meeting: BusinessMeeting) -> str:
    """Return what became of a motion by the end of ``meeting``; "" while it is new."""
    if motion.decided_at_id == meeting.pk:
        return f"{motion.get_result_display()}{_count(motion)}."
    if motion.decided_at_id:
        return _("Left open for a later meeting.")
    if motion.result == Motion.Result.SUBMITTED:
        return ""
    if motion.result == Motion.Result.TO_GROUPS and motion.answers_due_on:
        due = date_format(motion.answers_due_on, "DATE_FORMAT")
        return _("Sent to the groups, to be answered by %s.") % due
    return f"{motion.get_result_display()}."


def _group(group: Group | None) -> str:
    return _("Group %s") % group if group else ""


def _count(motion: Motion) -> str:
    if not motion.is_counted:
        return ""
    params = {"ayes": motion.votes_for, "noes": motion.votes_against}
    if not motion.abstentions:
        return _(": %(ayes)s for, %(noes)s against") % params
    params["abstentions"] = motion.abstentions
    return _(": %(ayes)s for, %(noes)s against, %(abstentions)s abstaining") % params


def _kind(motion: Motion, meeting: BusinessMeeting) -> str:
    if motion.meeting_id == meeting.pk:
        return "new"
    if not _was_sent_out(motion):
        return "old"
    is_back = motion.decided_at_id or not motion.answers_due_on
    return "back" if is_back or motion.answers_due_on <= meeting.held_on else "out"


def _was_sent_out(motion: Motion) -> bool:
    return motion.result == Motion.Result.TO_GROUPS or bool(motion.answers_due_on)
