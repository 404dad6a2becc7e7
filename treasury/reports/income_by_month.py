"""Income and expense by account and month, with the same month of the year before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.charts import QUIET, Chart, Series
from intergroup.kit.dates import Period, add_months, month_key, month_of
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Entry, Posting
from treasury.reports.footing import check_foots

Kind = Account.Kind
ByMonth = Mapping[str, Decimal]
RESULT = Q(account__kind__in=(Kind.INCOME, Kind.EXPENSE))
MOST_MONTHS = 14  # more do not fit on paper, and are added up by year
FEW_MONTHS = 4


@dataclass(frozen=True, slots=True)
class Months:
    """One account, or a sum: by month (``2026-01``), and the year before.

    ``before`` has the month a year earlier under the name of the later month.
    """

    code: str
    name: str
    months: ByMonth
    before: ByMonth

    @property
    def total(self) -> Decimal:
        """The whole period."""
        return total(self.months.values())

    @property
    def total_before(self) -> Decimal:
        """The same days of the year before."""
        return total(self.before.values())

    @property
    def amounts(self) -> ByMonth:
        """What there is for each month and for each year (``2026``)."""
        return {**self.months, **_by_year(self.months)}

    @property
    def amounts_before(self) -> ByMonth:
        """The same for the year before."""
        return {**self.before, **_by_year(self.before)}

    def as_json(self) -> dict:
        """Return both years as text; months without money are left out."""
        return {
            "months": _told(self.months),
            "total": plain(self.total),
            "year_before": {
                "months": _told(self.before),
                "total": plain(self.total_before),
            },
        }


@dataclass(frozen=True, slots=True)
class IncomeAndExpense:
    """What came in and what was spent, account by account, beside the year before."""

    period: Period
    before: Period
    currency: str
    income: tuple[Months, ...]
    income_total: Months
    expenses: tuple[Months, ...]
    expenses_total: Months
    net: Months
    seal: str

    @property
    def columns(self) -> tuple[str, ...]:
        """What a page has columns for: the months, or the years of a longer period."""
        months = self.period.months
        if len(months) <= MOST_MONTHS:
            return months
        return tuple(dict.fromkeys(month[:4] for month in months))

    @property
    def is_wide(self) -> bool:
        """Whether the columns need the long side of the paper."""
        return len(self.columns) > FEW_MONTHS

    @property
    def charts(self) -> tuple[Chart, ...]:
        """What came in and what was spent, the year before in the quieter colour."""
        return tuple(
            self._chart(months, text)
            for months, text in (
                (self.income_total, _("Income by month, as in the table.")),
                (self.expenses_total, _("Expenses by month, as in the table.")),
            )
            if months.total or months.total_before
        )

    def _chart(self, shown: Months, text: str) -> Chart:
        now, then = shown.amounts, shown.amounts_before
        series = (
            Series(_("Year before"), [then.get(c, ZERO) for c in self.columns], QUIET),
            Series(shown.name, [now.get(c, ZERO) for c in self.columns]),
        )
        return Chart(self.columns, series, text)

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "income": _lines_as_json(self.income),
            "income_total": self.income_total.as_json(),
            "expenses": _lines_as_json(self.expenses),
            "expenses_total": self.expenses_total.as_json(),
            "net": self.net.as_json(),
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table: a column for each month, two rows for each account."""
        months = self.period.months
        lines = (*self.income, self.income_total, *self.expenses, self.expenses_total)
        header = (_("Number"), _("Account"), _("Year"), *months, _("Total"))
        body = tuple(
            (each.code, each.name, year, *(by.get(m, ZERO) for m in months), in_all)
            for each in (*lines, self.net)
            for year, by, in_all in (
                (_("This period"), each.months, each.total),
                (_("Year before"), each.before, each.total_before),
            )
        )
        return (Table(_("Income and expense"), header, body),)


