"""Opening a closed month again: one officer asks and says why, another confirms."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from treasury.actions.posting import hold_the_books
from treasury.models import ClosedMonth


@transaction.atomic
def ask_to_reopen(month: ClosedMonth, *, reason: str, asked_by: User) -> None:
    """Ask to open a closed month, and every closed month after it, again.

    Raises ValidationError: ``no_reason``, ``is_open``, ``asked_already``.
    """
    hold_the_books()
    month.refresh_from_db()
    _check_closed(month)
    if not reason.strip():
        message = ValidationError(_("Say why it has to be opened."), code="no_reason")
        raise ValidationError({"reason": message})
    if month.reopen_asked_by_id:
        message = _("Somebody has asked for this already.")
        raise ValidationError(message, code="asked_already")
    month.reopen_reason = reason.strip()
    month.reopen_asked_by, month.reopen_asked_at = asked_by, timezone.now()
    month.full_clean()
    month.save()


@transaction.atomic
def withdraw_request(month: ClosedMonth) -> None:
    """Take back what was asked, or turn it down: the month stays closed.

    Raises ValidationError: ``is_open``, ``not_asked``.
    """
    hold_the_books()
    month.refresh_from_db()
    _check_asked(month)
    month.reopen_reason = ""
    month.reopen_asked_by = month.reopen_asked_at = None
    month.save()


@transaction.atomic
def confirm_reopening(month: ClosedMonth, *, confirmed_by: User) -> list[ClosedMonth]:
    """Open a month, and every closed month after it, as was asked; return them.

    Raises ValidationError: ``is_open``, ``not_asked``, and ``same_person`` for the one
    who asked.
    """
    hold_the_books()
    month.refresh_from_db()
    _check_asked(month)
    if _is_same(month.reopen_asked_by, confirmed_by):
        message = _("You asked for this yourself: a second officer has to confirm it.")
        raise ValidationError(message, code="same_person")
    later = ClosedMonth.objects.closed().filter(first_on__gte=month.first_on)
    opened = list(later.order_by("-first_on"))  # the database opens backward only
    for each in opened:
        each.reopen_reason = month.reopen_reason
        each.reopen_asked_by_id = month.reopen_asked_by_id
        each.reopen_asked_at = month.reopen_asked_at
        each.reopened_by, each.reopened_at = confirmed_by, timezone.now()
        each.full_clean()
        each.save()
    month.refresh_from_db()
    return opened


def _check_closed(month: ClosedMonth) -> None:
    if month.reopened_at:
        message = _("%s was opened again already.") % month
        raise ValidationError(message, code="is_open")


def _check_asked(month: ClosedMonth) -> None:
    _check_closed(month)
    if not month.reopen_asked_by_id:
        message = _("Nobody has asked to open %s again.") % month
        raise ValidationError(message, code="not_asked")


def _is_same(one: User, other: User) -> bool:
    """Whether two accounts are one person’s: two officers are two people."""
    return one.pk == other.pk or (
        one.person_id is not None and one.person_id == other.person_id
    )
