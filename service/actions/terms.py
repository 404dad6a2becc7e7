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
    term.full_clean()
    term.save()
    return term


@transaction.atomic
def end_term(term: Term, *, on: date) -> Term:
    """End a term: ``on`` is the first day without the person.

    An end that is already set moves. Raises ValidationError as the model’s rules do.
    """
    _hold_the_position(term.position_id)
    term.ends_on = on
    term.full_clean()
    term.save(update_fields=["ends_on"])
    return term


def _hold_the_position(position_id: int | None) -> None:
    """Let one person at a time fill the seats of a position."""
    list(Position.objects.select_for_update(of=("self",)).filter(pk=position_id))
