"""Recording what was paid and what was moved."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places, total
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, post_entry, reverse_entry
from treasury.models import Account, Entry, Expense, Fund, Transfer


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


@transaction.atomic
def record_transfer(transfer: Transfer, *, recorded_by: User | None) -> None:
    """Save an unsaved transfer together with its entry in the books.

    Between two funds the entry passes through the account for that purpose, so that
    each fund balances by itself.
    """
    transfer.full_clean(exclude=["entry"])
    check_places(transfer.amount, Body.objects.current().currency)
    transfer.entry = post_entry(
        dated=transfer.moved_on,
        memo=_("Moved: %s") % transfer.purpose,
        lines=_transfer_lines(transfer),
        posted_by=recorded_by,
    )
    transfer.save()


@transaction.atomic
def take_back_transfer(
    transfer: Transfer, *, dated: date, recorded_by: User | None
) -> Transfer:
    """Undo a transfer by the way back, dated in an open month; return that.

    Raises ValidationError (``reversed_twice``) the second time.
    """
    back = Transfer(
        moved_on=dated,
        amount=transfer.amount,
        from_account=transfer.to_account,
        to_account=transfer.from_account,
        from_fund=transfer.to_fund,
        to_fund=transfer.from_fund,
        purpose=_("Taken back: %s") % transfer.purpose[:140],
        entry=reverse_entry(transfer.entry, dated=dated, posted_by=recorded_by),
    )
    back.full_clean()
    back.save()
    return back


def record_opening_balances(
    balances: Mapping[tuple[Account, Fund], Decimal],
    *,
    dated: date,
    recorded_by: User | None,
) -> Entry:
    """Bring forward what each account of each fund holds when the body moves in here.

    ``dated`` is the first day of the books: the balances are there as that day begins.
    """
    opening = Account.objects.by_purpose()[Account.Purpose.OPENING]
    lines = [Line(account, fund, each) for (account, fund), each in balances.items()]
    for fund in {line.fund: None for line in lines}:
        held = total(line.amount for line in lines if line.fund == fund)
        lines.append(Line(opening, fund, -held))
    return post_entry(
        dated=dated,
        memo=_("Balances brought forward"),
        lines=[line for line in lines if line.amount],
        posted_by=recorded_by,
    )


def _transfer_lines(transfer: Transfer) -> list[Line]:
    amount, source, target = transfer.amount, transfer.from_fund, transfer.to_fund
    lines = [
        Line(transfer.to_account, target, amount),
        Line(transfer.from_account, source, -amount),
    ]
    if source != target:
        between = Account.objects.by_purpose()[Account.Purpose.FUND_TRANSFERS]
        lines += [Line(between, target, -amount), Line(between, source, amount)]
    return lines
