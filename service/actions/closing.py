"""Saving positions and committees, which are closed with a day and never deleted."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from service.models import Committee, Position, Term


@transaction.atomic
def save_position(position: Position) -> Position:
    """Save a position, new or changed.

    Raises ValidationError (``still_serves``) for one that closes while somebody serves.
    """
    if position.pk and position.closed_on:
        _check_nobody_serves(position)
    position.full_clean()
    position.save()
    return position


@transaction.atomic
def save_committee(committee: Committee) -> Committee:
    """Save a committee, new or changed.

    Raises ValidationError (``has_positions``) for one that closes before a position
    that sits in it does.
    """
    if committee.pk and committee.closed_on:
        _check_no_position_is_left(committee)
    committee.full_clean()
    committee.save()
    return committee


def _check_nobody_serves(position: Position) -> None:
    closed_on = position.closed_on
    beyond = Q(ends_on__isnull=True) | Q(ends_on__gt=closed_on)
    terms = Term.objects.filter(beyond, position=position).select_related("person")
    term = terms.order_by("began_on", "pk").first()
    if term is not None:
        raise ValidationError({"closed_on": still_serves(term)})


def still_serves(term: Term) -> ValidationError:
    """Return why a position cannot close before this term in it ends."""
    message = _("%(person)s serves in it, and no end is set: set that first.")
    params = {"person": term.person}
    if term.last_on:
        message = _("%(person)s serves in it until %(day)s: end that term first.")
        params["day"] = date_format(term.last_on, "DATE_FORMAT")
    return ValidationError(message, code="still_serves", params=params)


def _check_no_position_is_left(committee: Committee) -> None:
    beyond = Q(closed_on__isnull=True) | Q(closed_on__gt=committee.closed_on)
    left = committee.positions.filter(beyond).first()
    if left is not None:
        message = _("“%(position)s” sits in it: move or close that position first.")
        params = {"position": left}
        error = ValidationError(message, code="has_positions", params=params)
        raise ValidationError({"closed_on": error})
