"""The one way in: the whole record of an election, counted from the beginning."""

from service.voting.course import Course
from service.voting.faults import flaws
from service.voting.ignoring import ignored
from service.voting.majority import majority
from service.voting.plurality import plurality
from service.voting.record import Record
from service.voting.rules import Rules, System
from service.voting.standing import Next, Standing, Step
from service.voting.third_legacy import LAST, third_legacy

SYSTEMS = {
    System.THIRD_LEGACY: third_legacy,
    System.MAJORITY: majority,
    System.PLURALITY: plurality,
    System.ACCLAMATION: majority,  # where there are more nominees than seats
}


def count(rules: Rules, record: Record) -> Standing:
    """Return where an election stands by its rules and its whole record.

    Nothing is remembered: the same record gives the same standing. What does not count
    is in ``ignored``. Raises ValueError for rules or a record that cannot be counted at
    all; ``problems`` says so beforehand, as values.
    """
    if found := flaws(rules, record):
        raise ValueError(f"This cannot be counted: {found}")
    course = Course(rules, record)
    step = SYSTEMS[System(rules.system)](course)
    gone = course.let_decline()
    return Standing(
        next=step,
        rounds=tuple(course.results),
        candidates=tuple(course.outcomes.values()),
        elected=tuple(each for each in course.elected if each not in gone),
        alternate=course.alternate,
        motions=tuple(course.motions),
        may_reconsider=_may_reconsider(course, step),
        drawn=tuple(course.drawn),
        ignored=ignored(course, step),
    )


def _may_reconsider(course: Course, step: Next) -> bool:
    """Tell whether the motion was taken once, and nothing has come of it yet."""
    waits = step.step in {Step.HAT, Step.BALLOT, Step.YES_NO}
    is_untouched = course.number == LAST and not course.drawn
    return len(course.motions) == 1 and is_untouched and waits
