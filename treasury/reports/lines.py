"""The lines of income, expenses and funds: all of them from the sums of the ledger."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from treasury.models import Account, Fund
from treasury.reports.sums import Sums

Kind, Purpose = Account.Kind, Account.Purpose
ByAccount = Mapping[tuple[Account, Fund], Decimal]


@dataclass(frozen=True, slots=True)
class Line:
    """One account’s part in the period’s income or expenses."""

    account: str
    amount: Decimal

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {"account": self.account, "amount": plain(self.amount)}


@dataclass(frozen=True, slots=True)
class FundLine:
    """One fund: opening + income − expenses + transfers = closing."""

    fund: str
    opening: Decimal
    income: Decimal
    expenses: Decimal
    transfers: Decimal
    closing: Decimal

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {
            "fund": self.fund,
            "opening": plain(self.opening),
            "income": plain(self.income),
            "expenses": plain(self.expenses),
            "transfers": plain(self.transfers),
            "closing": plain(self.closing),
        }


def lines_as_json(lines: Iterable[Line], in_all: Decimal) -> dict[str, object]:
    """Return lines with their total."""
    return {"lines": [each.as_json() for each in lines], "total": plain(in_all)}


def funds_table(funds: Iterable[FundLine]) -> Table:
    """Return one row for each fund, and for all of them where that is one of them."""
    income, expenses = _("Income"), _("Expenses")
    header = (_("Fund"), _("Opening"), income, expenses, _("Moved"), _("Closing"))
    rows = tuple(
        (f.fund, f.opening, f.income, f.expenses, f.transfers, f.closing) for f in funds
    )
    return Table(_("Funds"), header, rows)


def summary(sums: Sums) -> dict[str, object]:
    """Return the report’s own figures, by the names of its fields.

    Balances brought forward inside the period count as opening: that is what they are.
    """
    income = account_lines(sums.moved, Kind.INCOME, sign=-1)
    expenses = account_lines(sums.moved, Kind.EXPENSE)
    funds = tuple(_fund_line(fund, sums) for fund in sums.funds)
    everything = _fund_total(funds)
    return {
        "opening": everything.opening,
        "income": income,
        "income_total": total(each.amount for each in income),
        "expenses": expenses,
        "expenses_total": total(each.amount for each in expenses),
        "net": everything.income - everything.expenses,
        "closing": everything.closing,
        "funds": funds,
        "funds_total": everything,
        "money": account_lines(sums.closing, Kind.ASSET),
        "owed": account_lines(sums.closing, Kind.LIABILITY, sign=-1),
    }


def account_lines(sums: ByAccount, kind: Kind, *, sign: int = 1) -> tuple[Line, ...]:
    """Return the accounts of one kind that have a sum, over all funds, by code."""
    found: dict[Account, Decimal] = {}
    for (account, _fund), amount in sums.items():
        if account.kind == kind:
            found[account] = found.get(account, ZERO) + sign * amount
    by_code = sorted(found.items(), key=lambda item: item[0].code)
    return tuple(Line(account.name, amount) for account, amount in by_code if amount)


def _fund_line(fund: Fund, sums: Sums) -> FundLine:
    moved = _in_fund(sums.moved, fund)
    return FundLine(
        fund=fund.name,
        opening=_in_fund(sums.opening, fund)(_is_net)
        - moved(lambda account: account.purpose == Purpose.OPENING),
        income=-moved(lambda account: account.kind == Kind.INCOME),
        expenses=moved(lambda account: account.kind == Kind.EXPENSE),
        transfers=-moved(lambda account: account.purpose == Purpose.FUND_TRANSFERS),
        closing=_in_fund(sums.closing, fund)(_is_net),
    )


def _in_fund(
    sums: ByAccount, fund: Fund
) -> Callable[[Callable[[Account], bool]], Decimal]:
    """Return a function that adds up one fund over the accounts it is asked for."""

    def add(wanted: Callable[[Account], bool]) -> Decimal:
        mine = ((acc, amount) for (acc, of), amount in sums.items() if of == fund)
        return total(amount for account, amount in mine if wanted(account))

    return add


def _is_net(account: Account) -> bool:
    """What the body has less what it owes: owed amounts are below zero."""
    return account.kind in (Kind.ASSET, Kind.LIABILITY)


def _fund_total(funds: Iterable[FundLine]) -> FundLine:
    funds = tuple(funds)
    return FundLine(
        fund=_("All funds"),
        opening=total(each.opening for each in funds),
        income=total(each.income for each in funds),
        expenses=total(each.expenses for each in funds),
        transfers=total(each.transfers for each in funds),
        closing=total(each.closing for each in funds),
    )
