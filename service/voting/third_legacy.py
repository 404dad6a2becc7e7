"""The Third Legacy Procedure: five ballots at most, and then the hat.

Two-thirds of the total vote elects, exactly two-thirds too. After the second ballot
those leave who have less than one-fifth, after the third those with less than
one-third, after the fourth the smallest total; but after each of these three the top
two remain. A fifth and final ballot needs a motion. The first name drawn is elected.
(AA Service Manual, Appendix G.)
"""

from service.voting.acclamation import unopposed
from service.voting.course import Course
from service.voting.drawing import out_of_the_hat
from service.voting.motions import hear
from service.voting.record import Round
from service.voting.standing import Next, Step
from service.voting.tallying import tally_names
from service.voting.why import Verdict, Why
from service.voting.withdrawing import stay_or_leave

LAST = 5


def third_legacy(course: Course) -> Next:
    """Count by the Third Legacy Procedure, and return the next step."""
    while course.standing and not course.elected:
        if step := _instead_of_a_ballot(course):
            return step
        if course.ballot is None:
            return course.wait(Step.BALLOT, course.standing, seats=1)
        _take(course, course.ballot)
    return course.finish()


def _instead_of_a_ballot(course: Course) -> Next | None:
    """Return the step if it is the turn of the hat, of one candidate or of the motion.

    Once the motion was taken its verdict holds, whoever withdraws after it.
    """
    if course.number > LAST:
        return out_of_the_hat(course)
    verdict = course.motions[-1].verdict if course.motions else None
    if verdict not in {None, Verdict.CARRIED}:
        return out_of_the_hat(course)
    if len(course.standing) == 1:
        return unopposed(course)
    if course.number == LAST and verdict is None:
        return course.wait(Step.MOTION, course.standing, seats=1)
    return None


def _take(course: Course, ballot: Round) -> None:
    rules = course.rules
    tally = tally_names(ballot, course.standing, rules=rules, seats=1)
    needed = rules.needed(tally.total)
    elected = [each for each, votes in tally.votes.items() if votes >= needed]
    if elected:
        why = dict.fromkeys(elected, Why.REACHED)
        outcomes = [
            tally.against_rules(each, why.get(each, Why.SEATS_FILLED), rules=rules)
            for each in tally.votes
        ]
    else:
        outcomes = stay_or_leave(tally, needed=needed, tie=rules.smallest_tie)
    course.close(Step.BALLOT, tally, outcomes, seats=1, needed=needed)
    course.elected += elected
    if course.number == LAST and not elected:
        hear(course)
