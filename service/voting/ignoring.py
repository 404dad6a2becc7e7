"""What was written down and does not count, so that nobody wonders."""

from collections.abc import Iterator

from service.voting.course import Course
from service.voting.standing import Ignored, Next, Step
from service.voting.third_legacy import LAST
from service.voting.why import Cause, Fate, Verdict

OUT_OF_TURN = {Step.BALLOT, Step.YES_NO, Step.ACCLAMATION, Step.MOTION}


def ignored(course: Course, step: Next) -> tuple[Ignored, ...]:
    """Return all that the count passed over, or had no use for."""
    return (
        *course.ignored,
        *_ballots(course, step),
        *_motions(course),
        *course.unused_draws,
        *_declined(course),
    )


def _ballots(course: Course, step: Next) -> Iterator[Ignored]:
    told = {
        each.number for each in course.ignored if each.cause == Cause.BALLOTS_NOT_TOLD
    }
    for number in sorted(each.number for each in course.record.rounds):
        if number < course.number or number in told:
            continue
        if number == LAST and _has_no_fifth(course, step):
            yield Ignored(Cause.FIFTH_WITHOUT_A_MOTION, number)
        elif step.step in OUT_OF_TURN:
            yield Ignored(Cause.BALLOT_OUT_OF_TURN, number)
        else:
            yield Ignored(Cause.BALLOT_AFTER_THE_END, number)


def _has_no_fifth(course: Course, step: Next) -> bool:
    """Tell whether the motion for a fifth ballot was lost, or is still to be taken."""
    if course.motions:
        return course.motions[-1].verdict != Verdict.CARRIED
    return step.step == Step.MOTION


def _motions(course: Course) -> Iterator[Ignored]:
    taken = len(course.motions)
    late = Cause.RECONSIDERED_TWICE if taken else Cause.MOTION_OUT_OF_TURN
    for nth in range(taken, len(course.record.motions)):
        yield Ignored(late, nth + 1)


def _declined(course: Course) -> Iterator[Ignored]:
    for each in course.record.declined:
        outcome = course.outcomes.get(each)
        if outcome is None or outcome.fate != Fate.DECLINED:
            yield Ignored(Cause.DECLINED_WITHOUT_ELECTION, each)
