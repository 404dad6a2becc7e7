"""What was received and waits to be deposited; and what went onto a slip.

The account for received money that is not yet deposited is emptied by deposit slips and
by nothing else, so that what waits always adds up to its balance, fund by fund.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.utils.translation import gettext as _

from intergroup.kit.money import total
from treasury.models import Account, Contribution, Deposit, DepositItem, Posting

Method = Contribution.Method
COLUMNS = (
    "entry",
    "entry__number",
    "dated",
    "entry__memo",
    "entry__reverses",
    "entry__contribution__method",
    "entry__contribution__reference",
    "entry__contribution__collection",
    "entry__other_income__method",
    "entry__other_income__reference",
    "entry__collection",
)


@dataclass(frozen=True, slots=True)
class Received:
    """One entry of received money; below zero where it was taken back.

    ``funds`` says how much of it belongs to which fund, by the fund’s id.
    """

    entry_id: int
    number: int
    dated: date
    memo: str
    amount: Decimal
    funds: tuple[tuple[int, Decimal], ...]
    method: str = ""
    reference: str = ""
    collection_id: int | None = None
    reverses_id: int | None = None

    @property
    def came_as(self) -> str:
        """How it came, in words: Check, Cash …"""
        return Method(self.method).label if self.method else ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything received and not yet deposited, in the order it came."""

    items: tuple[Received, ...]

    @property
    def total(self) -> Decimal:
        """What the account for undeposited money holds."""
        return total(each.amount for each in self.items)


def waiting_to_be_deposited() -> Waiting:
    """Return what is on no slip, without what was taken back before it could be."""
    is_on_a_slip = DepositItem.objects.live().filter(entry=OuterRef("entry"))
    rows = _undeposited().filter(~Exists(is_on_a_slip), entry__deposit__isnull=True)
    waiting = {each.entry_id: each for each in _read(rows)}
    for each in list(waiting.values()):
        if each.reverses_id in waiting and each.entry_id in waiting:
            del waiting[each.reverses_id], waiting[each.entry_id]
    return Waiting(tuple(waiting.values()))


def on_slip(deposit: Deposit) -> tuple[Received, ...]:
    """Return what stands on a slip, also on one that was taken back."""
    return _read(_undeposited().filter(entry__deposit_items__deposit=deposit))


def refuse_waiting(account: Account, *, field: str) -> None:
    """Raise ValidationError (``waits``) beside ``field`` for the undeposited money."""
    if account.purpose == Account.Purpose.UNDEPOSITED:
        message = _("Money that waits to be deposited leaves by a deposit slip.")
        raise ValidationError({field: ValidationError(message, code="waits")})


def _undeposited() -> QuerySet[Posting]:
    purpose = Account.Purpose.UNDEPOSITED
    return Posting.objects.posted().filter(account__purpose=purpose)


def _read(postings: QuerySet[Posting]) -> tuple[Received, ...]:
    rows = (
        postings.values_list(*COLUMNS, "fund")
        .annotate(sum=Sum("amount"))
        .exclude(sum=0)
        .order_by("dated", "entry__number", "fund__order", "fund")
    )
    by_entry = groupby(rows, key=lambda row: row[: len(COLUMNS)])
    return tuple(
        _received(entry, tuple(row[-2:] for row in parts)) for entry, parts in by_entry
    )


def _received(
    entry: tuple[object, ...], funds: tuple[tuple[int, Decimal], ...]
) -> Received:
    pk, number, dated, memo, reverses, *given = entry
    method, reference, collection, earned_by, earned_ref, counted = given
    return Received(
        entry_id=pk,
        number=number,
        dated=dated,
        memo=memo,
        amount=total(amount for _fund, amount in funds),
        funds=funds,
        method=method or earned_by or (Method.CASH if counted else ""),
        reference=reference or earned_ref or "",
        collection_id=collection or counted,
        reverses_id=reverses,
    )
