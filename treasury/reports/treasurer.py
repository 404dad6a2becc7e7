"""The treasurer’s report: every line the real ones have, and computed sums.

The layout is the composite of published treasurer’s reports: opening, income, expenses,
closing, each fund, where the money is; then what stands behind the sums, one by one.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Entry
from treasury.reports.agreed import Agreed, agreed
from treasury.reports.footing import check_foots
from treasury.reports.groups import (
    GroupLine,
    Groups,
    choice,
    group_lines,
    is_every_group_listed,
)
from treasury.reports.income import (
    Event,
    Received,
    events,
    income_table,
    other_income,
)
from treasury.reports.lines import FundLine, Line, funds_table, lines_as_json, summary
from treasury.reports.notes import notes
from treasury.reports.owing import Owing, owing
from treasury.reports.payments import (
    Payment,
    paid_of_earlier,
    payments,
    payments_table,
)
from treasury.reports.presenting import REPORT, opening_sentence, presenting
from treasury.reports.settled import Settled, settled
from treasury.reports.sums import Sums, read_sums

Purpose = Account.Purpose


@dataclass(frozen=True, slots=True)
class TreasurersReport:
    """What the body had, received, paid and has, from the first day to the last."""

    period: Period
    currency: str
    prepared_by: str
    is_final: bool
    opening_note: str
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
    giving: Groups
    events: tuple[Event, ...]
    other_income: tuple[Received, ...]
    payments: tuple[Payment, ...]
    paid_of_earlier: tuple[Payment, ...]
    owing: Owing
    agreed: Agreed
    settled: Settled
    notes: tuple[str, ...]
    seal: str

    @property
    def state(self) -> str:
        """PROVISIONAL until every day of it is in closed months; then FINAL."""
        return _("FINAL") if self.is_final else _("PROVISIONAL")

    @property
    def groups(self) -> tuple[GroupLine, ...]:
        """The groups that are listed, by number."""
        return self.giving.lines

    @property
    def groups_total(self) -> GroupLine:
        """What all groups gave together."""
        return self.giving.total

    @property
    def groups_this_period(self) -> int:
        """How many groups contributed in the period."""
        return self.giving.this_period

    @property
    def paid_of_earlier_total(self) -> Decimal:
        """What was paid in the period of what was owed."""
        return total(each.amount for each in self.paid_of_earlier)

    @property
    def payments_by_account(self) -> tuple[tuple[str, tuple[Payment, ...], Decimal]]:
        """The payments under each kind of expense, with their sum."""
        names = dict.fromkeys(line.account for line in self.expenses)
        names |= dict.fromkeys(each.account for each in self.payments)
        found = []
        for name in names:
            mine = tuple(each for each in self.payments if each.account == name)
            found.append((name, mine, total(each.amount for each in mine)))
        return tuple(found)

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "prepared_by": self.prepared_by,
            "status": "final" if self.is_final else "provisional",
            "opening": plain(self.opening),
            "income": lines_as_json(self.income, self.income_total),
            "expenses": lines_as_json(self.expenses, self.expenses_total),
            "net": plain(self.net),
            "closing": plain(self.closing),
            "funds": [each.as_json() for each in self.funds],
            "money": [each.as_json() for each in self.money],
            "groups": self.giving.as_json(),
            "events": [each.as_json() for each in self.events],
            "other_income": [each.as_json() for each in self.other_income],
            "payments": [each.as_json() for each in self.payments],
            "paid_of_earlier": [each.as_json() for each in self.paid_of_earlier],
            "owing": self.owing.as_json(),
            **self.agreed.as_json(),
            **self.settled.as_json(),
            "notes": list(self.notes),
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the summary, the funds, the groups, the payments and the rest."""
        parts = (
            income_table(self.other_income),
            payments_table(_("Paid of what was owed"), self.paid_of_earlier),
            self.owing.as_table(),
            *self.settled.as_tables(),
            *self.agreed.as_tables(),
        )
        return (
            self._summary(),
            funds_table((*self.funds, self.funds_total)),
            self.giving.as_table(),
            payments_table(_("Payments"), self.payments),
            *(each for each in parts if each.rows),
        )

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


@reports.report(
    REPORT,
    title=gettext_lazy("Treasurer’s report"),
    description=gettext_lazy("What came in, what was paid, and what each fund holds."),
    order=10,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/treasurer.html",
    choices=(choice(),),
)
def treasurers_report(period: Period, *, groups: str = "") -> TreasurersReport:
    """Return the report over the period, both ends included.

    ``groups`` says whether every group is listed; empty, as the body has settled.
    Raises DoesNotFootError where any sum is not the sum of its parts.
    """
    sums, head = read_sums(period), presenting(period)
    figures = summary(sums)
    currency = Body.objects.current().currency
    report = TreasurersReport(
        period=period,
        currency=currency,
        prepared_by=head.prepared_by,
        is_final=head.is_final,
        opening_note=opening_sentence(head, period, figures["opening"], currency),
        **figures,
        giving=group_lines(period, is_every=is_every_group_listed(groups)),
        events=events(period, booked=sums.by_purpose(Purpose.EVENTS)),
        other_income=other_income(period),
        payments=payments(period),
        paid_of_earlier=paid_of_earlier(period),
        owing=owing(period.last, booked=total(each.amount for each in figures["owed"])),
        agreed=agreed(period),
        settled=settled(period),
        notes=notes(period),
        seal=Entry.objects.last_seal(),
    )
    _check(report, sums)
    return report


def _check(report: TreasurersReport, sums: Sums) -> None:
    """Hold every sum against its parts, and the books against their sources."""
    for each in (*report.funds, report.funds_total):
        added = each.opening + each.income - each.expenses + each.transfers
        check_foots(each.fund, told=each.closing, added=added)
    for what, (told, added) in _pairs(report, sums).items():
        check_foots(what, told=told, added=added)
    booked = {each.account: each.amount for each in report.expenses}
    for account, _paid, added in report.payments_by_account:
        check_foots(account, told=booked.get(account, ZERO), added=added)


def _pairs(report: TreasurersReport, sums: Sums) -> dict[str, tuple[Decimal, Decimal]]:
    """Return what is told, and what it adds up to."""
    everything, books = report.funds_total, report.settled.reconciliation
    held = total(each.amount for each in report.money)
    owed = total(each.amount for each in report.owed)
    given = sums.by_purpose(Purpose.GROUP_CONTRIBUTIONS)
    return {
        _("Money moved between funds"): (everything.transfers, ZERO),
        _("Total income"): (report.income_total, everything.income),
        _("Total expenses"): (report.expenses_total, everything.expenses),
        _("Closing balance"): (report.closing, report.opening + report.net),
        _("Money held less money owed"): (report.closing, held - owed),
        _("Contributions by group"): (report.groups_total.amount, given),
        _("Payments"): (
            report.expenses_total,
            total(each.amount for each in report.payments),
        ),
        _("The reconciliation"): (books.book_total if books else held, held),
    }
