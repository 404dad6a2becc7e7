"""The registers of what came in: contributions, receipts, other income, deposits."""

from collections.abc import Iterable

from django.db.models import Count, F, Max, Min
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from treasury.models import Collection, Contribution, Deposit, Identification
from treasury.models import OtherIncome as Income


def contributions(period: Period) -> Table:
    """Return every contribution and correction, by day; members by receipt only."""
    rows = Contribution.objects.within(period.first, period.last)
    rows = rows.select_related("group", "fund", "account", "entry", "reverses")
    header = (
        *(_("Receipt"), _("Received on"), _("From"), _("Group"), _("Amount")),
        *(_("Fee"), _("Method"), _("Reference"), _("Fund"), _("Into")),
        *(_("Takes back receipt"), _("Entry")),
    )
    written = tuple(
        (
            *(each.receipt, each.received_on, each.get_source_display()),
            *(str(each.group or ""), each.amount, each.fee),
            *(each.get_method_display(), each.reference, each.fund.name),
            *(each.account.name, each.reverses.receipt if each.reverses else ""),
            each.entry.number,
        )
        for each in rows.order_by("received_on", "pk")
    )
    return Table(_("Contributions"), header, written)


def identifications(period: Period) -> Table:
    """Return the contributions whose group was found, on the day it was."""
    rows = Identification.objects.filter(
        identified_on__range=(period.first, period.last)
    ).select_related("contribution", "group", "entry")
    header = (
        *(_("Receipt"), _("Identified on"), _("From"), _("Group")),
        *(_("Amount"), _("Entry")),
    )
    written = tuple(
        (
            *(each.contribution.receipt, each.identified_on),
            *(each.get_source_display(), str(each.group or "")),
            *(each.amount, each.entry.number),
        )
        for each in rows.order_by("identified_on", "pk")
    )
    return Table(_("Identified later"), header, written)


def receipts(period: Period) -> Table:
    """Return the first, the last and the number of receipts of each year touched."""
    years = range(period.first.year, period.last.year + 1)
    rows = Contribution.objects.filter(receipt_year__in=years).order_by("receipt_year")
    counted = rows.values_list("receipt_year").annotate(
        Min("receipt_number"), Max("receipt_number"), Count("pk")
    )
    header = (_("Year"), _("First"), _("Last"), _("Written"), _("Gaps"))
    written = tuple(
        (year, first, last, number, last - first + 1 - number)
        for year, first, last, number in counted
    )
    return Table(_("Receipts"), header, written)


def other_income(period: Period) -> Table:
    """Return income that is no contribution, and its corrections."""
    rows = Income.objects.within(period.first, period.last)
    rows = rows.select_related("account", "fund", "paid_into", "entry")
    header = (
        *(_("Received on"), _("For"), _("Kind"), _("Amount"), _("Fund")),
        *(_("Into"), _("Reference"), _("Entry")),
    )
    written = tuple(
        (
            *(each.received_on, each.purpose, each.account.name, each.amount),
            *(each.fund.name, each.paid_into.name, each.reference, each.entry.number),
        )
        for each in rows.order_by("received_on", "pk")
    )
    return Table(_("Other income"), header, written)


def collections(period: Period) -> Table:
    """Return what was counted, by whom, and why it differed where it did."""
    rows = Collection.objects.filter(collected_on__range=(period.first, period.last))
    header = (
        *(_("Collected on"), _("Counted by"), _("And by"), _("Cash entered")),
        *(_("Counted"), _("Difference"), _("Explanation")),
    )
    written = tuple(
        (
            *(each.collected_on, each.first_counter, each.second_counter, each.cash),
            *(each.counted, each.difference, each.explanation),
        )
        for each in _with_difference(rows.order_by("collected_on", "pk"))
    )
    return Table(_("Collections"), header, written)


def _with_difference(rows: object) -> Iterable[Collection]:
    return rows.annotate(difference=F("counted") - F("cash"))


def deposits(period: Period) -> Table:
    """Return each slip with the entries on it."""
    rows = Deposit.objects.filter(deposited_on__range=(period.first, period.last))
    rows = rows.select_related("to_account", "entry").prefetch_related("items__entry")
    header = (
        *(_("Deposited on"), _("Into"), _("Slip"), _("Amount"), _("Entry")),
        _("Entries on it"),
    )
    written = tuple(
        (
            *(each.deposited_on, each.to_account.name, each.reference, each.amount),
            *(each.entry.number, _numbers(each)),
        )
        for each in rows.order_by("deposited_on", "pk")
    )
    return Table(_("Deposits"), header, written)


def _numbers(deposit: Deposit) -> str:
    return ", ".join(str(item.entry.number) for item in deposit.items.all())


REGISTERS = {
    "contributions": contributions,
    "identified-later": identifications,
    "receipts": receipts,
    "other-income": other_income,
    "collections": collections,
    "deposits": deposits,
}
