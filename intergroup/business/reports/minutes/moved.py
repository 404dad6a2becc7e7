"""A motion in the minutes: its words and result, and each step it took that day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting, Motion, MotionStep
from intergroup.business.reports.motions import Line, motions

Kind = MotionStep.Kind
TOLD = (Kind.RECEIVED, Kind.ON_AGENDA, Kind.MOVED, Kind.SECONDED)  # with its words
ENDS = (".”", "?”", "!”")  # words that bring their own end
NEW_WORDS = (Kind.AMENDED, Kind.STRAW_POLL, Kind.REFERRED, Kind.MINORITY_HEARD)


@dataclass(frozen=True, slots=True)
class Moved:
    """One motion, and what happened to it at the meeting, a sentence for each step.

    Who moved and seconded it stands with its words.
    """

    line: Line
    steps: tuple[str, ...]


def moved_at(meeting: BusinessMeeting) -> dict[str, tuple[Moved, ...]]:
    """Return the motions before ``meeting``: ``back``, ``old`` and ``new``."""
    before, steps = motions(meeting), _steps(meeting)
    return {
        kind: tuple(
            Moved(line, steps.get(line.number, ())) for line in getattr(before, kind)
        )
        for kind in ("back", "old", "new")
    }


def by_motion(motion: Motion | None) -> str:
    """Return “by motion 02-26-01, moved by …, seconded by …”; "" without a motion."""
    if motion is None:
        return ""
    told = [_("by motion %s") % motion.number]
    mover = motion.moved_by_group or motion.moved_by
    if mover:
        told.append(_("moved by %s") % mover)
    if motion.seconded_by_group:
        told.append(_("seconded by %s") % motion.seconded_by_group)
    return ", ".join(told)


def _steps(meeting: BusinessMeeting) -> dict[str, tuple[str, ...]]:
    rows = meeting.motion_steps.exclude(kind__in=TOLD)
    found: dict[str, tuple[str, ...]] = {}
    for row in rows.select_related("motion", "by_group").order_by("pk"):
        number = row.motion.number
        found[number] = (*found.get(number, ()), _step(row))
    return found


def _step(row: MotionStep) -> str:
    """Return one step as a sentence: “Amended by Group 7 Hope: “…”.”"""
    who = row.by_group or row.by
    told = str(row.get_kind_display())
    if who:
        told = _("%(step)s by %(who)s") % {"step": told, "who": who}
    votes = ", ".join(_votes(row))
    if votes:
        told = f"{told}: {votes}"
    for words in _new_words(row):
        told = f"{told}: “{words}”"
    told = told if told.endswith(ENDS) else f"{told}."
    if row.has_carried is None:
        return told
    return f"{told} {_('Carried.') if row.has_carried else _('Not carried.')}"


def _new_words(row: MotionStep) -> list[str]:
    """Return what a step says in its own words; of an amendment, what it changes."""
    if row.kind not in NEW_WORDS:
        return []
    is_the_same = row.kind == Kind.AMENDED and row.text == row.text_before
    said = ["" if is_the_same else row.text]
    if row.policy != row.policy_before:
        said.append(row.policy)
    return [words for words in said if words]


def _votes(row: MotionStep) -> list[str]:
    """Return the totals that were counted."""
    is_vote = row.votes_against is not None
    counted = (
        (row.votes_for, _("%s for") if is_vote else _("%s assent")),
        (row.votes_against, _("%s against")),
        (row.abstentions, _("%s abstaining")),
        (row.reservations, _("%s with reservations")),
        (row.stand_asides, _("%s standing aside")),
        (row.blocks, _("%s blocking")),
    )
    return [words % votes for votes, words in counted if votes is not None]
