"""The motion for a fifth and final ballot: moved, seconded, and a majority of hands.

More ayes than noes carry it; a tie is a defeat, and so is no motion or no second. It
may be reconsidered once, so that there are at most two, and the last one counts.
"""

from service.voting.course import Course
from service.voting.record import Motion
from service.voting.standing import MotionResult
from service.voting.why import Verdict

MOST = 2


def hear(course: Course) -> None:
    """Write down what became of the motions, now that it is their turn."""
    course.motions = [
        MotionResult(verdict(each), each.ayes.total, each.noes.total)
        for each in course.record.motions[:MOST]
    ]


def verdict(motion: Motion) -> Verdict:
    """Return what became of a motion."""
    if not motion.is_moved:
        return Verdict.NOT_MADE
    if not motion.is_seconded:
        return Verdict.NOT_SECONDED
    ayes, noes = motion.ayes.total, motion.noes.total
    if ayes == noes:
        return Verdict.TIED
    return Verdict.CARRIED if ayes > noes else Verdict.DEFEATED
