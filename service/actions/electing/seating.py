"""Which seat the elected take: whose term has no end makes room for theirs."""

from django.db.models import Q

from intergroup.registry.models import User
from service.actions.terms import begin_term, end_term
from service.models import Election, Nomination, Position, Term


def free_seats(election: Election) -> list[int]:
    """Return the seats that nobody holds in the days of the new term, lowest first."""
    return _free(election.position, election)


def make_room(election: Election, *, seats: int) -> None:
    """End terms on the day the new one begins, as many as there are seats too few.

    Only those that wait for it: who serves until an election, and then whose term has
    no end, in the order of the seats. A term with an end of its own is never cut short.
    """
    taken = _taken(election.position, election).exclude(
        standing=Term.Standing.ACTING, began_on__gte=election.begins_on
    )
    waiting = taken.filter(
        Q(standing=Term.Standing.INTERIM) | Q(ends_on__isnull=True),
        began_on__lt=election.begins_on,
    )
    wanting = seats - len(free_seats(election))
    interim_first = sorted(waiting, key=lambda each: (not each.standing, each.seat))
    for term in interim_first[: max(wanting, 0)]:
        end_term(term, on=election.begins_on)


def make_alternate(
    election: Election, nomination: Nomination, *, recorded_by: User | None
) -> Term | None:
    """Let the second name from the hat serve as alternate, if a seat of one is free."""
    for position in election.position.alternates.open_on(election.begins_on):
        for seat in _free(position, election)[:1]:
            term = Term(
                position=position,
                seat=seat,
                person=nomination.person,
                began_on=election.begins_on,
                ends_on=election.ends_on,
                elected_at=election.meeting,
                election=election,
            )
            return begin_term(term, recorded_by=recorded_by)
    return None


def _free(position: Position, election: Election) -> list[int]:
    taken = set(_taken(position, election).values_list("seat", flat=True))
    return [each for each in range(1, position.seats + 1) if each not in taken]


def _taken(position: Position, election: Election) -> object:
    """Return the terms that hold a seat on some day of the new term."""
    still_on = Q(ends_on__isnull=True) | Q(ends_on__gt=election.begins_on)
    taken = position.terms.filter(still_on).exclude(standing=Term.Standing.ACTING)
    if election.ends_on:
        taken = taken.filter(began_on__lt=election.ends_on)
    return taken
