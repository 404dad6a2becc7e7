"""What can be wrong with rules or a record, as values; first what cannot be counted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from service.voting.record import Record, Round, Votes
from service.voting.rules import Rules, System


class Fault(StrEnum):
    """One thing that is wrong; after a dash, which figures of the problem say it."""

    # Rules that nothing can be counted by
    NO_SEATS = "no-seats"
    ONE_SEAT_ONLY = "one-seat-only"  # the Third Legacy Procedure elects one at a time
    SHARE_OF_NOTHING = "share-of-nothing"
    SHARE_OF_HALF_OR_LESS = "share-of-half-or-less"  # two could have it at once
    SHARE_BEYOND_THE_WHOLE = "share-beyond-the-whole"  # nobody could have it

    # A record that cannot be counted
    CANDIDATE_TWICE = "candidate-twice"  # – candidate
    NUMBER_TWICE = "number-twice"  # – number
    NUMBER_BELOW_ONE = "number-below-one"  # – number
    NEGATIVE = "negative"  # – number of the ballot, 0 elsewhere

    # A record that is counted, and is wrong all the same
    NUMBER_LEFT_OUT = "number-left-out"  # – number
    NOT_A_CANDIDATE = "not-a-candidate"  # – candidate
    VOTES_FOR_SOMEBODY_NOT_ON_IT = "votes-for-somebody-not-on-it"  # – candidate, given
    NAMES_ON_A_YES_NO_BALLOT = "names-on-a-yes-no-ballot"  # – number, given
    ANSWERS_ON_A_BALLOT_OF_NAMES = "answers-on-a-ballot-of-names"  # – number, given
    BALLOTS_NOT_TOLD = "ballots-not-told"  # – number; several names on each
    BALLOTS_DO_NOT_FIT = "ballots-do-not-fit"  # – number, given votes, most possible
    MORE_THAN_HANDED_OUT = "more-than-handed-out"  # – number, given, most
    MORE_THAN_ONLINE_VOTERS = "more-than-online-voters"  # – number, given, most
    MORE_THAN_TWO_MOTIONS = "more-than-two-motions"  # – given
    LEFT_AFTER_NO_BALLOT = "left-after-no-ballot"  # – candidate, number, most


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in figures to say it with.

    ``number`` is the ballot’s; ``given`` is what was written down, ``most`` what it
    could have been at most.
    """

    fault: Fault
    number: int = 0
    candidate: int | None = None
    given: int = 0
    most: int = 0


def flaws(rules: Rules, record: Record) -> tuple[Problem, ...]:
    """Return why this cannot be counted at all; nothing if it can."""
    return (*flaws_of_rules(rules), *_flaws_of_record(record))


def flaws_of_rules(rules: Rules) -> tuple[Problem, ...]:
    """Return why nothing could be counted by these rules; for the form of a body."""
    return tuple(Problem(each) for each in _of_rules(rules))


def _of_rules(rules: Rules) -> Iterator[Fault]:
    parts, of = rules.needed_parts, rules.needed_of
    if rules.seats < 1:
        yield Fault.NO_SEATS
    if rules.system == System.THIRD_LEGACY and rules.seats > 1:
        yield Fault.ONE_SEAT_ONLY
    if parts < 1 or of < 1:
        yield Fault.SHARE_OF_NOTHING
    elif parts + rules.is_more_than > of:
        yield Fault.SHARE_BEYOND_THE_WHOLE
    elif 2 * parts + rules.is_more_than <= of:
        yield Fault.SHARE_OF_HALF_OR_LESS


def _flaws_of_record(record: Record) -> Iterator[Problem]:
    for each, times in Counter(each.id for each in record.candidates).items():
        if times > 1:
            yield Problem(Fault.CANDIDATE_TWICE, candidate=each, given=times)
    yield from _numbered_wrongly(record)
    for ballot in record.rounds:
        if _is_negative(_figures(ballot)):
            yield Problem(Fault.NEGATIVE, number=ballot.number)
    left = [*record.withdrawals.values(), *record.declined.values()]
    hands = [figure for each in record.motions for figure in (each.ayes, each.noes)]
    if _is_negative(hands) or any(n < 0 for n in left):
        yield Problem(Fault.NEGATIVE)


def _numbered_wrongly(record: Record) -> Iterator[Problem]:
    for number, times in Counter(each.number for each in record.rounds).items():
        if times > 1:
            yield Problem(Fault.NUMBER_TWICE, number=number, given=times)
        if number < 1:
            yield Problem(Fault.NUMBER_BELOW_ONE, number=number)


def _figures(ballot: Round) -> list[Votes]:
    told = [ballot.ayes, ballot.noes, ballot.blanks, ballot.invalid]
    checks = Votes(ballot.handed_out or 0, ballot.online_voters or 0)
    return [*told, *ballot.votes.values(), ballot.ballots or Votes(), checks]


def _is_negative(figures: list[Votes]) -> bool:
    return any(each.in_room < 0 or each.online < 0 for each in figures)
