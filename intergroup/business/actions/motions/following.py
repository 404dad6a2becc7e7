"""The columns of a motion, as they follow from its steps: nothing else writes them."""

from intergroup.business.majorities import Base
from intergroup.business.models import BusinessMeeting, Motion, MotionStep

Kind, Result = MotionStep.Kind, Motion.Result
COLUMNS = (
    *Motion.BY_STEPS,
    "way",
    "moved_by",
    "moved_by_group_id",
    "seconded_by_group_id",
    "text",
    "text_after",
    "majority",
    "base",
    "referred_to",
    "answers_due_on",
    "meeting_id",
    "number",
)
_RESULTS = {
    Kind.ON_AGENDA: Result.SUBMITTED,
    Kind.TABLED: Result.TABLED,
    Kind.REFERRED: Result.REFERRED,
    Kind.TO_GROUPS: Result.TO_GROUPS,
    Kind.TAKEN_UP: Result.SUBMITTED,
    Kind.WITHDRAWN: Result.WITHDRAWN,
    Kind.NOT_TAKEN_UP: Result.NOT_TAKEN_UP,
}


def follow(motion: Motion, step: MotionStep) -> None:
    """Write into ``motion`` what ``step`` makes of it. Saves nothing."""
    motion.result = _RESULTS.get(Kind(step.kind), motion.result)
    if step.kind == Kind.VOTED:
        _decide(motion, step)
    elif step.kind == Kind.RECONSIDERED:
        _open_again(motion, step)
    else:
        _note(motion, step)


def columns_of(motion: Motion) -> dict[str, object]:
    """Return the columns that steps write, as they are now."""
    return {name: getattr(motion, name) for name in COLUMNS}


def go_back(motion: Motion, step: MotionStep) -> None:
    """Write back into ``motion`` what ``step`` had changed of it. Saves nothing."""
    for name, value in step.motion_before.items():
        field = Motion._meta.get_field(name.removesuffix("_id"))
        setattr(motion, name, field.to_python(value))


def save_columns(motion: Motion) -> None:
    """Save the columns that steps write, and no other."""
    motion.save(update_fields=[name.removesuffix("_id") for name in COLUMNS])


def settle(motion: Motion, *, at: BusinessMeeting) -> None:
    """Note the meeting that settles a motion entered in the list. Saves nothing.

    One that waits has none; a meeting that is noted already stays, and so does one
    that follows from steps.
    """
    if motion.pk and motion.steps.exists():
        return
    if motion.result in Motion.WAITING:
        motion.decided_at = None
    elif motion.decided_at_id is None:
        motion.decided_at = at


def _note(motion: Motion, step: MotionStep) -> None:
    match step.kind:
        case Kind.ON_AGENDA:
            motion.meeting = step.meeting
        case Kind.MOVED:
            motion.moved_by_group, motion.moved_by = step.by_group, step.by
        case Kind.SECONDED:
            motion.seconded_by_group = step.by_group
        case Kind.AMENDED if step.has_carried:
            motion.text, motion.text_after = step.text, step.policy
        case Kind.REFERRED:
            motion.referred_to = step.by
        case Kind.WITHDRAWN | Kind.NOT_TAKEN_UP:
            motion.decided_at = step.meeting


def _decide(motion: Motion, step: MotionStep) -> None:
    if step.has_carried is None:  # more than half abstained
        return
    motion.result = Result.CARRIED if step.has_carried else Result.FAILED
    motion.decided_at = step.meeting
    if motion.is_by_consensus and step.blocks is not None:
        motion.votes_for = (step.votes_for or 0) + (step.reservations or 0)
        motion.votes_against = 0
        motion.abstentions, motion.blocks = step.stand_asides, step.blocks
        return
    motion.majority, motion.base = step.majority, step.base or Base.CAST
    motion.votes_for, motion.votes_against = step.votes_for, step.votes_against
    motion.abstentions, motion.blocks = step.abstentions, None


def _open_again(motion: Motion, step: MotionStep) -> None:
    if not step.has_carried:
        return
    motion.result, motion.decided_at = Result.SUBMITTED, None
    motion.votes_for = motion.votes_against = None
    motion.abstentions = motion.blocks = None
