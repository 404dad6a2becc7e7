"""The elections of a business meeting: those before it, and what came of those held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.rollcall import roll_call
from service.actions.electing import records_of, rules_of
from service.models import Election
from service.reports.elections.motions import motions_in_words
from service.reports.elections.outcome import outcome_in_words
from service.reports.elections.words import fate_of, method_in_words
from service.voting import Record, Rules, Standing, System, count


@dataclass(frozen=True, slots=True)
class Row:
    """One who stood: the votes on each ballot, None where not on it, and the end."""

    name: str
    votes: tuple[int | None, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Line:
    """One election; ``rows`` are there once a ballot was held, ``outcome`` is in words.

    On a ballot that asked yes or no the votes are the ayes.
    """

    position: str
    seats: int
    begins_on: date
    last_on: date | None
    is_remainder: bool
    method: str
    elects: str
    stand: tuple[str, ...]
    ballots: tuple[int, ...]
    rows: tuple[Row, ...]
    motions: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class ElectionsOfMeeting:
    """The elections of one meeting, in the order in which positions are elected."""

    elections: tuple[Line, ...]


def elections_of_meeting(
    meeting: BusinessMeeting, *, today: date
) -> ElectionsOfMeeting | None:
    """Return the elections held at a meeting, or open for it; None without any.

    An election without a meeting belongs to the one on the day it was decided, and
    while it is open to the next one from ``today`` on.
    """
    found = list(_elections(meeting, today))
    if not found:
        return None
    votes = roll_call(meeting).votes_on_roll
    records = records_of(each.pk for each in found)
    lines = (_line(each, records[each.pk], votes=votes) for each in found)
    return ElectionsOfMeeting(tuple(lines))


def _elections(meeting: BusinessMeeting, today: date) -> QuerySet[Election]:
    is_its_own = Q(meeting=meeting)
    is_without = Q(meeting__isnull=True, decided_on=meeting.held_on)
    if BusinessMeeting.objects.ahead(today).first() == meeting:
        is_without |= Q(meeting__isnull=True, outcome=Election.Outcome.OPEN)
    found = Election.objects.filter(is_its_own | is_without)
    found = found.select_related("position", "method")
    return found.order_by("position__order", "position__name", "pk")


def _line(election: Election, record: Record, *, votes: int) -> Line:
    rules, names = (
        rules_of(election),
        {each.id: each.name for each in record.candidates},
    )
    standing = count(rules, record)
    return Line(
        position=election.position.name,
        seats=election.seats,
        begins_on=election.begins_on,
        last_on=election.last_on,
        is_remainder=election.is_remainder,
        method=election.method.name,
        elects=_elects(rules, votes),
        stand=tuple(names.values()),
        ballots=tuple(each.number for each in standing.rounds),
        rows=_rows(standing, names, rules) if standing.rounds else (),
        motions=motions_in_words(standing),
        outcome=outcome_in_words(election, standing, names, rules),
    )


def _elects(rules: Rules, votes: int) -> str:
    """Return what elects: “At least two-thirds …: 14 of 21 if all votes are cast.”"""
    told = method_in_words(rules)
    if rules.system == System.PLURALITY or not votes:
        return told
    params = {"needed": rules.needed(votes), "votes": votes}
    return f"{told} {_('%(needed)s of %(votes)s if all votes are cast.') % params}"


def _rows(
    standing: Standing, names: Mapping[int, str], rules: Rules
) -> tuple[Row, ...]:
    rounds = [
        {each.candidate: each.votes for each in ballot.outcomes}
        for ballot in standing.rounds
    ]
    return tuple(
        Row(
            name=names[each.candidate],
            votes=tuple(ballot.get(each.candidate) for ballot in rounds),
            sentence=fate_of(each, names[each.candidate], rules),
        )
        for each in standing.candidates
    )
