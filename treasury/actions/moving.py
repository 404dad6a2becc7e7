"""Moving money between the body’s own accounts, and between its funds."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.actions.waiting import refuse_waiting
from treasury.models import Account, Transfer


@transaction.atomic
def record_transfer(transfer: Transfer, *, recorded_by: User | None) -> None:
    """Save an unsaved transfer together with its entry in the books.

    Between two funds the entry passes through the account for that purpose, so that
    each fund balances by itself. Raises ValidationError (``waits``) for money that is
    not deposited yet, and what posting raises.
    """
    transfer.full_clean(exclude=["entry"])
    check_places(transfer.amount, Body.objects.current().currency)
    refuse_waiting(transfer.from_account, field="from_account")
    transfer.entry = post_entry(
        dated=transfer.moved_on,
        memo=_("Moved: %s") % transfer.purpose,
        lines=_lines(transfer),
        posted_by=recorded_by,
    )
    transfer.save()


@transaction.atomic
def take_back_transfer(
    transfer: Transfer, *, dated: date, recorded_by: User | None
) -> Transfer:
    """Undo a transfer by the way back, dated in an open month; return that.

    Raises ValidationError (``is_a_correction``; ``reversed_twice`` the second time).
    """
    hold_the_books()
    if transfer.entry.reverses_id:
        message = _("This row is a correction itself. Record the transfer anew.")
        raise ValidationError(message, code="is_a_correction")
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


def _lines(transfer: Transfer) -> list[Line]:
    amount, source, target = transfer.amount, transfer.from_fund, transfer.to_fund
    lines = [
        Line(transfer.to_account, target, amount),
        Line(transfer.from_account, source, -amount),
    ]
    if source != target:
        between = Account.objects.by_purpose()[Account.Purpose.FUND_TRANSFERS]
        lines += [Line(between, target, -amount), Line(between, source, amount)]
    return lines
