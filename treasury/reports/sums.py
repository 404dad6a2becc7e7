"""The two sums over the ledger that every figure of the report comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from intergroup.kit.dates import ONE_DAY, Period
from intergroup.kit.money import total
from treasury.models import Account, ClosedMonth, ClosingBalance, Fund
from treasury.models.months import Held, added, moved_within

ByAccount = Mapping[tuple[Account, Fund], Decimal]


@dataclass(frozen=True, slots=True)
class Sums:
    """Postings added up by account and fund: before the period, in it, and at its end.

    As in the ledger, positive is debit: income and what is owed are below zero. What
    comes to nothing is left out.
    """

    funds: tuple[Fund, ...]
    opening: ByAccount
    moved: ByAccount
    closing: ByAccount

    def by_purpose(self, purpose: Account.Purpose) -> Decimal:
        """Return the period’s income (above zero) of the account with a purpose."""
        found = ((acc, amount) for (acc, _f), amount in self.moved.items())
        return -total(amount for account, amount in found if account.purpose == purpose)


def read_sums(period: Period) -> Sums:
    """Add the ledger up; funds that hold and moved nothing and are closed are left out.

    Months that are closed are taken as they were kept: only the postings of months
    that are open, or that the period has a part of, are read.
    """
    balances = ClosingBalance.objects
    opening = balances.held_on(period.first - ONE_DAY)
    if _ends_in_closed(period):
        closing = balances.held_on(period.last)
        moved = added(closing, {key: -amount for key, amount in opening.items()})
    else:
        moved = moved_within(period.first, period.last)
        closing = added(opening, moved)
    accounts = Account.objects.in_bulk()
    funds = {fund.pk: fund for fund in Fund.objects.all()}
    used = {fund for _account, fund in (*opening, *moved)}
    return Sums(
        funds=tuple(f for f in funds.values() if f.pk in used or not f.closed_on),
        opening=_named(opening, accounts, funds),
        moved=_named(moved, accounts, funds),
        closing=_named(closing, accounts, funds),
    )


def _ends_in_closed(period: Period) -> bool:
    """Whether a month that is closed ends within the period."""
    month = ClosedMonth.objects.kept_by(period.last).last()
    return month is not None and period.first <= month.period.last


def _named(
    held: Held, accounts: dict[int, Account], funds: dict[int, Fund]
) -> ByAccount:
    return {(accounts[acc], funds[f]): amount for (acc, f), amount in held.items()}
