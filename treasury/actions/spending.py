"""Recording what was paid: small things by themselves, the rest through paying."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import money
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.models import Account, Expense, Policy

SAME_IN_THE_MIRROR = (
    "payee",
    "purpose",
    "account",
    "fund",
    "paid_from",
    "method",
    "cheque_number",
    "reference",
    "committee",
    "authorised_by",
    "bill",
    "share",
)


@transaction.atomic
def record_expense(expense: Expense, *, recorded_by: User | None) -> None:
    """Save an unsaved expense that pays no bill, together with its entry in the books.

    Raises ValidationError: ``needs_a_bill`` above the limit of the policy, and what
    ``write_expense`` raises.
    """
    if expense.bill_id or expense.share_id:
        raise ValueError("a bill and a share have actions of their own: paying.py")
    _check_limit(expense)
    write_expense(expense, recorded_by=recorded_by)


@transaction.atomic
def write_expense(expense: Expense, *, recorded_by: User | None) -> None:
    """Save an unsaved expense with its entry; the caller has checked what it pays.

    Raises ValidationError for what a form would refuse, and ``undeposited``,
    ``no_check_number``, ``not_a_check``, ``check_is_void``, ``check_used``.
    """
    hold_the_books()
    expense.full_clean(exclude=["entry"], validate_constraints=False)
    money.check_places(expense.amount, Body.objects.current().currency)
    _check_source(expense)
    _check_cheque(expense)
    expense.validate_constraints(exclude=["entry"])
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
    """Undo an expense by its mirror image, dated in an open month; return that.

    A check that paid it is void and keeps its number; the bill or the share that it
    paid is to be paid again. Raises ``taken_back`` and ``is_a_correction``.
    """
    hold_the_books()
    if expense.reverses_id:
        message = _("This row is a correction itself. Record the expense anew.")
        raise ValidationError(message, code="is_a_correction")
    if Expense.objects.filter(reverses=expense).exists():
        message = _("This expense has been taken back already.")
        raise ValidationError(message, code="taken_back")
    mirror = Expense(
        paid_on=dated,
        amount=-expense.amount,
        entry=reverse_entry(expense.entry, dated=dated, posted_by=recorded_by),
        reverses=expense,
        **{name: getattr(expense, name) for name in SAME_IN_THE_MIRROR},
    )
    mirror.full_clean()
    mirror.save()
    return mirror


def _check_limit(expense: Expense) -> None:
    limit = Policy.objects.current().approval_limit
    if limit is not None and expense.amount and expense.amount > limit:
        currency = Body.objects.current().currency
        message = _(
            "Above %s two people approve what is paid, so ask for it as a bill first."
        ) % money.in_words(limit, currency)
        error = ValidationError(message, code="needs_a_bill")
        raise ValidationError({"amount": error})


def _check_source(expense: Expense) -> None:
    if expense.paid_from.purpose == Account.Purpose.UNDEPOSITED:
        message = _(
            "Money that waits to be deposited leaves by a deposit slip; "
            "pay it from the bank or the cash box."
        )
        error = ValidationError(message, code="undeposited")
        raise ValidationError({"paid_from": error})


def _check_cheque(expense: Expense) -> None:
    is_check = expense.method == Expense.Method.CHEQUE
    number = expense.cheque_number
    if is_check and not number:
        _refuse_number(_("Enter the number of the check."), code="no_check_number")
    if number and not is_check:
        _refuse_number(_("Only a check has a check number."), code="not_a_check")
    if number:
        _check_number(expense.paid_from, number)


def _check_number(account: Account, number: int) -> None:
    if account.void_cheques.filter(number=number).exists():
        message = _("Check %s is void. Take the next one.") % number
        _refuse_number(message, code="check_is_void")
    if account.payments.filter(cheque_number=number, reverses=None).exists():
        _refuse_number(_("This check number was used already."), code="check_used")


def _refuse_number(message: str, *, code: str) -> None:
    raise ValidationError({"cheque_number": ValidationError(message, code=code)})
