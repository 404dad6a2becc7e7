"""The treasurer’s report: every line the real ones have, and computed sums.

The layout is the composite of published treasurer’s reports: opening, income, expenses,
closing, each fund, where the money is. Balances brought forward inside the period count
as opening: that is what they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Entry, Fund
from treasury.reports.details import (
    GroupLine,
    Payment,
    group_lines,
    payments,
)
from treasury.reports.footing import check_foots
from treasury.reports.sums import Sums, read_sums

Kind, Purpose = Account.Kind, Account.Purpose


@dataclass(frozen=True, slots=True)
class Line:
    """One account’s part in the period’s income or expenses."""

    account: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class FundLine:
    """One fund: opening + income − expenses + transfers = closing."""

    fund: str
    opening: Decimal
    income: Decimal
    expenses: Decimal
    transfers: Decimal
    closing: Decimal


@dataclass(frozen=True, slots=True)
class TreasurersReport:
    """What the body had, received, paid and has, from the first day to the last."""

    period: Period
    currency: str
    opening: Decimal
    income: tuple[Line, ...]
    income_total: Decimal
    expenses: tuple[Line, ...]
    expenses_total: Decimal
    net: Decimal
    closing: Decimal
    funds: tuple[FundLine, ...]
    funds_total: FundLine
    money: tuple[Line, ...]
    owed: tuple[Line, ...]
    groups: tuple[GroupLine, ...]
    groups_total: GroupLine
    payments: tuple[Payment, ...]
    seal: str

    @property
    def groups_this_period(self) -> int:
        """How many groups contributed in the period."""
        return sum(1 for each in self.groups if each.amount)

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "opening": plain(self.opening),
            "income": _lines_as_json(self.income, self.income_total),
            "expenses": _lines_as_json(self.expenses, self.expenses_total),
            "net": plain(self.net),
            "closing": plain(self.closing),
            "funds": [
                {
                    "fund": each.fund,
                    "opening": plain(each.opening),
                    "income": plain(each.income),
                    "expenses": plain(each.expenses),
                    "transfers": plain(each.transfers),
                    "closing": plain(each.closing),
                }
                for each in self.funds
            ],
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the summary, the funds, the groups and the payments."""
        return (self._summary(), self._funds(), self._groups(), self._payments())

    def _summary(self) -> Table:
        rows = [
            (_("Opening balance"), "", self.opening),
            *((_("Income"), each.account, each.amount) for each in self.income),
            (_("Total income"), "", self.income_total),
            *((_("Expenses"), each.account, each.amount) for each in self.expenses),
            (_("Total expenses"), "", self.expenses_total),
            (_("Net"), "", self.net),
            (_("Closing balance"), "", self.closing),
        ]
        header = (_("Part"), _("Account"), _("Amount"))
        return Table(_("Treasurer’s report"), header, tuple(rows))

    def _funds(self) -> Table:
        income, expenses = _("Income"), _("Expenses")
        header = (_("Fund"), _("Opening"), income, expenses, _("Moved"), _("Closing"))
        rows = tuple(
            (f.fund, f.opening, f.income, f.expenses, f.transfers, f.closing)
            for f in (*self.funds, self.funds_total)
        )
        return Table(_("Funds"), header, rows)

    def _groups(self) -> Table:
        header = (_("Number"), _("Group"), _("This period"), _("This year"))
        lines = (*self.groups, self.groups_total)
        rows = tuple((g.number or "", g.name, g.amount, g.year) for g in lines)
        return Table(_("Contributions by group"), header, rows)

    def _payments(self) -> Table:
        header = (_("Date"), _("Paid to"), _("For"), _("Reference"), _("Amount"))
        rows = tuple(
            (p.paid_on, p.payee, p.purpose, p.reference, p.amount)
            for p in self.payments
        )
        return Table(_("Payments"), header, rows)


@reports.report(
    "treasurer",
    title=gettext_lazy("Treasurer’s report"),
    description=gettext_lazy("What came in, what was paid, and what each fund holds."),
    order=10,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/treasurer.html",
)
def treasurers_report(period: Period) -> TreasurersReport:
    """Return the report over the period, both ends included.

    Raises DoesNotFootError where any sum is not the sum of its parts.
    """
    sums = read_sums(period)
    groups, groups_total = group_lines(period)
    report = TreasurersReport(
        period=period,
        currency=Body.objects.current().currency,
        **_summary(sums),
        money=_lines(sums.closing, Kind.ASSET),
        owed=_lines(sums.closing, Kind.LIABILITY, sign=-1),
        groups=groups,
        groups_total=groups_total,
        payments=payments(period),
        seal=Entry.objects.last_seal(),
    )
    _check(report, sums)
    return report


def _summary(sums: Sums) -> dict[str, object]:
    """Return the report’s own figures, all of them from the two sums of the ledger."""
    income = _lines(sums.moved, Kind.INCOME, sign=-1)
    expenses = _lines(sums.moved, Kind.EXPENSE)
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
    }


def _lines(
    sums: Mapping[tuple[Account, Fund], Decimal], kind: Kind, *, sign: int = 1
) -> tuple[Line, ...]:
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
    sums: Mapping[tuple[Account, Fund], Decimal], fund: Fund
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


def _lines_as_json(lines: tuple[Line, ...], in_all: Decimal) -> dict[str, object]:
    told = [{"account": each.account, "amount": plain(each.amount)} for each in lines]
    return {"lines": told, "total": plain(in_all)}


def _check(report: TreasurersReport, sums: Sums) -> None:
    """Hold every sum against its parts, and the books against their sources."""
    for each in (*report.funds, report.funds_total):
        added = each.opening + each.income - each.expenses + each.transfers
        check_foots(each.fund, told=each.closing, added=added)
    everything = report.funds_total
    pairs = {
        _("Money moved between funds"): (everything.transfers, ZERO),
        _("Total income"): (report.income_total, everything.income),
        _("Total expenses"): (report.expenses_total, everything.expenses),
        _("Closing balance"): (report.closing, report.opening + report.net),
        _("Money held less money owed"): (
            report.closing,
            total(each.amount for each in report.money)
            - total(each.amount for each in report.owed),
        ),
        _("Contributions by group"): (
            report.groups_total.amount,
            sums.by_purpose(Purpose.GROUP_CONTRIBUTIONS),
        ),
        _("Payments"): (
            report.expenses_total,
            total(each.amount for each in report.payments),
        ),
    }
    for what, (told, added) in pairs.items():
        check_foots(what, told=told, added=added)
