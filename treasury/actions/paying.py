"""Paying what was approved or voted: each bill and each share once."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO
from intergroup.registry.models import User
from treasury.actions.posting import hold_the_books
from treasury.actions.spending import write_expense
from treasury.models import Account, Bill, DistributionShare, Expense, VoidCheque


@transaction.atomic
def pay_bill(
    bill: Bill,
    *,
    paid_on: date,
    paid_from: Account,
    method: str,
    cheque_number: int | None = None,
    reference: str = "",
    recorded_by: User | None,
) -> Expense:
    """Pay an approved bill in whole, and return the expense that pays it.

    Raises ValidationError: ``declined``, ``paid_already``, ``not_approved``,
    ``closed_account``, and what ``write_expense`` raises. Of two at once, the second
    is told that it is paid.
    """
    hold_the_books()
    held = Bill.objects.select_for_update(of=("self",)).get(pk=bill.pk)
    _check_may_be_paid(held)
    payment = Expense(
        bill=held,
        payee=held.payee,
        purpose=held.purpose,
        amount=held.amount,
        account=held.account,
        fund=held.fund,
        committee=held.committee,
        authorised_by=held.authorised_by,
        paid_on=paid_on,
        paid_from=paid_from,
        method=method,
        cheque_number=cheque_number,
        reference=reference,
    )
    write_expense(payment, recorded_by=recorded_by)
    return payment


@transaction.atomic
def pay_share(
    share: DistributionShare,
    *,
    paid_on: date,
    paid_from: Account,
    method: str,
    cheque_number: int | None = None,
    reference: str = "",
    recorded_by: User | None,
) -> Expense:
    """Pay a share that was voted, in whole, and return the expense that pays it.

    It was spent when it was voted, so this lowers what is owed. Raises ValidationError:
    ``voted_back``, ``paid_already``, and what ``write_expense`` raises.
    """
    hold_the_books()
    _check_share(share)
    distribution = share.distribution
    payment = Expense(
        share=share,
        payee=share.recipient,
        purpose=_("Share passed on, voted on %s")
        % date_format(distribution.voted_on, "DATE_FORMAT"),
        amount=share.amount,
        account=Account.objects.by_purpose()[Account.Purpose.VOTED],
        fund=distribution.fund,
        authorised_by=distribution.motion,
        paid_on=paid_on,
        paid_from=paid_from,
        method=method,
        cheque_number=cheque_number,
        reference=reference,
    )
    write_expense(payment, recorded_by=recorded_by)
    return payment


def unpaid(share: DistributionShare) -> Decimal:
    """Return what is still owed of a share; a payment taken back pays nothing."""
    paid = share.payments.aggregate(paid=Sum("amount"))["paid"]
    return share.amount - (paid or ZERO)


def next_cheque_number(account: Account) -> int | None:
    """Return the number after the last check of ``account``; None before the first."""
    numbers = [
        account.payments.aggregate(last=Max("cheque_number"))["last"],
        account.void_cheques.aggregate(last=Max("number"))["last"],
    ]
    last = max((each for each in numbers if each), default=None)
    return last + 1 if last else None


@transaction.atomic
def void_cheque(cheque: VoidCheque, *, recorded_by: User | None) -> None:
    """Save an unsaved void check: it was spoiled before it paid anything.

    Raises ValidationError (``check_paid``) for one that was used: taking back its
    payment makes that void.
    """
    hold_the_books()
    cheque.recorded_by = recorded_by
    cheque.full_clean()
    used = cheque.account.payments.filter(cheque_number=cheque.number).first()
    if used:
        message = _("Check %(number)s paid %(payee)s. Take back that payment instead.")
        params = {"number": cheque.number, "payee": used.payee}
        error = ValidationError(message, code="check_paid", params=params)
        raise ValidationError({"number": error})
    cheque.save()


def _check_may_be_paid(bill: Bill) -> None:
    states = Bill.State
    state = Bill.objects.with_state().get(pk=bill.pk).state
    if state == states.DECLINED:
        _refuse(_("This bill was declined; ask for it anew."), code="declined")
    if state == states.PAID:
        _refuse(_("This bill is paid already."), code="paid_already")
    if state != states.APPROVED:
        _refuse(_("This bill is not approved yet."), code="not_approved")
    for each in (bill.account, bill.fund):
        if each.closed_on:
            message = _("“%s” is closed; decline the bill and ask for it anew.")
            _refuse(message % each, code="closed_account")


def _check_share(share: DistributionShare) -> None:
    distribution = share.distribution
    is_taken_back = type(distribution).objects.filter(reverses=distribution).exists()
    if distribution.reverses_id or is_taken_back:
        message = _("The vote to pass this on was taken back.")
        _refuse(message, code="voted_back")
    if not unpaid(share):
        _refuse(_("This share is paid already."), code="paid_already")


def _refuse(message: str, *, code: str) -> None:
    raise ValidationError(message, code=code)
