"""What the body voted to pass on: what is paid of it, and what is still to be paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Distribution, DistributionShare, Expense, Posting


@dataclass(frozen=True, slots=True)
class Share:
    """What one recipient gets; ``paid_on`` is None while it is still to be paid."""

    pk: int
    recipient: str
    account: str
    percent: Decimal
    amount: Decimal
    paid_on: date | None

    @property
    def paid(self) -> Decimal:
        """What of it is paid: all or nothing."""
        return self.amount if self.paid_on else ZERO

    def cells(self) -> tuple[object, ...]:
        """Return what stands in the columns of a spreadsheet."""
        figures = (self.percent, self.amount, self.paid_on)
        return (self.recipient, self.account, *figures)


@dataclass(frozen=True, slots=True)
class Voted:
    """A sum that was voted, as things stood at the end of a day.

    ``taken_back_on`` is the day on which the vote was taken back, if it was; then
    nothing of it is to be paid any more.
    """

    pk: int
    voted_on: date
    amount: Decimal
    plan: str
    fund: str
    motion: str
    taken_back_on: date | None
    shares: tuple[Share, ...]

    @property
    def paid(self) -> Decimal:
        """What of it is paid."""
        return total(each.paid for each in self.shares)

    @property
    def unpaid(self) -> Decimal:
        """What of it is still to be paid."""
        return ZERO if self.taken_back_on else self.amount - self.paid


@dataclass(frozen=True, slots=True)
class Distributions:
    """What was voted in a period, and what is still to be paid at its end."""

    period: Period
    currency: str
    voted: tuple[Voted, ...]
    unpaid: tuple[Voted, ...]
    unpaid_total: Decimal
    in_books: Decimal

    @property
    def voted_total(self) -> Decimal:
        """What was voted in the period and not taken back by its end."""
        return total(each.amount for each in self.voted if not each.taken_back_on)

    @property
    def other(self) -> Decimal:
        """What the books owe as voted beside these, such as a balance brought here."""
        return self.in_books - self.unpaid_total

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "voted": [_as_json(each) for each in self.voted],
            "voted_total": plain(self.voted_total),
            "unpaid": [_as_json(each) for each in self.unpaid],
            "unpaid_total": plain(self.unpaid_total),
            "in_books": plain(self.in_books),
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the shares voted in the period, and all that are still to be paid."""
        return (
            _table(_("Passed on"), self.voted),
            _table(_("Voted and not yet paid"), self.unpaid, is_open=True),
        )


@reports.report(
    "distribution",
    title=gettext_lazy("Passed on"),
    description=gettext_lazy(
        "What was voted to be passed on, by which plan, and what of it is paid."
    ),
    order=65,
    asks="period",
    permission="treasury.view_distribution",
    template="treasury/report/distribution.html",
)
def distribution_report(period: Period) -> Distributions:
    """Return what was voted in the period, and what was unpaid at its end."""
    unpaid = voted_and_unpaid(period.last)
    return Distributions(
        period=period,
        currency=Body.objects.current().currency,
        voted=distributions_in(period),
        unpaid=unpaid,
        unpaid_total=total(each.unpaid for each in unpaid),
        in_books=_owed_as_voted(period.last),
    )


def distributions_in(period: Period) -> tuple[Voted, ...]:
    """Return what was voted in the period, as things stood at its end, by day."""
    voted = Distribution.objects.filter(voted_on__range=(period.first, period.last))
    return _told(voted, period.last)


def voted_and_unpaid(day: date) -> tuple[Voted, ...]:
    """Return what was voted and not wholly paid at the end of ``day``, by day."""
    told = _told(Distribution.objects.filter(voted_on__lte=day), day)
    return tuple(each for each in told if each.unpaid)


def _told(voted: QuerySet[Distribution], day: date) -> tuple[Voted, ...]:
    """Return the distributions, without the rows that only take one back."""
    live = Q(reversed_by=None) | Q(reversed_by__paid_on__gt=day)
    payments = Expense.objects.filter(live, reverses=None, paid_on__lte=day)
    shares = DistributionShare.objects.select_related("account").prefetch_related(
        Prefetch("payments", payments, to_attr="live_payments")
    )
    related = ("plan", "fund", "motion", "reversed_by")
    rows = voted.filter(reverses=None).select_related(*related)
    rows = rows.prefetch_related(Prefetch("shares", shares.order_by("pk")))
    return tuple(_voted(each, day) for each in rows.order_by("voted_on", "pk"))


def _voted(distribution: Distribution, day: date) -> Voted:
    mirror = getattr(distribution, "reversed_by", None)
    is_back = mirror is not None and mirror.voted_on <= day
    return Voted(
        pk=distribution.pk,
        voted_on=distribution.voted_on,
        amount=distribution.amount,
        plan=distribution.plan.name,
        fund=distribution.fund.name,
        motion=distribution.motion.number if distribution.motion else "",
        taken_back_on=mirror.voted_on if is_back else None,
        shares=tuple(map(_share, distribution.shares.all())),
    )


def _share(share: DistributionShare) -> Share:
    paid = [each.paid_on for each in share.live_payments]
    return Share(
        pk=share.pk,
        recipient=share.recipient,
        account=share.account.name,
        percent=share.percent,
        amount=share.amount,
        paid_on=max(paid, default=None),
    )


def _owed_as_voted(day: date) -> Decimal:
    booked = Posting.objects.posted().up_to(day)
    voted = booked.filter(account__purpose=Account.Purpose.VOTED)
    return -voted.aggregate(sum=Sum("amount", default=ZERO))["sum"]


def _as_json(voted: Voted) -> dict[str, object]:
    taken_back_on = voted.taken_back_on
    return {
        "voted_on": voted.voted_on.isoformat(),
        "amount": plain(voted.amount),
        "plan": voted.plan,
        "fund": voted.fund,
        "motion": voted.motion,
        "taken_back_on": taken_back_on and taken_back_on.isoformat(),
        "unpaid": plain(voted.unpaid),
        "shares": [
            {
                "recipient": each.recipient,
                "account": each.account,
                "percent": plain(each.percent),
                "amount": plain(each.amount),
                "paid_on": each.paid_on and each.paid_on.isoformat(),
            }
            for each in voted.shares
        ],
    }


def _table(title: str, voted: tuple[Voted, ...], *, is_open: bool = False) -> Table:
    """Return a row for each share; with ``is_open``, only those still to be paid."""
    header = (
        *(_("Voted on"), _("Motion"), _("Plan"), _("To"), _("Kind of expense")),
        *(_("Per cent"), _("Amount"), _("Paid on"), _("Taken back on")),
    )
    rows = tuple(
        (v.voted_on, v.motion, v.plan, *s.cells(), v.taken_back_on)
        for v in voted
        for s in v.shares
        if not is_open or (s.amount and not s.paid_on)
    )
    return Table(title, header, rows)
