"""Each payment of a period, and what else was an expense of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain
from intergroup.kit.sheets import Table
from treasury.models import (
    Account,
    Collection,
    Contribution,
    Distribution,
    Expense,
)

Kind, Purpose = Account.Kind, Account.Purpose


@dataclass(frozen=True, slots=True)
class Payment:
    """Something paid: to a business or a position, never to a named person.

    ``paid_on`` is None for what is added up over the period: fees, cash over or short.
    """

    paid_on: date | None
    payee: str
    purpose: str
    account: str
    fund: str
    reference: str
    motion: str
    amount: Decimal

    def as_json(self) -> dict[str, str | None]:
        """Return the documented shape."""
        return {
            "paid_on": self.paid_on.isoformat() if self.paid_on else None,
            "to": self.payee,
            "for": self.purpose,
            "account": self.account,
            "fund": self.fund,
            "reference": self.reference,
            "motion": self.motion,
            "amount": plain(self.amount),
        }


def payments_table(title: str, paid: Iterable[Payment]) -> Table:
    """Return one row for each."""
    header = (
        _("Date"),
        _("Paid to"),
        _("For"),
        _("Kind of expense"),
        _("Fund"),
        _("Reference"),
        _("Motion"),
        _("Amount"),
    )
    rows = tuple(
        (
            p.paid_on or "",
            p.payee,
            p.purpose,
            p.account,
            p.fund,
            p.reference,
            p.motion,
            p.amount,
        )
        for p in paid
    )
    return Table(title, header, rows)


def payments(period: Period) -> tuple[Payment, ...]:
    """Return what was an expense of the period: paid, voted, kept as a fee, short.

    By date; what has none, last. They add up to the expenses of the books.
    """
    spent = [*_paid(period, Kind.EXPENSE), *_voted(period)]
    spent.sort(key=lambda each: each.paid_on)
    return (*spent, *_kept(period))


def paid_of_earlier(period: Period) -> tuple[Payment, ...]:
    """Return what was paid of what was owed: an expense of the day it was voted."""
    return tuple(_paid(period, Kind.LIABILITY))


def _paid(period: Period, kind: Kind) -> Iterator[Payment]:
    rows = Expense.objects.within(period.first, period.last).filter(account__kind=kind)
    related = ("account", "fund", "authorised_by")
    for each in rows.select_related(*related).order_by("paid_on", "pk"):
        yield Payment(
            paid_on=each.paid_on,
            payee=each.payee,
            purpose=each.purpose,
            account=each.account.name,
            fund=each.fund.name,
            reference=_reference(each),
            motion=each.authorised_by.number if each.authorised_by else "",
            amount=each.amount,
        )


def _reference(expense: Expense) -> str:
    if expense.cheque_number is None:
        return expense.reference
    return _("check %s") % expense.cheque_number


def _voted(period: Period) -> Iterator[Payment]:
    """Yield each share that was voted: spent on that day, whenever it is paid.

    A vote that is taken back takes its shares back on the day of that.
    """
    rows = Distribution.objects.filter(voted_on__range=(period.first, period.last))
    rows = rows.select_related("fund", "motion", "reverses")
    rows = rows.prefetch_related("shares__account", "reverses__shares__account")
    for each in rows.order_by("voted_on", "pk"):
        voted, sign = (each.reverses, -1) if each.reverses else (each, 1)
        for share in voted.shares.all():
            yield Payment(
                paid_on=each.voted_on,
                payee=share.recipient,
                purpose=_("Passed on, as voted"),
                account=share.account.name,
                fund=each.fund.name,
                reference="",
                motion=each.motion.number if each.motion else "",
                amount=sign * share.amount,
            )


def _kept(period: Period) -> Iterator[Payment]:
    """Yield fees kept by payment services, and cash over (below zero) and short."""
    sums = (
        (Purpose.FEES, _("Fees kept by payment services"), _fees(period)),
        (Purpose.OVER_SHORT, _("Cash over and short"), _short(period)),
    )
    for purpose, words, amount in sums:
        if amount:
            name = Account.objects.get(purpose=purpose).name
            yield Payment(None, words, "", name, "", "", "", amount)


def _fees(period: Period) -> Decimal:
    received = Contribution.objects.within(period.first, period.last).exclude(fee=0)
    return received.aggregate(sum=Sum("fee", default=ZERO))["sum"]


def _short(period: Period) -> Decimal:
    """Return by how much the cash counted was less than the cash entered."""
    counted = Collection.objects.filter(
        collected_on__range=(period.first, period.last), entry__isnull=False
    )
    sums = counted.aggregate(
        cash=Sum("cash", default=ZERO), counted=Sum("counted", default=ZERO)
    )
    return sums["cash"] - sums["counted"]
