"""Election by a share of the votes: ballot after ballot until every seat is filled.

Nobody is withdrawn automatically, and there is no last ballot; candidates withdraw by
their own will. For several seats each voter marks up to as many names as there are
seats left. Whoever reaches the share of the valid ballots is elected, those with more
votes first; if several tie across the last seat, they stay, and the next ballot decides
for the seats that are left (so Robert’s Rules of Order, 12th edition, 46:34).
"""

from service.voting.acclamation import is_unopposed, unopposed
from service.voting.course import Course
from service.voting.ranking import fill, ranked
from service.voting.record import Round
from service.voting.standing import Ignored, Next, Step
from service.voting.tallying import Tally, tally_names
from service.voting.why import Cause, Why


def majority(course: Course) -> Next:
    """Count by a share of the votes, and return the next step."""
    while course.seats_left:
        if is_unopposed(course):
            return unopposed(course)
        seats, ballot = course.seats_left, course.ballot
        if ballot is None:
            return course.wait(Step.BALLOT, course.standing, seats=seats)
        if seats > 1 and ballot.ballots is None:
            course.ignored.append(Ignored(Cause.BALLOTS_NOT_TOLD, ballot.number))
            return course.wait(Step.BALLOT, course.standing, seats=seats)
        _take(course, ballot, seats)
    return course.finish()


def _take(course: Course, ballot: Round, seats: int) -> None:
    rules = course.rules
    tally = tally_names(ballot, course.standing, rules=rules, seats=seats)
    needed = rules.needed(tally.total)
    reached = {each: n for each, n in tally.votes.items() if n >= needed}
    seated, tied = fill(ranked(reached), seats)
    tie = Why.TIED_FOR_THE_LAST_SEAT
    why = dict.fromkeys(seated, Why.REACHED) | dict.fromkeys(tied, tie)
    others = _of_others(tally, is_full=len(seated) == seats)
    outcomes = [
        tally.against_rules(each, why.get(each, others), rules=rules)
        for each in tally.votes
    ]
    course.close(Step.BALLOT, tally, outcomes, seats=seats, needed=needed)
    course.elected += seated


def _of_others(tally: Tally, *, is_full: bool) -> Why:
    if is_full:
        return Why.SEATS_FILLED
    return Why.NOBODY_IS_WITHDRAWN if tally.total else Why.NOBODY_VOTED
