"""The two sums over the ledger that every figure of the report comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from intergroup.kit.dates import ONE_DAY, Period
from intergroup.kit.money import ZERO, total
from treasury.models import Account, Entry, Fund, Posting

ByAccount = Mapping[tuple[Account, Fund], Decimal]


@dataclass(frozen=True, slots=True)
class Sums:
    """Postings added up by account and fund: before the period, in it, and at its end.

    As in the ledger, positive is debit: income and what is owed are below zero.
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
    """Add the ledger up; funds without a line that are closed are left out."""
    accounts = Account.objects.in_bulk()
    funds = {fund.pk: fund for fund in Fund.objects.all()}
    booked = _booked()
    opening = _added(booked.up_to(period.first - ONE_DAY), accounts, funds)
    moved = _added(booked.within(period.first, period.last), accounts, funds)
    closing = {
        key: opening.get(key, ZERO) + moved.get(key, ZERO)
        for key in {**opening, **moved}
    }
    used = {fund for _account, fund in closing}
    return Sums(
        funds=tuple(f for f in funds.values() if f in used or not f.closed_on),
        opening=opening,
        moved=moved,
        closing=closing,
    )


def _booked() -> QuerySet[Posting]:
    """Return the lines in the books, from the covering index alone if it can be.

    A draft lives no longer than the transaction that posts it, so that there is
    none to leave out unless somebody wrote one by hand.
    """
    if Entry.objects.drafts().exists():
        return Posting.objects.posted()
    return Posting.objects.all()


def _added(
    postings: QuerySet[Posting], accounts: dict[int, Account], funds: dict[int, Fund]
) -> ByAccount:
    rows = (
        postings.values_list("account_id", "fund_id").annotate(Sum("amount")).order_by()
    )
    return {(accounts[acc], funds[fund]): amount for acc, fund, amount in rows}
