"""Taking what was received to the bank: one slip, one entry, one line of the bank’s."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, total
from intergroup.registry.models import User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.actions.waiting import Received, waiting_to_be_deposited
from treasury.models import Account, Deposit, DepositItem, Fund


@transaction.atomic
def record_deposit(
    deposit: Deposit,
    entries: Collection[int],
    *,
    today: date,
    recorded_by: User | None,
) -> None:
    """Save an unsaved deposit of what waits: ``entries`` are the ids of its entries.

    Its amount may be below zero: the bank took something back. Raises ValidationError
    (``nothing_chosen``, ``not_waiting``, ``zero``, ``not_deposited``, ``future``,
    ``before_it_came``) and what posting raises.
    """
    hold_the_books()
    items = _chosen(entries)
    _check_slip(deposit, items, today)
    deposit.amount = total(each.amount for each in items)
    deposit.recorded_by = recorded_by
    deposit.full_clean(exclude=["entry"])
    deposit.entry = post_entry(
        dated=deposit.deposited_on,
        memo=_("Deposit %s") % deposit.reference if deposit.reference else _("Deposit"),
        lines=_lines(deposit.to_account, items),
        posted_by=recorded_by,
    )
    deposit.save()
    slip = [
        DepositItem(deposit=deposit, entry_id=each.entry_id, amount=each.amount)
        for each in items
    ]
    DepositItem.objects.bulk_create(slip, batch_size=500)


@transaction.atomic
def take_back_deposit(
    deposit: Deposit, *, dated: date, recorded_by: User | None
) -> Deposit:
    """Undo a deposit by its mirror image; what was on it waits again.

    Raises ValidationError (``is_a_correction``, ``taken_back``).
    """
    hold_the_books()
    if deposit.reverses_id:
        message = _("This row is a correction itself. Record the deposit anew.")
        raise ValidationError(message, code="is_a_correction")
    if Deposit.objects.filter(reverses=deposit).exists():
        message = _("This deposit has been taken back already.")
        raise ValidationError(message, code="taken_back")
    mirror = Deposit(
        deposited_on=dated,
        to_account=deposit.to_account,
        amount=-deposit.amount,
        reference=deposit.reference,
        reverses=deposit,
        recorded_by=recorded_by,
    )
    mirror.entry = reverse_entry(deposit.entry, dated=dated, posted_by=recorded_by)
    mirror.full_clean()
    mirror.save()
    deposit.items.live().update(taken_back_on=dated)
    return mirror


def _chosen(entries: Collection[int]) -> list[Received]:
    """Return what was chosen, as it waits now."""
    if not entries:
        message = _("Choose what is on the slip.")
        raise ValidationError(message, code="nothing_chosen")
    waiting = {each.entry_id: each for each in waiting_to_be_deposited().items}
    if not waiting.keys() >= set(entries):
        message = _(
            "Something on this slip does not wait any more: it was deposited or taken "
            "back in the meantime. Look through the list again."
        )
        raise ValidationError(message, code="not_waiting")
    return [each for each in waiting.values() if each.entry_id in set(entries)]


def _check_slip(deposit: Deposit, items: Sequence[Received], today: date) -> None:
    if not total(each.amount for each in items):
        message = _("What is chosen adds up to nothing: there is nothing to deposit.")
        raise ValidationError(message, code="zero")
    if deposit.to_account.purpose == Account.Purpose.UNDEPOSITED:
        message = _("Choose the account that it is deposited into.")
        error = ValidationError(message, code="not_deposited")
        raise ValidationError({"to_account": error})
    if deposit.deposited_on > today:
        message = _("%s has not come yet.")
        _refuse_day(message, deposit.deposited_on, code="future")
    if (last := max(each.dated for each in items)) > deposit.deposited_on:
        message = _("Something on this slip is dated %s, after it was deposited.")
        _refuse_day(message, last, code="before_it_came")


def _refuse_day(message: str, day: date, *, code: str) -> None:
    error = ValidationError(message % date_format(day, "DATE_FORMAT"), code=code)
    raise ValidationError({"deposited_on": error})


def _lines(into: Account, items: Sequence[Received]) -> list[Line]:
    """Return the way into the account, fund by fund; a fund may add up to nothing."""
    undeposited = Account.objects.by_purpose()[Account.Purpose.UNDEPOSITED]
    sums: dict[int, Decimal] = {}
    for each in items:
        for fund_id, amount in each.funds:
            sums[fund_id] = sums.get(fund_id, ZERO) + amount
    funds = Fund.objects.in_bulk(sums)
    lines = []
    for fund_id, amount in sums.items():
        if amount:
            lines.append(Line(into, funds[fund_id], amount))
            lines.append(Line(undeposited, funds[fund_id], -amount))
    return lines
