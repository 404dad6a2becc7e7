"""What the adopted budgets plan, as they stand on a day, and what is left of it."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from intergroup.kit.dates import ONE_DAY, Period, fiscal_year
from intergroup.kit.money import ZERO, total
from intergroup.registry.models import Body
from treasury.models import Account, Budget, BudgetLine, Posting
from treasury.reports.actuals import ByKey

Kind = Account.Kind


def year_of(day: date) -> Period:
    """Return the body’s fiscal year that holds ``day``."""
    first_month = Body.objects.current().fiscal_year_begins
    return fiscal_year(day, first_month=first_month)


def year_before(year: Period) -> Period:
    """Return the fiscal year before ``year``."""
    return year_of(year.first - ONE_DAY)


def planned_by_line(year: Period) -> ByKey:
    """Return the lines of the year’s budget, adopted or not, with all amendments."""
    lines = BudgetLine.objects.filter(budget__begins_on=year.first)
    return {
        (line.account_id, line.committee_id): line.amount + line.changed
        for line in lines.with_changed(year.last)
    }


def planned_expenses(
    year: Period, *, day: date, leaving_out: Collection[int] = ()
) -> Decimal | None:
    """Return the year’s budgeted expenses, with what was amended up to ``day``.

    ``leaving_out`` are ids of accounts. None: no budget of that year was adopted yet.
    """
    planned = _planned(year, day)
    if planned is None:
        return None
    return total(amount for pk, amount in planned.items() if pk not in leaving_out)


def remaining_expenses(day: date) -> Decimal | None:
    """Return what is left of this year’s budgeted expenses at the end of ``day``.

    An account that has spent more than its budget leaves nothing, and takes nothing
    from the others. None: this year has no adopted budget.
    """
    year = year_of(day)
    planned = _planned(year, day)
    if planned is None:
        return None
    spent = spent_by_account(Period(year.first, day))
    left = (amount - spent.get(pk, ZERO) for pk, amount in planned.items())
    return total(max(each, ZERO) for each in left)


def spent_by_account(period: Period) -> Mapping[int, Decimal]:
    """Return the expenses of the period by the id of their account."""
    booked = Posting.objects.posted().within(period.first, period.last)
    spent = booked.filter(account__kind=Kind.EXPENSE)
    return dict(spent.values_list("account_id").annotate(Sum("amount")).order_by())


def _planned(year: Period, day: date) -> Mapping[int, Decimal] | None:
    """Return the year’s budget by the id of the expense account."""
    budget = Budget.objects.of_year(year.first).adopted(day).first()
    if budget is None:
        return None
    lines = BudgetLine.objects.filter(budget=budget, account__kind=Kind.EXPENSE)
    planned: dict[int, Decimal] = {}
    for line in lines.with_changed(day):
        amount = line.amount + line.changed
        planned[line.account_id] = planned.get(line.account_id, ZERO) + amount
    return planned
