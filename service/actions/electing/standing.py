"""From the tables to ``service.voting``: the record of an election, and its standing.

Whoever writes first takes the election by itself, so that two who write at once follow
one another, and each sees what the other wrote.
"""

from collections.abc import Iterable
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from service.models import Ballot, Election, ElectionMethod, Nomination
from service.voting import (
    Candidate,
    Draw,
    Motion,
    Record,
    Round,
    Rules,
    Standing,
    Step,
    Votes,
    count,
)


def rules_of(election: Election) -> Rules:
    """Return the rules: those of the first ballot, or the method’s until then."""
    if election.rules:
        return Rules(**election.rules)
    return _rules_of(election.method, seats=election.seats)


def with_record(elections: QuerySet[Election]) -> QuerySet[Election]:
    """Read everything that was written down of elections with them: a query a table."""
    people = Nomination.objects.select_related("person").order_by("place", "pk")
    ballots = Ballot.objects.standing().prefetch_related("counts")
    parts = (Prefetch("nominations", people), Prefetch("ballots", ballots))
    return elections.prefetch_related(*parts, "ballot_motions", "draws")


def record_of(election: Election) -> Record:
    """Return everything that was written down of one election, read anew."""
    return record_in(with_record(Election.objects).get(pk=election.pk))


def record_in(election: Election) -> Record:
    """Return the record of an election that was read ``with_record``: no query."""
    standing = [
        each
        for each in election.nominations.all()
        if each.answer == Nomination.Answer.ACCEPTED
    ]
    return Record(
        candidates=tuple(Candidate(each.pk, str(each.person)) for each in standing),
        rounds=tuple(_round(each) for each in election.ballots.all()),
        withdrawals={
            each.pk: each.withdrew_after
            for each in standing
            if each.withdrew_after is not None
        },
        motions=tuple(
            Motion(Votes(each.ayes), Votes(each.noes), each.is_moved, each.is_seconded)
            for each in election.ballot_motions.all()
        ),
        draws=tuple(
            Draw(each.seed, tuple(each.by_hand), tuple(each.slips))
            for each in election.draws.all()
            if each.drawn_at
        ),
        declined=_declined(standing),
        is_objected=election.is_objected,
    )


def records_of(keys: Iterable[int]) -> dict[int, Record]:
    """Return the record of each of these elections, read anew; a query a table."""
    found = with_record(Election.objects.filter(pk__in=keys))
    return {each.pk: record_in(each) for each in found}


def standing_of(election: Election) -> Standing:
    """Return where an election stands, worked out from its record."""
    return count(rules_of(election), record_of(election))


def take(election: Election) -> Election:
    """Lock an election, and read it anew; refuse one that is over.

    Raises ValidationError (``over``).
    """
    held = Election.objects.select_for_update(of=("self",)).get(pk=election.pk)
    if not held.is_open:
        raise ValidationError(_("This election is over."), code="over")
    return held


def begin_voting(election: Election) -> None:
    """Keep the rules as they are now: from here on the method may change."""
    if not election.rules:
        election.rules = asdict(_rules_of(election.method, seats=election.seats))
        election.save(update_fields=["rules"])


def expect(standing: Standing, *steps: Step) -> None:
    """Refuse what is not the next step; raises ValidationError (``out_of_turn``)."""
    if standing.next.step not in steps:
        raise out_of_turn()


def out_of_turn() -> ValidationError:
    """Return what is said to whoever does what somebody else has done meanwhile."""
    message = _("Something else comes next in this election. Look at it again.")
    return ValidationError(message, code="out_of_turn")


def _declined(standing: Iterable[Nomination]) -> dict[int, int]:
    """Return after which ballot each declined, in the order in which they said so."""
    declined = [each for each in standing if each.declined_after is not None]
    declined.sort(key=lambda each: (each.declined_after, each.declined_on))
    return {each.pk: each.declined_after for each in declined}


def _rules_of(method: ElectionMethod, *, seats: int) -> Rules:
    return Rules(
        system=method.system,
        needed_parts=method.needed_parts,
        needed_of=method.needed_of,
        is_more_than=method.is_more_than,
        are_blanks_counted=method.is_blank_counted,
        smallest_tie=method.smallest_tie,
        single_candidate=method.single_candidate,
        second_drawn=method.is_second_drawn,
        seats=seats,
    )


def _round(ballot: Ballot) -> Round:
    valid = None
    if ballot.valid_in_room is not None or ballot.valid_online is not None:
        valid = Votes(ballot.valid_in_room or 0, ballot.valid_online or 0)
    return Round(
        number=ballot.number,
        votes={
            each.nomination_id: Votes(each.in_room, each.online)
            for each in ballot.counts.all()
        },
        ayes=Votes(ballot.ayes_in_room, ballot.ayes_online),
        noes=Votes(ballot.noes_in_room, ballot.noes_online),
        blanks=Votes(ballot.blank_in_room, ballot.blank_online),
        invalid=Votes(ballot.invalid_in_room, ballot.invalid_online),
        ballots=valid,
        handed_out=ballot.handed_out,
        online_voters=ballot.voters_online,
    )
