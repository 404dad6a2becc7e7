"""Closing a month."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from treasury.actions.posting import hold_the_books
from treasury.models import ClosedMonth


@transaction.atomic
def close_month(month: ClosedMonth, *, today: date, closed_by: User | None) -> None:
    """Save an unsaved closed month; from then on nothing is posted into it.

    Raises ValidationError (``not_over``) for a month that is not over on ``today``.
    """
    hold_the_books()
    month.closed_by = closed_by
    month.full_clean()
    if (month.first_on.year, month.first_on.month) >= (today.year, today.month):
        message = _("%s is not over yet.") % month
        raise ValidationError({"first_on": ValidationError(message, code="not_over")})
    month.save()
