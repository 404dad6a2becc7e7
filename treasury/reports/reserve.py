"""The prudent reserve: what the rule asks for, what is held, and what is above it."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.money import ZERO, in_words, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Fund, Posting, ReserveRule
from treasury.reports.planned import remaining_expenses
from treasury.reports.reserve_rules import Part, Target, target_of

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Reserve:
    """The reserve at the end of a day.

    ``money`` is what the operating fund and the reserve hold together, less what they
    owe; ``above`` is what of it is over the target and the floor, below zero where that
    is still to be set aside. What is owed is off ``money`` already, so that a target
    that has it inside (``owed_in_target``) gives it back. ``target``, ``percent`` and
    ``above`` are None where the rule cannot be worked out yet; ``words`` say why.
    """

    day: date
    currency: str
    rule: str
    effective_on: date
    motion: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    target: Decimal | None
    held: Decimal
    percent: Decimal | None
    operating: Decimal
    money: Decimal
    floor: Decimal
    owed_in_target: Decimal
    above: Decimal | None
    budget_remaining: Decimal | None

    @property
    def available(self) -> Decimal:
        """What may be passed on: never below zero."""
        return max(self.above or ZERO, ZERO)

    @property
    def to_set_aside(self) -> Decimal:
        """What the target and the floor are short of: never below zero."""
        return max(-(self.above or ZERO), ZERO)

    @property
    def available_funds(self) -> Decimal | None:
        """The operating fund less what is left of this year’s budgeted expenses."""
        if self.budget_remaining is None:
            return None
        return self.operating - self.budget_remaining

    @property
    def sentence(self) -> str:
        """What is available above the reserve, in a sentence."""
        if self.above is None:
            return _("What is available above the reserve cannot be worked out yet.")
        if self.to_set_aside:
            said = _(
                "Nothing is available above the reserve: %s are still to be set aside."
            )
            return said % in_words(self.to_set_aside, self.currency)
        if not self.available:
            return _("Nothing is available above the reserve, which is complete.")
        amount = in_words(self.available, self.currency)
        return _("%s are available above the reserve.") % amount

    def as_json(self) -> dict:
        """Return the documented shape; null is what cannot be worked out yet."""
        return {
            "on": self.day.isoformat(),
            "currency": self.currency,
            "rule": self.rule,
            "from": self.effective_on.isoformat(),
            "motion": self.motion,
            "words": list(self.words),
            "target": _plain(self.target),
            "held": plain(self.held),
            "percent": None if self.percent is None else f"{self.percent:.1f}",
            "operating": plain(self.operating),
            "money": plain(self.money),
            "floor": plain(self.floor),
            "available": _plain(self.above and self.available),
            "to_set_aside": _plain(self.above and self.to_set_aside),
            "budget_remaining": _plain(self.budget_remaining),
            "available_funds": _plain(self.available_funds),
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the figures, and the parts of a rule that adds parts up."""
        figures = (
            (_("Target"), self.target),
            (_("Held in the reserve"), self.held),
            (_("Operating fund"), self.operating),
            (_("Both, less what is owed"), self.money),
            (_("Operating floor"), self.floor),
            (_("Available above the reserve"), self.above and self.available),
            (_("Still to be set aside"), self.above and self.to_set_aside),
            (_("Left of this year’s budgeted expenses"), self.budget_remaining),
            (_("Available funds"), self.available_funds),
        )
        table = Table(_("Prudent reserve"), (_("Figure"), _("Amount")), figures)
        return (table, self._parts()) if self.parts else (table,)

    def _parts(self) -> Table:
        header = (_("Part"), _("A month"), _("Months"), _("Amount"), _("Remark"))
        rows = tuple(
            (each.name, each.monthly, each.months, each.amount, each.note)
            for each in self.parts
        )
        return Table(_("Parts"), header, rows)


@dataclass(frozen=True, slots=True)
class ReserveReport:
    """The reserve on a day; None where the body has no rule by then."""

    day: date
    currency: str
    reserve: Reserve | None

    def as_json(self) -> dict:
        """Return the shape of the reserve, or the day and the currency alone."""
        if self.reserve:
            return self.reserve.as_json()
        return {"on": self.day.isoformat(), "currency": self.currency, "rule": None}

    def as_tables(self) -> tuple[Table, ...]:
        """Return the reserve’s tables, or an empty one."""
        if self.reserve:
            return self.reserve.as_tables()
        return (Table(_("Prudent reserve"), (_("Figure"), _("Amount")), ()),)


@reports.report(
    "reserve",
    title=gettext_lazy("Prudent reserve"),
    description=gettext_lazy(
        "What is to be kept for hard days, what is held, and what is above it."
    ),
    order=60,
    asks="day",
    permission="treasury.view_reserverule",
    template="treasury/report/reserve.html",
)
def reserve_report(day: date) -> ReserveReport:
    """Return the reserve at the end of ``day``, or that there is no rule."""
    return ReserveReport(day, Body.objects.current().currency, reserve_on(day))


def reserve_on(day: date) -> Reserve | None:
    """Return the reserve at the end of ``day``; None before there is a rule."""
    rule = ReserveRule.objects.in_force(day).select_related("motion").first()
    if rule is None:
        return None
    target, funds = target_of(rule, day), _funds(day)
    held = funds.get(Fund.Purpose.RESERVE, ZERO)
    money = total(funds.values())
    return Reserve(
        day=day,
        currency=Body.objects.current().currency,
        rule=rule.get_kind_display(),
        effective_on=rule.effective_on,
        motion=rule.motion.number if rule.motion else "",
        words=target.words,
        parts=target.parts,
        target=target.amount,
        held=held,
        percent=_percent(held, target.amount),
        operating=funds.get(Fund.Purpose.OPERATING, ZERO),
        money=money,
        floor=rule.floor,
        owed_in_target=target.owed,
        above=_above(money, target, rule.floor),
        budget_remaining=remaining_expenses(day),
    )


def _funds(day: date) -> dict[str, Decimal]:
    """Return what the operating fund and the reserve hold, less what they owe."""
    booked = Posting.objects.posted().up_to(day)
    held = booked.filter(
        account__kind__in=(Account.Kind.ASSET, Account.Kind.LIABILITY),
        fund__purpose__in=Fund.Purpose.values,
    )
    return dict(held.values_list("fund__purpose").annotate(Sum("amount")).order_by())


def _above(money: Decimal, target: Target, floor: Decimal) -> Decimal | None:
    """Return what is over the target and the floor.

    What is owed is off ``money`` already: a target that has it inside gives it back.
    """
    if target.amount is None:
        return None
    return money - (target.amount - target.owed) - floor


def _percent(held: Decimal, target: Decimal | None) -> Decimal | None:
    """Return how much of the target is held, cut to a tenth; None without a target."""
    if not target:
        return None
    return (100 * held / target).quantize(TENTH, ROUND_DOWN)


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)
