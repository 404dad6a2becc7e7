"""The balances that were brought forward, by account and by fund."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intergroup.kit.money import ZERO, total
from intergroup.registry.models import Body
from treasury.actions.opening import brought_forward
from treasury.models import Account, Fund, Posting

Held = dict[tuple[int, int], Decimal]


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """What one account holds of each fund; of what is owed, how much."""

    account: str
    amounts: tuple[Decimal, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class Opening:
    """What was there as ``day`` began; the totals are what is held less what is owed.

    ``held`` has the amounts by the ids of account and fund, owed above zero.
    """

    day: date
    currency: str
    funds: tuple[str, ...]
    money: tuple[OpeningLine, ...]
    owed: tuple[OpeningLine, ...]
    totals: tuple[Decimal, ...]
    total: Decimal
    held: Held


def opening() -> Opening | None:
    """Return what was brought forward and was not taken back, if anything was."""
    entry = brought_forward().first()
    if entry is None:
        return None
    lines = entry.postings.exclude(account__purpose=Account.Purpose.OPENING)
    lines = lines.select_related("account", "fund").order_by("account__code")
    funds = sorted({each.fund for each in lines}, key=lambda f: (f.order, f.name))
    held: Held = {}
    for each in lines:
        key = (each.account_id, each.fund_id)
        held[key] = held.get(key, ZERO) + _sign(each.account) * each.amount
    sums = tuple(
        total(each.amount for each in lines if each.fund == fund) for fund in funds
    )
    return Opening(
        day=entry.dated,
        currency=Body.objects.current().currency,
        funds=tuple(fund.name for fund in funds),
        money=_rows(lines, funds, held, Account.Kind.ASSET),
        owed=_rows(lines, funds, held, Account.Kind.LIABILITY),
        totals=sums,
        total=total(sums),
        held=held,
    )


def _sign(account: Account) -> int:
    return -1 if account.kind == Account.Kind.LIABILITY else 1


def _rows(
    lines: Iterable[Posting], funds: list[Fund], held: Held, kind: Account.Kind
) -> tuple[OpeningLine, ...]:
    accounts = {each.account: None for each in lines if each.account.kind == kind}
    rows = []
    for account in accounts:
        amounts = tuple(held.get((account.pk, fund.pk), ZERO) for fund in funds)
        rows.append(OpeningLine(account.name, amounts, total(amounts)))
    return tuple(rows)
