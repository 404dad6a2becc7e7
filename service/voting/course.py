"""The course of one election: what its record says, replayed step by step."""

from collections.abc import Iterable, Sequence

from service.voting import hat
from service.voting.record import Draw, Record, Round
from service.voting.rules import Rules
from service.voting.standing import (
    Ignored,
    MotionResult,
    Next,
    Outcome,
    RoundResult,
    Step,
)
from service.voting.tallying import Tally
from service.voting.why import Cause, Fate, Why


class Course:
    """One election while it is replayed: who stands, who is elected, what came of it.

    Each system of electing moves it on and returns the next step. ``elected`` keeps
    those who declined later, so that an election is never counted again for that.
    """

    def __init__(self, rules: Rules, record: Record) -> None:
        self.rules = rules
        self.record = record
        self.standing = tuple(each.id for each in record.candidates)
        self.results: list[RoundResult] = []
        self.outcomes = {
            each: Outcome(each, Why.NO_BALLOT_YET) for each in self.standing
        }
        self.elected: list[int] = []
        self.alternate: int | None = None
        self.motions: list[MotionResult] = []
        self.drawn: list[tuple[int, ...]] = []
        self.ignored: list[Ignored] = []
        self._rounds = {each.number: each for each in record.rounds}
        self._draws = dict(enumerate(record.draws, start=1))
        self._passed_over: set[int] = set()
        self.became(Why.WITHDREW, self.withdrew(after=0))

    @property
    def number(self) -> int:
        """The number of the next ballot."""
        return len(self.results) + 1

    @property
    def ballot(self) -> Round | None:
        """The next ballot, if it was held."""
        return self._rounds.get(self.number)

    @property
    def seats_left(self) -> int:
        """How many are still to be elected."""
        return self.rules.seats - len(self.elected)

    @property
    def unused_draws(self) -> list[Ignored]:
        """The draws that count for nothing: of another hat, or of none."""
        other, none = Cause.DRAW_OUTSIDE_THE_HAT, Cause.DRAW_OUT_OF_TURN
        return [
            Ignored(other if nth in self._passed_over else none, nth)
            for nth in self._draws
        ]

    def withdrew(self, *, after: int) -> set[int]:
        """Return those who withdrew by their own will after that ballot or before."""
        withdrawals = self.record.withdrawals
        return {
            each for each in self.outcomes if withdrawals.get(each, after + 1) <= after
        }

    def has_gone(self, candidate: int, *, after: int | None = None) -> bool:
        """Tell whether somebody would not serve: declined, or withdrew.

        At any time, or only after that ballot or before.
        """
        told = (self.record.declined, self.record.withdrawals)
        numbers = [each[candidate] for each in told if candidate in each]
        return any(after is None or number <= after for number in numbers)

    def is_drawn(self, candidate: int) -> bool:
        """Tell whether somebody’s slip was taken out of the hat."""
        return any(candidate in slips for slips in self.drawn)

    def became(self, why: Why, candidates: Iterable[int]) -> None:
        """Write down what became of them since the last ballot that they were on."""
        self.settle([self.outcomes[each].became(why) for each in candidates])

    def settle(self, outcomes: Iterable[Outcome]) -> None:
        """Write down what became of candidates; who does not stay stands no more."""
        self.outcomes.update({each.candidate: each for each in outcomes})
        self.standing = tuple(
            each for each in self.standing if self.outcomes[each].fate == Fate.STAYS
        )

    def close(
        self,
        step: Step,
        tally: Tally,
        outcomes: Iterable[Outcome],
        *,
        seats: int,
        needed: int | None,
    ) -> None:
        """Write down what the next ballot came to.

        Who stays by the rules, and withdrew while it was counted or after it, leaves.
        """
        withdrew = self.withdrew(after=tally.number)
        outcomes = tuple(
            each.became(Why.WITHDREW)
            if each.fate == Fate.STAYS and each.candidate in withdrew
            else each
            for each in outcomes
        )
        self.results.append(
            RoundResult(
                number=tally.number,
                step=step,
                seats=seats,
                total=tally.total,
                needed=needed,
                ayes=tally.ayes,
                noes=tally.noes,
                blanks=tally.blanks,
                invalid=tally.invalid,
                outcomes=outcomes,
            )
        )
        self.settle(outcomes)

    def draw(self, pool: Sequence[int]) -> tuple[int, ...]:
        """Return who came next out of a hat with ``pool`` in it; nobody if none did.

        The last slip comes by itself. Draws of another hat are passed over.
        """
        if len(pool) == 1:
            return tuple(pool)
        for nth, each in list(self._draws.items()):
            if slips := self._slips(each, pool):
                del self._draws[nth]
                self.drawn.append(slips)
                return slips
            self._passed_over.add(nth)
        return ()

    def wait(self, step: Step, among: Sequence[int], *, seats: int) -> Next:
        """Return a step to be taken now."""
        is_ballot = step in {Step.BALLOT, Step.YES_NO}
        return Next(step, tuple(among), seats, self.number if is_ballot else 0)

    def let_decline(self) -> set[int]:
        """Write down those elected who do not serve, and return them."""
        gone = {each for each in self.elected if self.has_gone(each)}
        self.became(Why.DECLINED, gone)
        return gone

    def finish(self, *, is_refused: bool = False) -> Next:
        """Return the end: elected; or a new vote among those who remain accepted.

        Where none of them is left, or those who stood were refused by a vote
        (``is_refused``), nominations are open again.
        """
        gone = self.let_decline()
        seats = self.seats_left + len(gone)
        if not seats:
            return Next(Step.ELECTED)
        accepted = tuple(
            each
            for each in self.outcomes
            if not self.has_gone(each) and each not in self.elected
        )
        if accepted and not is_refused:
            return Next(Step.NEW_VOTE, accepted, seats)
        return Next(Step.NOMINATIONS, seats=seats)

    def _slips(self, draw: Draw, pool: Sequence[int]) -> tuple[int, ...]:
        """Return who came out in order; nobody if the draw is of another hat."""
        if draw.among and set(draw.among) != set(pool):
            return ()
        if draw.slips:
            is_each_once = len(set(draw.slips)) == len(draw.slips)
            return draw.slips if is_each_once and set(draw.slips) <= set(pool) else ()
        places = hat.drawn_places(draw.seed, len(pool)) if draw.seed else ()
        return tuple(pool[place] for place in places)
