"""Election by the most votes: as many as there are seats, from the top down.

Each voter marks up to as many names as there are seats. Several who tie across the last
seat go to another ballot among them alone, for the seats that are left; tied again,
they go to the hat. Who is chosen and declines makes room for the next in line, whose
ties are decided likewise; after the hat, that is the next name drawn. Nobody is next in
line without a vote. No more nominees than seats: yes or no to all of them together.
"""

from service.voting.acclamation import is_unopposed, unopposed
from service.voting.course import Course
from service.voting.ranking import fill, ranked
from service.voting.standing import Next, Step
from service.voting.tallying import Tally, tally_names
from service.voting.why import Fate, Why


def plurality(course: Course) -> Next:
    """Count by the most votes, and return the next step."""
    if is_unopposed(course):
        return unopposed(course)
    if course.ballot is None:
        return course.wait(Step.BALLOT, course.standing, seats=course.rules.seats)
    return _Line(course).fill_seats()


class _Line:
    """Everybody in the order of their votes, those with as many together in a group.

    A ballot among those who tie, or the hat, puts them in an order of their own.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        self.seats = course.rules.seats
        self.declined: list[int] = []
        self.voted_again: set[int] = set()
        self.been_in_hat: set[int] = set()
        self.groups = self._vote(course.standing, self.seats)

    def fill_seats(self) -> Next:
        """Seat them from the top down, and return the next step.

        Who declined after the ballots so far makes room before the next one is held,
        and after the hat if that was drawn from.
        """
        while True:
            seated, tied = fill(self._present(), self.seats)
            left = self.seats - len(seated)
            if self._draw(tied):
                continue
            if self._let_decline(seated, after=self.course.number - 1):
                continue
            if self._vote_again(tied, left):
                continue
            if self._let_decline(seated):
                continue
            self._elect(seated)
            return self._ask(tied, left) if tied else self._finish()

    def _present(self) -> list[tuple[int, ...]]:
        """Return the groups without those who withdrew or declined."""
        withdrew = self.course.withdrew(after=self.course.number - 1)
        self.course.became(Why.WITHDREW, withdrew.difference(self.declined))
        gone = withdrew.union(self.declined)
        return [tuple(c for c in group if c not in gone) for group in self.groups]

    def _vote(self, among: tuple[int, ...], seats: int) -> list[tuple[int, ...]]:
        """Take the next ballot, and return those on it in the order of their votes."""
        course = self.course
        tally = tally_names(course.ballot, among, rules=course.rules, seats=seats)
        gone = course.withdrew(after=tally.number)
        here = {c: votes for c, votes in tally.votes.items() if c not in gone}
        seated, tied = fill(ranked(here), seats)
        why = dict.fromkeys(gone, Why.WITHDREW)
        why |= dict.fromkeys(tied, Why.TIED_FOR_THE_LAST_SEAT)
        why |= {each: self._seated(each, tally) for each in seated}
        outcomes = [tally.outcome(c, why.get(c, Why.SEATS_FILLED)) for c in among]
        course.close(Step.BALLOT, tally, outcomes, seats=seats, needed=None)
        return ranked(tally.votes)

    def _seated(self, candidate: int, tally: Tally) -> Why:
        has_votes = tally.votes[candidate] or self._had_votes(candidate)
        return Why.MOST_VOTES if has_votes else Why.NO_VOTES

    def _had_votes(self, candidate: int) -> bool:
        """Tell whether somebody had a vote on any ballot, or was in the hat."""
        ballots = self.course.results
        outcomes = (outcome for ballot in ballots for outcome in ballot.outcomes)
        voted = any(each.candidate == candidate and each.votes for each in outcomes)
        return voted or candidate in self.been_in_hat

    def _is_for_the_hat(self, tied: tuple[int, ...]) -> bool:
        return self.voted_again.issuperset(tied) or self.been_in_hat.issuperset(tied)

    def _draw(self, tied: tuple[int, ...]) -> bool:
        """Put those who tied again in the order of the hat, if it was drawn from."""
        drawn = self.course.draw(tied) if tied and self._is_for_the_hat(tied) else ()
        if drawn:
            self.been_in_hat.update(tied)
            rest = tuple(each for each in tied if each not in drawn)
            self._put_in_order(tied, [*((each,) for each in drawn), rest])
        return bool(drawn)

    def _vote_again(self, tied: tuple[int, ...], seats: int) -> bool:
        """Put those who tie in the order of a ballot of their own, if it was held."""
        is_held = self.course.ballot is not None
        if not tied or not is_held or self._is_for_the_hat(tied):
            return False
        self.voted_again.update(tied)
        self._put_in_order(tied, self._vote(tied, seats))
        return True

    def _put_in_order(
        self, tied: tuple[int, ...], order: list[tuple[int, ...]]
    ) -> None:
        place = next(n for n, g in enumerate(self.groups) if set(tied) <= set(g))
        self.groups[place : place + 1] = order

    def _let_decline(self, seated: tuple[int, ...], after: int | None = None) -> bool:
        """Let the first who declined of those seated go; the line moves up."""
        order = [*self.course.record.declined, *seated]
        gone = sorted(set(seated), key=order.index)
        gone = [each for each in gone if self.course.has_gone(each, after=after)][:1]
        self.declined += gone
        self.course.became(Why.DECLINED, gone)
        return bool(gone)

    def _elect(self, seated: tuple[int, ...]) -> None:
        voted = [each for each in seated if self._had_votes(each)]
        self.course.became(Why.NO_VOTES, set(seated).difference(voted))
        self.course.elected += voted
        for each in voted:
            if self.course.is_drawn(each):
                self.course.became(Why.DRAWN, [each])
            elif self.course.outcomes[each].fate != Fate.ELECTED:
                self.course.became(Why.NEXT_IN_LINE, [each])

    def _ask(self, tied: tuple[int, ...], seats: int) -> Next:
        step = Step.HAT if self._is_for_the_hat(tied) else Step.BALLOT
        self.course.became(Why.TIED_FOR_THE_LAST_SEAT, tied)
        return self.course.wait(step, tied, seats=seats)

    def _finish(self) -> Next:
        self.course.became(Why.NOT_DRAWN, self.course.standing)
        return self.course.finish()
