"""Positions and terms written by the hundred, as a file has them.

The caller has checked every row; the constraints and the guards of the database hold
all the same, and what they refuse comes back as a sentence.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from intergroup.kit import bulk
from intergroup.registry.models import Person, User
from service.models import Committee, Position, Term
from service.models.terms import SEAT_TAKEN

_NEVER_CHANGED = {"id", "recorded_by"}


@transaction.atomic
def write_positions(
    *,
    committees: Sequence[Committee],
    new: Sequence[Position],
    changed: Sequence[Position],
) -> None:
    """Save new committees, then new and changed positions; they know their ids."""
    bulk.save_new(committees)
    bulk.save_new(new)
    bulk.save_fields(changed, _names(Position))


@transaction.atomic
def write_terms(
    *,
    people: Sequence[Person],
    new: Sequence[Term],
    changed: Sequence[Term],
    recorded_by: User | None,
) -> None:
    """Save new people, then changed and new terms.

    Raises ValidationError (``seat_taken``) where somebody took a seat meanwhile.
    """
    for term in new:
        term.recorded_by = recorded_by
    try:
        with transaction.atomic():
            bulk.save_new(people)
            bulk.save_fields(changed, _names(Term))
            bulk.save_new(new)
    except IntegrityError as error:
        raise ValidationError(SEAT_TAKEN, code="seat_taken") from error


def _names(model: type[models.Model]) -> list[str]:
    fields = model._meta.concrete_fields
    return [each.name for each in fields if each.name not in _NEVER_CHANGED]
