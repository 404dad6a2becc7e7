"""The six kinds of rule for the prudent reserve, each worked out and put in words."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Min, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import (
    ONE_DAY,
    Period,
    add_months,
    month_of,
    month_starts,
)
from intergroup.kit.money import CENT, ZERO, in_words, total, unit_of
from intergroup.registry.models import Body
from service.models import Position
from treasury.models import Account, Fund, Posting, ReserveRule
from treasury.reports.planned import planned_expenses, year_before, year_of

Kind, Basis = ReserveRule.Kind, ReserveRule.Basis


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a target: so much a month for so many months."""

    name: str
    monthly: Decimal
    months: int
    amount: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a rule asks for, in words; ``amount`` is None where nothing can tell yet.

    ``owed`` is the part of it that stands for what the body owes.
    """

    amount: Decimal | None
    words: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    owed: Decimal = ZERO


def target_of(rule: ReserveRule, day: date) -> Target:
    """Work out what ``rule`` asks for at the end of ``day``."""
    case = _Case(rule, day, Body.objects.current().currency)
    return _KINDS[rule.kind](case)


class _Case:
    """A rule on a day, in the body’s currency."""

    def __init__(self, rule: ReserveRule, day: date, currency: str) -> None:
        self.rule, self.day, self.currency = rule, day, currency
        self.left_out = {each.pk: each.name for each in rule.leaves_out.all()}
        self.year = year_of(day)

    def say(self, amount: Decimal) -> str:
        return in_words(amount, self.currency)

    def rounded(self, amount: Decimal) -> Decimal:
        """Round half up to the smallest amount that the currency has."""
        unit = unit_of(self.currency)
        return amount.quantize(unit, ROUND_HALF_UP).quantize(CENT)

    def budget(self, year: Period) -> Decimal | None:
        leaving_out = self.left_out.keys()
        return planned_expenses(year, day=self.day, leaving_out=leaving_out)

    def words(self, *sentences: str) -> tuple[str, ...]:
        """Return the sentences, with what the rule leaves out behind them."""
        if not self.left_out:
            return sentences
        names = ", ".join(sorted(self.left_out.values()))
        return (*sentences, _("Not counted: %s.") % names)

    def no_budget(self, year: Period) -> Target:
        said = _(
            "The year from %(first)s has no adopted budget yet, so that this rule "
            "cannot be worked out."
        )
        first = date_format(year.first, "DATE_FORMAT")
        return Target(None, (said % {"first": first},))


def _fixed(case: _Case) -> Target:
    amount = case.rule.amount
    return Target(amount, (_("A fixed amount of %s.") % case.say(amount),))


def _months(case: _Case) -> Target:
    if case.rule.basis == Basis.BUDGET:
        return _months_of_budget(case)
    spent, count = spent_lately(case.day, leaving_out=case.left_out.keys())
    if not count:
        said = _(
            "The books hold no whole month yet, so that no average can be worked out."
        )
        return Target(None, (said,))
    average = case.rounded(spent / count)
    since = ngettext(
        "the expenses of the one whole month in the books",
        "the average of the %(count)s whole months in the books",
        count,
    ) % {"count": count}
    basis = _("the average of the last twelve months") if count == 12 else since
    return _so_many_months(case, average, basis)


def _months_of_budget(case: _Case) -> Target:
    budget = case.budget(case.year)
    if budget is None:
        return case.no_budget(case.year)
    basis = _("a twelfth of this year’s budget of %s") % case.say(budget)
    return _so_many_months(case, case.rounded(budget / 12), basis)


def _so_many_months(case: _Case, monthly: Decimal, basis: str) -> Target:
    months = case.rule.months
    amount = months * monthly
    said = ngettext(
        "One month at %(monthly)s, %(basis)s, is %(amount)s.",
        "%(months)s months at %(monthly)s, %(basis)s, is %(amount)s.",
        months,
    ) % {
        "months": months,
        "monthly": case.say(monthly),
        "basis": basis,
        "amount": case.say(amount),
    }
    return Target(amount, case.words(said))


def _part_of_budget(case: _Case) -> Target:
    before = year_before(case.year)
    budget = case.budget(before)
    if budget is None:
        return case.no_budget(before)
    amount = case.rounded(budget * case.rule.percent / 100)
    said = _("%(percent)s %% of last year’s budget of %(budget)s is %(amount)s.") % {
        "percent": short_percent(case.rule.percent),
        "budget": case.say(budget),
        "amount": case.say(amount),
    }
    return Target(amount, case.words(said))


def _part_of_two_budgets(case: _Case) -> Target:
    years = (case.year, year_before(case.year))
    this, last = (case.budget(year) for year in years)
    if this is None or last is None:
        return case.no_budget(years[0] if this is None else years[1])
    amount = case.rounded((this + last) * case.rule.percent / 100)
    said = _(
        "%(percent)s %% of this year’s budget of %(this)s and last year’s of %(last)s, "
        "together %(both)s, is %(amount)s."
    ) % {
        "percent": short_percent(case.rule.percent),
        "this": case.say(this),
        "last": case.say(last),
        "both": case.say(this + last),
        "amount": case.say(amount),
    }
    return Target(amount, case.words(said))


def _sum_of_parts(case: _Case) -> Target:
    filled = Position.objects.with_serving_count(case.day).filter(serving_count__gt=0)
    serving = set(filled.values_list("pk", flat=True))
    parts = []
    for each in case.rule.parts.select_related("position").order_by("pk"):
        is_vacant = each.position_id is not None and each.position_id not in serving
        note = _("%s is vacant: it counts zero") % each.position if is_vacant else ""
        amount = ZERO if is_vacant else each.months * each.amount
        parts.append(Part(each.name, each.amount, each.months, amount, note))
    amount = total(each.amount for each in parts)
    said = ngettext(
        "One part: %(amount)s.", "%(count)s parts, together %(amount)s.", len(parts)
    ) % {"count": len(parts), "amount": case.say(amount)}
    return Target(amount, (said,), tuple(parts))


def _cap(case: _Case) -> Target:
    budget = case.budget(case.year)
    if budget is None:
        return case.no_budget(case.year)
    owed, costs = _owed(case.day), case.rule.amount or ZERO
    amount = budget + owed + costs
    said = _(
        "At most this year’s budget of %(budget)s, the %(owed)s that is owed, and "
        "one-time costs of %(costs)s: %(amount)s."
    ) % {
        "budget": case.say(budget),
        "owed": case.say(owed),
        "costs": case.say(costs),
        "amount": case.say(amount),
    }
    return Target(amount, case.words(said), owed=owed)


_KINDS: dict[str, Callable[[_Case], Target]] = {
    Kind.FIXED: _fixed,
    Kind.MONTHS: _months,
    Kind.BUDGET: _part_of_budget,
    Kind.TWO_BUDGETS: _part_of_two_budgets,
    Kind.PARTS: _sum_of_parts,
    Kind.CAP: _cap,
}


def spent_lately(
    day: date, *, leaving_out: Collection[int] = ()
) -> tuple[Decimal, int]:
    """Return the expenses of the last twelve whole months, and how many months.

    There are fewer where the books are younger. What was passed on is not counted:
    it is what was left over, and no cost of the body’s own.
    """
    last = day if day == month_of(day).last else day.replace(day=1) - ONE_DAY
    first = add_months(last.replace(day=1), -11)
    began = Posting.objects.posted().aggregate(first=Min("dated"))["first"]
    if began is None or began > last:
        return ZERO, 0
    months = Period(max(first, began.replace(day=1)), last)
    booked = Posting.objects.posted().within(months.first, months.last)
    costs = booked.filter(
        account__kind=Account.Kind.EXPENSE, entry__distribution__isnull=True
    ).exclude(account__in=list(leaving_out))
    spent = costs.aggregate(sum=Sum("amount", default=ZERO))["sum"]
    return spent, len(list(month_starts(months)))


def _owed(day: date) -> Decimal:
    """Return what the operating fund and the reserve owe at the end of ``day``."""
    booked = Posting.objects.posted().up_to(day)
    owed = booked.filter(
        account__kind=Account.Kind.LIABILITY, fund__purpose__in=Fund.Purpose.values
    )
    return -owed.aggregate(sum=Sum("amount", default=ZERO))["sum"]


def short_percent(percent: Decimal) -> str:
    """Return ``33.34``, ``12.5`` or ``50``."""
    return f"{percent:.2f}".rstrip("0").rstrip(".")
