"""From the tables to ``service.rotation``, and back: who steps up, written down.

One book answers for any day. What follows from the rules by itself, an alternate who
steps up, is in it from the day on which it happens, whether or not it was written yet.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from service.actions.terms import begin_term
from service.models import Position, Term
from service.rotation import Book, Post, StepUp, Turn, step_ups

LOOKS_BACK = timedelta(days=31)  # a rule that is new rewrites nothing older


def book_of_service(
    today: date, *, positions: Iterable[Position] | None = None
) -> Book:
    """Return the book of all positions and terms, as it is known ``today``.

    It takes two queries, or one where ``positions`` are all of them, read before.
    Nobody steps up by themselves into what fell vacant more than 31 days before
    ``today``: that is history, and is as it was written down.
    """
    terms = Term.objects.select_related("person")
    return Book(
        map(_post, Position.objects.all() if positions is None else positions),
        map(_turn, terms),
        since=today - LOOKS_BACK,
    )


@transaction.atomic
def write_steps(today: date) -> list[Term]:
    """Write down who has stepped up by ``today``; doing it again writes nothing.

    Returns the terms that began, in the order in which they did.
    """
    list(Position.objects.select_for_update(of=("self",)).order_by("pk"))
    found = step_ups(book_of_service(today), today)
    return [_write(each) for each in found]


def _write(step: StepUp) -> Term:
    """Let the alternate leave one seat and take the other on the same day."""
    leaving = _leaving(step.leaves)
    if leaving.ends_on is None or leaving.ends_on > step.turn.began_on:
        leaving.planned_end_on = leaving.planned_end_on or leaving.ends_on
        leaving.ends_on, leaving.ended = step.turn.began_on, Term.Ended.MOVED_ON
        leaving.save(update_fields=["ends_on", "planned_end_on", "ended"])
    term = Term(
        position_id=step.turn.post,
        seat=step.turn.seat,
        person_id=step.turn.person,
        began_on=step.turn.began_on,
        ends_on=step.turn.ends_on,
        filled=Term.Filled.STEPPED_UP,
    )
    return begin_term(term, recorded_by=None)


def _leaving(turn: Turn) -> Term:
    """Return the alternate’s term; that of an earlier step was written just before."""
    if turn.key is not None:
        return Term.objects.get(pk=turn.key)
    return Term.objects.get(
        position_id=turn.post, seat=turn.seat, began_on=turn.began_on
    )


def _post(position: Position) -> Post:
    return Post(
        key=position.pk,
        name=position.name,
        order=position.order,
        term_months=position.term_months,
        seats=position.seats,
        most_terms=position.most_terms,
        months_off=position.months_off,
        is_binding=position.is_rotation_binding,
        remainder_counts=position.remainder_counts,
        cycle_from=position.cycle_from,
        stagger_group=position.stagger_group,
        election_month=position.election_month,
        alternate_of=position.alternate_of_id,
        steps_up=position.steps_up,
        closed_on=position.closed_on,
    )


def _turn(term: Term) -> Turn:
    """Return a term as the engine sees it.

    One that nobody left before its time was meant to end on the day it ends.
    """
    planned = term.planned_end_on
    if planned is None and not term.ended:
        planned = term.ends_on
    return Turn(
        key=term.pk,
        post=term.position_id,
        seat=term.seat,
        person=term.person_id,
        began_on=term.began_on,
        ends_on=term.ends_on,
        planned_end_on=planned,
        filled=term.filled,
        standing=term.standing,
        name=str(term.person),
    )