@reports.report(
    "income-and-expense",
    title=gettext_lazy("Income and expense by month"),
    description=gettext_lazy("Each account by month, with the year before beside it."),
    order=40,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/income_by_month.html",
)
def income_and_expense(period: Period) -> IncomeAndExpense:
    """Return the period by month, both ends included, and the same days a year before.

    Raises DoesNotFootError where it is not what the funds gained or lost.
    """
    before = _year_before(period)
    now, then = _by_account(period), _by_account(before, years=1)
    income, expenses = _lines(now, then, Kind.INCOME), _lines(now, then, Kind.EXPENSE)
    came_in = _added(_("Total income"), income)
    spent = _added(_("Total expenses"), expenses)
    report = IncomeAndExpense(
        period=period,
        before=before,
        currency=Body.objects.current().currency,
        income=income,
        income_total=came_in,
        expenses=expenses,
        expenses_total=spent,
        net=_net(came_in, spent),
        seal=Entry.objects.last_seal(),
    )
    _check(report)
    return report


def _year_before(period: Period) -> Period:
    """Return the same days a year earlier; the end of a month stays one."""
    last = add_months(period.last, -12)
    is_whole = period.last == month_of(period.last).last
    return Period(
        add_months(period.first, -12), month_of(last).last if is_whole else last
    )


def _by_account(period: Period, *, years: int = 0) -> dict[Account, dict[str, Decimal]]:
    """Return each account’s months, above zero as a rule, named ``years`` later."""
    rows = Posting.objects.posted().within(period.first, period.last).filter(RESULT)
    sums = rows.values_list("account_id", "dated").annotate(Sum("amount")).order_by()
    accounts = Account.objects.in_bulk()
    found = defaultdict(lambda: defaultdict(lambda: ZERO))
    for pk, day, amount in sums:
        account = accounts[pk]
        sign = -1 if account.kind == Kind.INCOME else 1
        found[account][month_key(add_months(day, 12 * years))] += sign * amount
    return found


def _lines(
    now: Mapping[Account, ByMonth], then: Mapping[Account, ByMonth], kind: Kind
) -> tuple[Months, ...]:
    """Return the accounts of a kind that moved in either year, by code."""
    accounts = {each for each in (*now, *then) if each.kind == kind}
    return tuple(
        Months(each.code, each.name, dict(now.get(each, {})), dict(then.get(each, {})))
        for each in sorted(accounts, key=lambda account: account.code)
    )


def _added(name: str, lines: tuple[Months, ...]) -> Months:
    months = _sum_by_month(each.months for each in lines)
    return Months("", name, months, _sum_by_month(each.before for each in lines))


def _sum_by_month(lines: Iterable[ByMonth]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for months in lines:
        for month, amount in months.items():
            found[month] = found.get(month, ZERO) + amount
    return dict(sorted(found.items()))


def _net(came_in: Months, spent: Months) -> Months:
    months = _sum_by_month([came_in.months, _negative(spent.months)])
    before = _sum_by_month([came_in.before, _negative(spent.before)])
    return Months("", _("Net"), months, before)


def _negative(months: ByMonth) -> dict[str, Decimal]:
    return {month: -amount for month, amount in months.items()}


def _by_year(months: ByMonth) -> dict[str, Decimal]:
    return _sum_by_month({month[:4]: amount} for month, amount in months.items())


def _told(months: ByMonth) -> dict[str, str]:
    return {month: plain(amount) for month, amount in sorted(months.items()) if amount}


def _lines_as_json(lines: tuple[Months, ...]) -> list[dict]:
    return [{"code": m.code, "account": m.name, **m.as_json()} for m in lines]


def _check(report: IncomeAndExpense) -> None:
    """Hold the net of each year against all the other lines of its ledger."""
    for period, told in (
        (report.period, report.net.total),
        (report.before, report.net.total_before),
    ):
        rows = Posting.objects.posted().within(period.first, period.last)
        others = rows.exclude(RESULT).aggregate(sum=Sum("amount", default=ZERO))
        check_foots(_("Income less expenses"), told=told, added=others["sum"])
    for lines, in_all in (
        (report.income, report.income_total),
        (report.expenses, report.expenses_total),
    ):
        added = total(each.total for each in lines)
        check_foots(in_all.name, told=in_all.total, added=added)
