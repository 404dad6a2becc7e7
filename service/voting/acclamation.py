"""Those who stand unopposed: no more of them than the seats.

They are elected together. Where the body elects them by acclamation the chair asks
whether anybody objects; with an objection, or where it does not, a ballot or a show of
hands asks yes or no, and the same share is needed as for any election. It is asked
once: a body that says no opens nominations again. So it is too with the one candidate
who is left after others withdrew, before whichever ballot that is.
"""

from service.voting.course import Course
from service.voting.standing import Next, Step
from service.voting.tallying import tally_answers
from service.voting.why import Why


def is_unopposed(course: Course) -> bool:
    """Tell whether those who stand are no more than the seats that are left."""
    return len(course.standing) <= course.seats_left


def unopposed(course: Course) -> Next:
    """Elect those who stand unopposed, or return what is to be asked."""
    if not course.standing:
        return course.finish()
    if course.rules.has_acclamation and not course.record.is_objected:
        return _acclaim(course)
    if course.ballot is None:
        return course.wait(Step.YES_NO, course.standing, seats=course.seats_left)
    return _ask(course)


def _acclaim(course: Course) -> Next:
    among = course.standing
    if course.record.is_objected is None:
        return course.wait(Step.ACCLAMATION, among, seats=course.seats_left)
    course.became(Why.ACCLAIMED, among)
    course.elected += among
    return course.finish()


def _ask(course: Course) -> Next:
    among, seats = course.standing, course.seats_left
    tally = tally_answers(course.ballot, among, rules=course.rules)
    is_confirmed = course.rules.reaches(tally.ayes, tally.total)
    why = Why.CONFIRMED if is_confirmed else Why.NOT_CONFIRMED
    outcomes = [tally.against_rules(each, why, rules=course.rules) for each in among]
    needed = course.rules.needed(tally.total)
    course.close(Step.YES_NO, tally, outcomes, seats=seats, needed=needed)
    if is_confirmed:
        course.elected += among
    return course.finish(is_refused=not is_confirmed)
