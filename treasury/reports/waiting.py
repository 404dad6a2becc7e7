"""What waits for those who look after the money, each with how much it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.money import ZERO, total
from intergroup.registry.models import Body, User
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import (
    Bill,
    ClosedMonth,
    Contribution,
    DistributionShare,
    OutsideOffer,
    RecurringBill,
    StatementLine,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of thing that waits: a sentence, a sum if any, and where it is done.

    ``page`` is the name of the page, ``query`` what stands behind its address.
    """

    told: str
    amount: Decimal | None
    page: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits; nothing for what is in order."""

    currency: str
    items: tuple[Item, ...]


def waiting(user: User, day: date) -> Waiting:
    """Return what waits for the treasurer on ``day``; ``user`` may approve bills."""
    found = (
        _to_identify(),
        _to_deposit(),
        _to_approve(user, day),
        _to_open_again(user),
        _to_pay(),
        _to_pass_on(),
        _on_statements(),
        _to_return(),
        _recurring(day),
    )
    items = tuple(item for items in found for item in items)
    return Waiting(Body.objects.current().currency, items)


def approvals(user: User, day: date) -> Waiting | None:
    """Return what waits for this person’s yes, or nothing."""
    items = (*_to_approve(user, day), *_to_open_again(user))
    return Waiting(Body.objects.current().currency, items) if items else None


def _to_identify() -> Iterator[Item]:
    rows = Contribution.objects.unidentified()
    if count := rows.count():
        told = ngettext(
            "%s contribution to identify", "%s contributions to identify", count
        )
        yield Item(told % count, _sum(rows), "treasury:unidentified")


def _to_deposit() -> Iterator[Item]:
    undeposited = waiting_to_be_deposited()
    if undeposited.items:
        told = _("Received and not yet deposited")
        yield Item(told, undeposited.total, "treasury:deposit")


def _to_approve(user: User, day: date) -> Iterator[Item]:
    rows = Bill.objects.waiting_for(user, day=day)
    if count := rows.count():
        told = ngettext(
            "%s bill waits for your approval",
            "%s bills wait for your approval",
            count,
        )
        page = "admin:treasury_bill_changelist"
        yield Item(told % count, _sum(rows), page, "?state=mine")


def _to_open_again(user: User) -> Iterator[Item]:
    asked = ClosedMonth.objects.closed().filter(reopen_asked_by__isnull=False)
    if not user.has_perm("treasury.reopen_closedmonth"):
        return
    if count := asked.exclude(reopen_asked_by=user).count():
        told = ngettext(
            "%s month to be opened again waits for you to confirm it",
            "%s months to be opened again wait for you to confirm them",
            count,
        )
        yield Item(told % count, None, "treasury:month-end")


def _to_pay() -> Iterator[Item]:
    rows = Bill.objects.approved_unpaid()
    if count := rows.count():
        told = ngettext("%s approved bill to pay", "%s approved bills to pay", count)
        page = "admin:treasury_bill_changelist"
        yield Item(told % count, _sum(rows), page, "?state=approved")


def _to_pass_on() -> Iterator[Item]:
    live = Q(payments__reverses__isnull=True, payments__reversed_by__isnull=True)
    voted = DistributionShare.objects.filter(
        distribution__reverses__isnull=True, distribution__reversed_by__isnull=True
    )
    paid = DistributionShare.objects.filter(live, payments__isnull=False)
    rows = voted.exclude(pk__in=paid.values("pk"))
    if count := rows.count():
        told = ngettext(
            "%s share voted and not yet paid", "%s shares voted and not yet paid", count
        )
        page = "admin:treasury_distribution_changelist"
        yield Item(told % count, _sum(rows), page)


def _on_statements() -> Iterator[Item]:
    rows = StatementLine.objects.filter(clearings__isnull=True)
    rows = rows.filter(statement__reconciled_at__isnull=True)
    if count := rows.count():
        told = ngettext(
            "%s line of a statement to go through",
            "%s lines of statements to go through",
            count,
        )
        moved = total(abs(each) for each in rows.values_list("amount", flat=True))
        yield Item(told % count, moved, "treasury:reconcile")


def _to_return() -> Iterator[Item]:
    rows = OutsideOffer.objects.filter(returned_on__isnull=True)
    if rows.exists():
        told = _("Outside money to be returned")
        page = "admin:treasury_outsideoffer_changelist"
        yield Item(told, _sum(rows), page)


def _recurring(day: date) -> Iterator[Item]:
    rows = RecurringBill.objects.filter(next_on__lte=day)
    rows = rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    if count := rows.count():
        told = ngettext(
            "%s recurring bill has come round",
            "%s recurring bills have come round",
            count,
        )
        page = "admin:treasury_recurringbill_changelist"
        yield Item(told % count, _sum(rows), page)


def _sum(rows: QuerySet) -> Decimal:
    return rows.order_by().aggregate(sum=Sum("amount", default=ZERO))["sum"]
