"""Budget against actual: what was planned for the year, and what became of it."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Budget
from treasury.reports.budget_rows import (
    TENTH,
    Amendment,
    Plan,
    Request,
    Row,
    Section,
    amendments,
)
from treasury.reports.footing import check_foots
from treasury.reports.planned import spent_by_account, year_of

Kind = Account.Kind
BY_ACCOUNT, BY_COMMITTEE = "account", "committee"


@dataclass(frozen=True, slots=True)
class BudgetActual:
    """A fiscal year’s budget beside what was received and spent."""

    period: Period
    year: Period
    currency: str
    adopted_on: date | None
    motion: str
    income: Section
    expenses: Section
    committees: tuple[Section, ...]
    amendments: tuple[Amendment, ...]
    unbudgeted: tuple[Row, ...]
    requests: tuple[Request, ...]

    @property
    def is_adopted(self) -> bool:
        """Whether it was adopted by the end of the period."""
        return self.adopted_on is not None and self.adopted_on <= self.period.last

    @property
    def elapsed(self) -> Decimal:
        """How much of the year is over at the end of the period, in per cent."""
        days = (self.year.last - self.year.first).days + 1
        over = (self.period.last - self.year.first).days + 1
        return (Decimal(100) * over / days).quantize(TENTH, ROUND_DOWN)

    @property
    def both(self) -> tuple[Section, Section]:
        """Income and expenses."""
        return (self.income, self.expenses)

    @property
    def net(self) -> Row:
        """Income less expenses."""
        gained, spent = self.income.total, self.expenses.total
        return Row(
            account=_("Income less expenses"),
            committee="",
            original=gained.original - spent.original,
            budget=gained.budget - spent.budget,
            period=gained.period - spent.period,
            actual=gained.actual - spent.actual,
        )

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "year_from": self.year.first.isoformat(),
            "year_to": self.year.last.isoformat(),
            "currency": self.currency,
            "adopted_on": self.adopted_on and self.adopted_on.isoformat(),
            "motion": self.motion,
            "elapsed": f"{self.elapsed:.1f}",
            "income": self.income.as_json(),
            "expenses": self.expenses.as_json(),
            "committees": [each.as_json() for each in self.committees],
            "amendments": [each.as_json() for each in self.amendments],
            "unbudgeted": [each.as_json() for each in self.unbudgeted],
            "requests": [each.as_json() for each in self.requests],
        }

    def as_tables(self, by: str = BY_ACCOUNT) -> tuple[Table, ...]:
        """Return the rows by account or by committee, and what goes with them."""
        sections = self.committees if by == BY_COMMITTEE else self.both
        return (
            _rows_table(_("Budget and actual"), sections),
            self._amendments(),
            _rows_table(_("Spent without a budget"), (), self.unbudgeted),
            self._requests(),
        )

    def _amendments(self) -> Table:
        header = (_("Decided"), _("Account"), _("Committee"), _("Change"), _("Motion"))
        rows = tuple(
            (each.decided_on, each.account, each.committee, each.change, each.motion)
            for each in self.amendments
        )
        return Table(_("Amendments"), header, rows)

    def _requests(self) -> Table:
        paid_to = (_("Requested"), _("Paid to"), _("For"))
        header = (*paid_to, _("Account"), _("Committee"), _("Amount"))
        rows = tuple(
            (r.requested_on, r.payee, r.purpose, r.account, r.committee, r.amount)
            for r in self.requests
        )
        return Table(_("Requests without a budget"), header, rows)


@dataclass(frozen=True, slots=True)
class BudgetReport:
    """Budget against actual, by account or by committee; None without a budget."""

    period: Period
    currency: str
    by: str
    budget: BudgetActual | None

    @property
    def is_by_committee(self) -> bool:
        """Whether expenses are shown by committee."""
        return self.by == BY_COMMITTEE

    def as_json(self) -> dict:
        """Return the shape of the budget, or the days and the currency alone."""
        if self.budget:
            return {**self.budget.as_json(), "by": self.by}
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        return {"from": first, "to": last, "currency": self.currency, "income": None}

    def as_tables(self) -> tuple[Table, ...]:
        """Return the budget’s tables, or an empty one."""
        if self.budget:
            return self.budget.as_tables(self.by)
        return (_rows_table(_("Budget and actual"), ()),)


def _ways() -> tuple[tuple[str, str], ...]:
    return ((BY_ACCOUNT, _("By account")), (BY_COMMITTEE, _("By committee")))


@reports.report(
    "budget",
    title=gettext_lazy("Budget against actual"),
    description=gettext_lazy(
        "What was planned for the year, what came in and was spent, and what is left."
    ),
    order=70,
    asks="period",
    permission="treasury.view_budget",
    template="treasury/report/budget.html",
    choices=(reports.Choice("by", gettext_lazy("Shown"), _ways, default=BY_ACCOUNT),),
)
def budget_report(period: Period, by: str = BY_ACCOUNT) -> BudgetReport:
    """Return the budget of the year in which the period ends, or that there is none."""
    currency = Body.objects.current().currency
    return BudgetReport(period, currency, by, budget_against_actual(period))


def budget_against_actual(period: Period) -> BudgetActual | None:
    """Return the budget of the fiscal year in which the period ends.

    None: that year has no budget. Raises DoesNotFootError where the rows and the
    ledger do not agree.
    """
    year = year_of(period.last)
    budget = Budget.objects.of_year(year.first).select_related("motion").first()
    if budget is None:
        return None
    plan = Plan(budget, period, Period(year.first, period.last))
    answer = BudgetActual(
        period=period,
        year=year,
        currency=Body.objects.current().currency,
        adopted_on=budget.adopted_on,
        motion=budget.motion.number if budget.motion else "",
        income=plan.by_account(Kind.INCOME, _("Income")),
        expenses=plan.by_account(Kind.EXPENSE, _("Expenses")),
        committees=plan.by_committee(),
        amendments=amendments(budget, period.last),
        unbudgeted=plan.unbudgeted(),
        requests=plan.requests(),
    )
    _check(answer)
    return answer


def _rows_table(
    title: str, sections: tuple[Section, ...], rows: tuple[Row, ...] = ()
) -> Table:
    """Return rows under each other, each section with its sum behind it."""
    heading = (_("Part"), _("Account"), _("Committee"))
    sums = (_("Adopted"), _("Budget"), _("This period"), _("This year"))
    header = (*heading, *sums, _("Remaining"), _("Per cent"))
    told = [(each.name, row) for each in sections for row in (*each.rows, each.total)]
    return Table(
        title,
        header,
        tuple((name, *row.cells()) for name, row in (*told, *(("", r) for r in rows))),
    )


def _check(answer: BudgetActual) -> None:
    """Hold the rows against the ledger, and the committees against the accounts."""
    so_far = Period(answer.year.first, answer.period.last)
    expenses = answer.expenses.total
    pairs = {
        _("Expenses by account"): total(spent_by_account(so_far).values()),
        _("Expenses by committee"): total(
            each.total.actual for each in answer.committees
        ),
    }
    for what, added in pairs.items():
        check_foots(what, told=expenses.actual, added=added)
    planned = total(each.total.budget for each in answer.committees)
    check_foots(_("Budget by committee"), told=expenses.budget, added=planned)
