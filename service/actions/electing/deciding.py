"""What comes of an election: terms, or the next election."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from service.actions.electing.seating import free_seats, make_alternate, make_room
from service.actions.electing.standing import expect, out_of_turn, standing_of, take
from service.actions.terms import begin_term
from service.models import Election, Nomination, Term
from service.voting import Standing, Step

Outcome = Election.Outcome
OVER = (Step.ELECTED, Step.NEW_VOTE, Step.NOMINATIONS)


@transaction.atomic
def decline(nomination: Nomination, *, on: date) -> Nomination:
    """Write down that somebody who was elected does not take it.

    Raises ValidationError: ``over``, ``not_elected``.
    """
    election = take(nomination.election)
    standing = standing_of(election)
    if nomination.pk not in {*standing.elected, standing.alternate}:
        message = _("%s was not elected here.") % nomination.person
        raise ValidationError(message, code="not_elected")
    nomination.declined_on = on
    nomination.declined_after = len(standing.rounds)
    nomination.save(update_fields=["declined_on", "declined_after"])
    return nomination


@transaction.atomic
def finish(
    election: Election,
    *,
    on: date,
    by: User | None,
    elected: Sequence[int] | None = None,
) -> list[Term]:
    """End an election that has come to its end: the elected get their terms.

    Whoever serves in a seat without an end, or until an election, makes room on the
    first day of the new term. ``elected`` are the nominations that whoever asks had
    before them: if they are others by now, nothing is done. Raises ValidationError:
    ``over``, ``out_of_turn``, ``no_free_seat``, or as the rules of a term do.
    """
    held = take(election)
    standing = standing_of(held)
    expect(standing, Step.ELECTED)
    if elected is not None and set(elected) != set(standing.elected):
        raise out_of_turn()
    terms = _seat(held, standing, by=by)
    _close(held, Outcome.ELECTED, on=on)
    return terms


@transaction.atomic
def begin_again(election: Election, *, on: date, by: User | None) -> Election:
    """End an election that left seats empty, and open the one that follows it.

    Those who were elected get their terms. The new one has the names of those who
    remain accepted, or is open for nominations where nobody does. Raises
    ValidationError as ``finish`` does.
    """
    held = take(election)
    standing = standing_of(held)
    expect(standing, Step.NEW_VOTE, Step.NOMINATIONS)
    _seat(held, standing, by=by)
    declined = held.nominations.filter(declined_on__isnull=False).exists()
    _close(held, Outcome.DECLINED if declined else Outcome.NOBODY, on=on)
    return _follow(held, standing, on=on, by=by)


@transaction.atomic
def call_off(election: Election, *, on: date) -> Election:
    """End an election without an outcome; raises ValidationError (``over``)."""
    held = take(election)
    _close(held, Outcome.CALLED_OFF, on=on)
    return held


def _seat(election: Election, standing: Standing, *, by: User | None) -> list[Term]:
    """Give everybody who was elected a free seat, in the order they were elected."""
    people = {each.pk: each for each in election.nominations.select_related("person")}
    make_room(election, seats=len(standing.elected))
    seats = free_seats(election)
    if len(seats) < len(standing.elected):
        message = _("No seat is free on the first day of the new term.")
        raise ValidationError(message, code="no_free_seat")
    terms = [
        begin_term(_term(election, people[each], seat), recorded_by=by)
        for each, seat in zip(standing.elected, seats, strict=False)
    ]
    if standing.alternate is not None:
        make_alternate(election, people[standing.alternate], recorded_by=by)
    return terms


def _term(election: Election, nomination: Nomination, seat: int) -> Term:
    remainder = Term.Filled.REMAINDER if election.is_remainder else Term.Filled.ELECTED
    return Term(
        position=election.position,
        seat=seat,
        person=nomination.person,
        began_on=election.begins_on,
        ends_on=election.ends_on,
        filled=remainder,
        elected_at=election.meeting,
        election=election,
        is_eligible=nomination.is_eligible,
        attested_on=nomination.attested_on,
    )


def _close(election: Election, outcome: str, *, on: date) -> None:
    election.outcome, election.decided_on = outcome, on
    election.save(update_fields=["outcome", "decided_on"])


def _follow(
    election: Election, standing: Standing, *, on: date, by: User | None
) -> Election:
    new = Election(
        position=election.position,
        seats=standing.next.seats or election.seats,
        meeting=election.meeting,
        method=election.method,
        begins_on=election.begins_on,
        ends_on=election.ends_on,
        is_remainder=election.is_remainder,
        opened_on=on,
        follows=election,
        recorded_by=by,
    )
    new.full_clean()
    new.save()
    _nominate_again(election, new, standing)
    return new


def _nominate_again(election: Election, new: Election, standing: Standing) -> None:
    """Let those who remain accepted stand in the new election too, in their order."""
    remain = election.nominations.filter(pk__in=standing.next.among)
    for place, each in enumerate(remain.order_by("place", "pk"), start=1):
        Nomination.objects.create(
            election=new,
            person=each.person,
            place=place,
            answer=each.answer,
            is_eligible=each.is_eligible,
            attested_on=each.attested_on,
            attested_by=each.attested_by,
        )
