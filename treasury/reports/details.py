"""The lines behind the sums: each group’s contributions, each payment."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period, fiscal_year
from intergroup.kit.money import ZERO, total
from intergroup.registry.models import Body
from treasury.models import Contribution, Expense


@dataclass(frozen=True, slots=True)
class GroupLine:
    """What a group contributed in the period, and in the fiscal year up to its end."""

    number: int | None
    name: str
    amount: Decimal
    year: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """Something paid: to a business or a position, never to a named person."""

    paid_on: date
    payee: str
    purpose: str
    account: str
    fund: str
    reference: str
    motion: str
    amount: Decimal


def group_lines(period: Period) -> tuple[tuple[GroupLine, ...], GroupLine]:
    """Return the groups that gave this year or period, by number, and their sum."""
    year = fiscal_year(
        period.last, first_month=Body.objects.current().fiscal_year_begins
    )
    in_period = Q(received_on__range=(period.first, period.last))
    in_year = Q(received_on__range=(year.first, period.last))
    rows = (
        Contribution.objects.filter(in_period | in_year, group__isnull=False)
        .values_list("group__number", "group__name")
        .annotate(
            period=Sum("amount", filter=in_period, default=ZERO),
            year=Sum("amount", filter=in_year, default=ZERO),
        )
        .order_by("group__number")
    )
    lines = tuple(GroupLine(*row) for row in rows)
    in_all = GroupLine(
        number=None,
        name=_("All groups"),
        amount=total(each.amount for each in lines),
        year=total(each.year for each in lines),
    )
    return lines, in_all


def payments(period: Period) -> tuple[Payment, ...]:
    """Return every payment of the period, by date."""
    rows = Expense.objects.within(period.first, period.last).order_by("paid_on", "pk")
    return tuple(
        Payment(
            paid_on=each.paid_on,
            payee=each.payee,
            purpose=each.purpose,
            account=each.account.name,
            fund=each.fund.name,
            reference=each.reference,
            motion=each.authorised_by.number if each.authorised_by else "",
            amount=each.amount,
        )
        for each in rows.select_related("account", "fund", "authorised_by")
    )
