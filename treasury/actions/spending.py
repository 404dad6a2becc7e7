"""Recording what was paid."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, post_entry, reverse_entry
from treasury.models import Expense


@transaction.atomic
def record_expense(expense: Expense, *, recorded_by: User | None) -> None:
    """Save an unsaved expense together with its entry in the books."""
    expense.full_clean(exclude=["entry"])
    check_places(expense.amount, Body.objects.current().currency)
    expense.entry = post_entry(
        dated=expense.paid_on,
        memo=_("Paid to %(payee)s: %(purpose)s")
        % {"payee": expense.payee, "purpose": expense.purpose},
        lines=[
            Line(expense.account, expense.fund, expense.amount),
            Line(expense.paid_from, expense.fund, -expense.amount),
        ],
        posted_by=recorded_by,
    )
    expense.save()


@transaction.atomic
def take_back_expense(
    expense: Expense, *, dated: date, recorded_by: User | None
) -> Expense:
    """Undo an expense by its mirror image, dated in an open month; return that."""
    if expense.reverses_id:
        message = _("This row is a correction itself. Record the expense anew.")
        raise ValidationError(message, code="is_a_correction")
    if Expense.objects.filter(reverses=expense).exists():
        message = _("This expense has been taken back already.")
        raise ValidationError(message, code="taken_back")
    mirror = Expense(
        paid_on=dated,
        payee=expense.payee,
        purpose=expense.purpose,
        amount=-expense.amount,
        account=expense.account,
        fund=expense.fund,
        paid_from=expense.paid_from,
        reference=expense.reference,
        authorised_by=expense.authorised_by,
        entry=reverse_entry(expense.entry, dated=dated, posted_by=recorded_by),
        reverses=expense,
    )
    mirror.full_clean()
    mirror.save()
    return mirror
