"""The beginning and the end of a term."""

from datetime import date

from django.db import transaction

from intergroup.registry.models import User
from service.models import Position, Term


@transaction.atomic
def begin_term(term: Term, *, recorded_by: User | None) -> Term:
    """Save an unsaved term; ``recorded_by`` is None for a command on the server.

    Raises ValidationError as the model’s rules do: ``seat_taken``, ``no_such_seat``,
    ``closed_position``.
    """
    _hold_the_position(term.position_id)
    term.recorded_by = recorded_by
    _say_who_attested(term, recorded_by)
    term.full_clean()
    term.save()
    return term


@transaction.atomic
def change_term(term: Term, *, changed_by: User | None) -> Term:
    """Save what was mended in a term; raises ValidationError as ``begin_term`` does."""
    _hold_the_position(term.position_id)
    before = Term.objects.get(pk=term.pk)
    if (before.is_eligible, before.attested_on) != (term.is_eligible, term.attested_on):
        _say_who_attested(term, changed_by)
    forget_a_plan_that_came_true(term)
    term.full_clean()
    term.save()
    return term


@transaction.atomic
def end_term(term: Term, *, on: date, ended: str = Term.Ended.IN_TIME) -> Term:
    """End a term: ``on`` is the first day without the person.

    An end that is already set moves; where they leave before it, ``planned_end_on``
    keeps what was planned, and ``ended`` says why. Raises ValidationError as the
    model’s rules do.
    """
    _hold_the_position(term.position_id)
    planned = term.planned_end_on or term.ends_on
    term.planned_end_on = planned if planned and on < planned else None
    term.ends_on, term.ended = on, ended
    term.full_clean()
    term.save(update_fields=["ends_on", "planned_end_on", "ended"])
    return term


def forget_a_plan_that_came_true(term: Term) -> None:
    """Keep no planned end that the term has reached, or that no longer has an end."""
    planned = term.planned_end_on
    if planned and (term.ends_on is None or term.ends_on >= planned):
        term.planned_end_on, term.ended = None, Term.Ended.IN_TIME


def _say_who_attested(term: Term, attested_by: User | None) -> None:
    term.attested_by = None if term.is_eligible is None else attested_by


def _hold_the_position(position_id: int | None) -> None:
    """Let one person at a time fill the seats of a position."""
    list(Position.objects.select_for_update(of=("self",)).filter(pk=position_id))
