"""The next treasurer’s opening page: what is where, what waits, and what is agreed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.money import in_words, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.actions.months import next_to_close
from treasury.models import (
    Account,
    Bill,
    Budget,
    ClosedMonth,
    Contribution,
    Entry,
    Expense,
    OutsideOffer,
    Policy,
    Posting,
    RecurringBill,
    ReserveRule,
    SplitPlan,
    Statement,
    YearlyLimit,
)


@dataclass(frozen=True, slots=True)
class Held:
    """What one account holds, and the last statement that it agreed with."""

    account: str
    amount: Decimal
    reconciled_on: date | None
    last_check: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know, in a word and a sentence."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Handover:
    """What a treasurer who begins on ``day`` finds at the end of that day."""

    day: date
    currency: str
    money: tuple[Held, ...]
    total: Decimal
    waiting: tuple[Fact, ...]
    agreed: tuple[Fact, ...]
    recurring: tuple[Fact, ...]
    entries: int
    seal: str

    def as_json(self) -> dict[str, object]:
        """Return the documented shape."""
        return {
            "on": self.day.isoformat(),
            "money": [
                {
                    "account": each.account,
                    "amount": plain(each.amount),
                    "reconciled_on": each.reconciled_on
                    and each.reconciled_on.isoformat(),
                    "last_check": each.last_check,
                }
                for each in self.money
            ],
            "total": plain(self.total),
            **{
                name: {each.name: each.told for each in getattr(self, name)}
                for name in ("waiting", "agreed", "recurring")
            },
            "entries": self.entries,
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the money, and every fact, as tables."""
        money = tuple(
            (each.account, each.amount, each.reconciled_on, each.last_check)
            for each in self.money
        )
        header = (_("Account"), _("Amount"), _("Reconciled up to"), _("Last check"))
        facts = (*self.waiting, *self.agreed, *self.recurring)
        told = tuple((each.name, each.told) for each in facts)
        return (
            Table(_("Money"), header, money),
            Table(_("To know"), (_("What"), _("How it is")), told),
        )


@reports.report(
    "handover",
    title=gettext_lazy("Opening page for the next treasurer"),
    description=gettext_lazy("What is where, what waits, and what the body agreed on."),
    order=95,
    asks="day",
    permission="treasury.view_entry",
    template="treasury/report/handover.html",
)
def handover(day: date) -> Handover:
    """Return what the next treasurer should know, as of ``day``."""
    currency = Body.objects.current().currency
    money = tuple(_money(day))
    last = Entry.objects.in_order().last()
    return Handover(
        day=day,
        currency=currency,
        money=money,
        total=total(each.amount for each in money),
        waiting=tuple(_waiting(day, currency)),
        agreed=tuple(_agreed(day, currency)),
        recurring=tuple(_recurring(currency)),
        entries=last.number if last else 0,
        seal=last.seal if last else "",
    )


def _money(day: date) -> Iterator[Held]:
    held = Posting.objects.posted().up_to(day).filter(account__kind="asset")
    sums = held.values_list("account").annotate(sum=Sum("amount")).order_by()
    amounts = dict(sums.values_list("account", "sum"))
    checks = _newest(Expense.objects.all(), "paid_from", "cheque_number")
    statements = _newest(Statement.objects.reconciled(), "account", "ends_on")
    for each in Account.objects.holding_money():
        amount = amounts.get(each.pk)
        if amount or not each.closed_on:
            yield Held(
                each.name,
                amount or Decimal("0.00"),
                statements.get(each.pk),
                checks.get(each.pk),
            )


def _newest(rows: object, by: str, column: str) -> dict[int, object]:
    return dict(rows.order_by().values_list(by).annotate(Max(column)))


def _waiting(day: date, currency: str) -> Iterator[Fact]:
    """Yield what is begun and not finished; nothing for what is in order."""
    rows = (
        (_("Contributions to identify"), Contribution.objects.unidentified()),
        (_("Bills requested or approved, and not paid"), Bill.objects.open()),
        (
            _("Outside money to be returned"),
            OutsideOffer.objects.filter(returned_on__isnull=True),
        ),
    )
    for name, found in rows:
        if count := found.count():
            amount = found.aggregate(sum=Sum("amount"))["sum"]
            told = _("%(n)s, %(amount)s in all")
            words = {"n": count, "amount": in_words(amount, currency)}
            yield Fact(name, told % words)
    purposes = Account.objects.by_purpose()
    for purpose, sign in (
        (Account.Purpose.UNDEPOSITED, 1),
        (Account.Purpose.VOTED, -1),
    ):
        account = purposes[purpose]
        lines = account.postings.posted().up_to(day)
        if amount := lines.aggregate(sum=Sum("amount"))["sum"]:
            yield Fact(account.name, in_words(sign * amount, currency))


def _agreed(day: date, currency: str) -> Iterator[Fact]:
    """Yield where the books stand, and the rules in force."""
    through, following = ClosedMonth.objects.through(), next_to_close()
    if through:
        yield Fact(_("Closed up to the end of"), date_format(through, "F Y"))
    if following:
        yield Fact(_("Next month to close"), date_format(following, "F Y"))
    receipts = Contribution.objects.filter(receipt_year=day.year)
    last = receipts.aggregate(last=Max("receipt_number"))["last"] or 0
    yield Fact(_("Next receipt"), f"{day.year}-{last + 1:04}")
    limit = Policy.objects.current().approval_limit
    if limit is not None:
        yield Fact(_("Two people approve above"), in_words(limit, currency))
    if rule := ReserveRule.objects.in_force(day).first():
        yield Fact(_("Prudent reserve"), rule.get_kind_display())
    if plan := SplitPlan.objects.in_force(day).first():
        shares = "; ".join(
            f"{each.recipient} {plain(each.percent)} %" for each in plan.shares.all()
        )
        yield Fact(_("Passed on by"), f"{plan.name}: {shares}")
    if budget := Budget.objects.filter(begins_on__lte=day).first():
        state = budget.adopted_on or _("not adopted yet")
        begins = date_format(budget.begins_on, "DATE_FORMAT")
        yield Fact(_("Budget from %s") % begins, str(state))
    yearly = YearlyLimit.objects.in_force(day, currency).first()
    if yearly and yearly.amount:
        yield Fact(_("Yearly limit for a member"), in_words(yearly.amount, currency))


def _recurring(currency: str) -> Iterator[Fact]:
    for each in RecurringBill.objects.filter(ends_on__isnull=True):
        told = _("%(amount)s for %(purpose)s, next on %(day)s")
        day = date_format(each.next_on, "DATE_FORMAT")
        amount = in_words(each.amount, currency)
        words = {"amount": amount, "purpose": each.purpose, "day": day}
        yield Fact(each.payee, told % words)
