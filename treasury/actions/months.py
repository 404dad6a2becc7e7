"""Closing a month."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import add_months
from intergroup.registry.models import User
from treasury.actions.posting import hold_the_books
from treasury.models import ClosedMonth, Posting


@transaction.atomic
def close_month(month: ClosedMonth, *, today: date, closed_by: User | None) -> None:
    """Save an unsaved closed month; from then on nothing is posted up to its end.

    Raises ValidationError: ``not_over`` for a month that is not over on ``today``,
    ``closed_already``, and ``not_next`` where a month before it is still open.
    """
    hold_the_books()
    month.closed_by = closed_by
    month.full_clean()
    _check_turn(month.first_on, today)
    month.save()


def next_to_close() -> date | None:
    """Return the first day of the oldest open month of the books, if there are any."""
    if through := ClosedMonth.objects.through():
        return add_months(through, 1)
    first = Posting.objects.posted().order_by("dated").first()
    return first.dated.replace(day=1) if first else None


def _check_turn(first: date, today: date) -> None:
    following, through = next_to_close(), ClosedMonth.objects.through()
    name = date_format(first, "F Y")
    if (first.year, first.month) >= (today.year, today.month):
        _refuse(_("%s is not over yet.") % name, code="not_over")
    if through and first <= through:
        _refuse(_("%s is closed already.") % name, code="closed_already")
    if following and first > following:
        before = date_format(following, "F Y")
        _refuse(_("Close %s first.") % before, code="not_next")


def _refuse(message: str, *, code: str) -> None:
    raise ValidationError({"first_on": ValidationError(message, code=code)})
