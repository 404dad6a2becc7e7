"""Everything that is wrong with a record, as values to make sentences of."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from service.voting.counting import count
from service.voting.faults import Fault, Problem, flaws
from service.voting.motions import MOST
from service.voting.record import Record, Round, Votes
from service.voting.rules import Rules
from service.voting.standing import RoundResult, Standing, Step
from service.voting.why import Cause


def problems(rules: Rules, record: Record) -> tuple[Problem, ...]:
    """Return what is wrong; nothing if all is well.

    What cannot be counted at all comes alone, because the rest is found by counting.
    Ballots that do not count are told by ``Standing.ignored`` and are not looked at.
    """
    if found := flaws(rules, record):
        return found
    standing = count(rules, record)
    ballots = {each.number: each for each in record.rounds}
    return (
        *_left_out(record),
        *_strangers(record),
        *_out_of_place(record, standing),
        *(
            p
            for each in standing.rounds
            for p in _of_ballot(ballots[each.number], each)
        ),
    )


def _left_out(record: Record) -> Iterator[Problem]:
    numbers = {each.number for each in record.rounds}
    for number in sorted(set(range(1, max(numbers, default=0))) - numbers):
        yield Problem(Fault.NUMBER_LEFT_OUT, number=number)


def _strangers(record: Record) -> Iterator[Problem]:
    """Name whoever is in the record without being a candidate."""
    named = [each for ballot in record.rounds for each in ballot.votes]
    named += [each for draw in record.draws for each in (*draw.slips, *draw.among)]
    named += [*record.withdrawals, *record.declined]
    candidates = {each.id for each in record.candidates}
    for each in dict.fromkeys(named):
        if each not in candidates:
            yield Problem(Fault.NOT_A_CANDIDATE, candidate=each)


def _out_of_place(record: Record, standing: Standing) -> Iterator[Problem]:
    for each in standing.ignored:
        if each.cause == Cause.BALLOTS_NOT_TOLD:
            yield Problem(Fault.BALLOTS_NOT_TOLD, number=each.number)
    if len(record.motions) > MOST:
        given = len(record.motions)
        yield Problem(Fault.MORE_THAN_TWO_MOTIONS, given=given, most=MOST)
    held = len(standing.rounds)
    left = [*record.withdrawals.items(), *record.declined.items()]
    for candidate, after in left:
        if after > held:
            fault = Fault.LEFT_AFTER_NO_BALLOT
            yield Problem(fault, number=after, candidate=candidate, most=held)


def _of_ballot(ballot: Round, result: RoundResult) -> Iterator[Problem]:
    number = ballot.number
    named = sum(each.total for each in ballot.votes.values())
    answers = ballot.ayes.total + ballot.noes.total
    if result.step == Step.YES_NO:
        if named:
            fault = Fault.NAMES_ON_A_YES_NO_BALLOT
            yield Problem(fault, number=number, given=named)
    else:
        if answers:
            fault = Fault.ANSWERS_ON_A_BALLOT_OF_NAMES
            yield Problem(fault, number=number, given=answers)
        yield from _of_names(ballot, result)
    yield from _more_than_there_were(ballot, result)


def _of_names(ballot: Round, result: RoundResult) -> Iterator[Problem]:
    on = {each.candidate for each in result.outcomes}
    for each, votes in ballot.votes.items():
        if each not in on and votes.total:
            fault = Fault.VOTES_FOR_SOMEBODY_NOT_ON_IT
            yield Problem(fault, ballot.number, candidate=each, given=votes.total)
    if ballot.ballots is None:
        return
    ballots = ballot.ballots.total
    votes = [each.votes for each in result.outcomes]
    fits = ballots <= sum(votes) <= ballots * result.seats and max(votes) <= ballots
    if not fits:
        most = ballots * result.seats
        fault = Fault.BALLOTS_DO_NOT_FIT
        yield Problem(fault, ballot.number, given=sum(votes), most=most)


def _more_than_there_were(ballot: Round, result: RoundResult) -> Iterator[Problem]:
    for fault, most, side in (
        (Fault.MORE_THAN_HANDED_OUT, ballot.handed_out, attrgetter("in_room")),
        (Fault.MORE_THAN_ONLINE_VOTERS, ballot.online_voters, attrgetter("online")),
    ):
        given = _fewest_ballots(ballot, result.seats, side)
        if most is not None and given > most:
            yield Problem(fault, ballot.number, given=given, most=most)


def _fewest_ballots(ballot: Round, seats: int, side: Callable[[Votes], int]) -> int:
    """Return how many ballots there were at least, in the room or online."""
    other = (ballot.ayes, ballot.noes, ballot.blanks, ballot.invalid)
    named = sum(side(each) for each in ballot.votes.values())
    by_names = -(-named // seats) if seats > 1 else named
    valid = by_names if ballot.ballots is None else side(ballot.ballots)
    return max(valid, by_names) + sum(side(each) for each in other)
