"""Recording income that is no contribution: literature sold, interest, tickets."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.models import Account, OtherIncome

Purpose = Account.Purpose
CONTRIBUTED = {  # what these hold is counted by group and by receipt
    Purpose.GROUP_CONTRIBUTIONS,
    Purpose.MEMBER_CONTRIBUTIONS,
    Purpose.UNIDENTIFIED,
    Purpose.BIRTHDAY,
    Purpose.BASKET,
}


@transaction.atomic
def record_other_income(income: OtherIncome, *, recorded_by: User | None) -> None:
    """Save unsaved other income together with its entry in the books.

    Raises ValidationError (``contributed`` for an account that holds contributions)
    and what posting raises.
    """
    income.full_clean(exclude=["entry"])
    check_places(income.amount, Body.objects.current().currency)
    if income.account.purpose in CONTRIBUTED:
        message = _("What is contributed is recorded under Contributions.")
        error = ValidationError(message, code="contributed")
        raise ValidationError({"account": error})
    income.entry = post_entry(
        dated=income.received_on,
        memo=_("Received: %s") % income.purpose,
        lines=[
            Line(income.paid_into, income.fund, income.amount),
            Line(income.account, income.fund, -income.amount),
        ],
        posted_by=recorded_by,
    )
    income.save()


@transaction.atomic
def take_back_other_income(
    income: OtherIncome, *, dated: date, recorded_by: User | None
) -> OtherIncome:
    """Undo other income by its mirror image, dated in an open month; return that.

    Raises ValidationError (``is_a_correction``, ``taken_back``).
    """
    hold_the_books()
    if income.reverses_id:
        message = _("This row is a correction itself. Record the income anew.")
        raise ValidationError(message, code="is_a_correction")
    if OtherIncome.objects.filter(reverses=income).exists():
        message = _("This income has been taken back already.")
        raise ValidationError(message, code="taken_back")
    mirror = OtherIncome(
        received_on=dated,
        purpose=income.purpose,
        amount=-income.amount,
        account=income.account,
        fund=income.fund,
        paid_into=income.paid_into,
        method=income.method,
        reference=income.reference,
        reverses=income,
    )
    mirror.entry = reverse_entry(income.entry, dated=dated, posted_by=recorded_by)
    mirror.full_clean()
    mirror.save()
    return mirror
