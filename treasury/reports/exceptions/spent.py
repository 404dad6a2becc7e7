"""Out of the ordinary in what was paid: check numbers, vouchers, approvals."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import Period
from treasury.models import Expense, Policy, VoidCheque
from treasury.reports.cheques import Unused, cheque_register
from treasury.reports.exceptions.findings import Finding, day, of, teller

TWO = 2


def void_checks(period: Period) -> Iterator[Finding]:
    """Checks that were spoiled, or taken back after they were written."""
    days = (period.first, period.last)
    spoiled = VoidCheque.objects.filter(voided_on__range=days).order_by("number")
    for each in spoiled.select_related("account"):
        told = _("Check %(number)s of %(account)s was spoiled on %(day)s: %(reason)s")
        params = {"number": each.number, "account": each.account.name}
        on = each.voided_on
        yield of(each, told % {**params, "day": day(on), "reason": each.reason}, on)
    written = Expense.objects.within(*days).filter(
        reverses__cheque_number__isnull=False
    )
    for each in written.select_related("reverses__paid_from").order_by("paid_on"):
        told = _("Check %(number)s of %(account)s was taken back on %(day)s.")
        check = each.reverses
        params = {"number": check.cheque_number, "account": check.paid_from.name}
        yield of(check, told % {**params, "day": day(each.paid_on)}, each.paid_on)


def gaps(period: Period) -> Iterator[Finding]:
    """Numbers between two checks of an account that are not in these books."""
    days = urlencode({"from": period.first, "to": period.last})
    address = f"{reverse('report', args=['check-register'])}?{days}"
    for account in cheque_register(period).accounts:
        for gap in account.unused:
            yield Finding(_told_gap(gap), address=address)


def _told_gap(gap: Unused) -> str:
    if gap.first == gap.last:
        told = _("Check %(first)s of %(account)s is in no payment and is not void.")
    else:
        told = _(
            "Checks %(first)s to %(last)s of %(account)s are in no payment and are not "
            "void."
        )
    return told % {"first": gap.first, "last": gap.last, "account": gap.account}


def without_voucher(period: Period) -> Iterator[Finding]:
    """Payments of which no bill, receipt or photo is kept, nor of the bill paid."""
    cash = teller()
    papers = {"own": Count("vouchers"), "of_bill": Count("bill__vouchers")}
    for each in _live(period).annotate(**papers).filter(own=0, of_bill=0):
        told = _("No voucher is kept of %(amount)s paid to %(payee)s for %(purpose)s.")
        params = {"amount": cash(each.amount), "payee": each.payee}
        yield of(each, told % {**params, "purpose": each.purpose}, each.paid_on)


def above_the_limit(period: Period) -> Iterator[Finding]:
    """Payments above the body’s limit without two approvals, or without a motion."""
    limit = Policy.objects.current().approval_limit
    if limit is None:
        return
    cash = teller()
    large = (
        _live(period).filter(amount__gt=limit).annotate(yes=Count("bill__approvals"))
    )
    for each in large.select_related("bill", "share__distribution"):
        if parts := _not_there(each):
            told = _("%(amount)s was paid to %(payee)s, above the limit of %(limit)s:")
            params = {"amount": cash(each.amount), "payee": each.payee}
            told %= {**params, "limit": cash(limit)}
            sentence = f"{told} {'; '.join(parts)}."
            yield of(each, sentence, each.paid_on)


def _not_there(expense: Expense) -> list[str]:
    """Return what the payment does not have; a voted share needs its motion only."""
    distribution = expense.share.distribution if expense.share else None
    motions = (
        expense.authorised_by_id,
        expense.bill and expense.bill.authorised_by_id,
        distribution and distribution.motion_id,
    )
    parts = []
    if not distribution and expense.yes < TWO:
        told = ngettext("%s person approved it", "%s people approved it", expense.yes)
        parts.append(told % expense.yes)
    if not any(motions):
        parts.append(_("no motion is named"))
    return parts


def _live(period: Period) -> QuerySet[Expense]:
    """Return the payments of the period that were not taken back, by date."""
    paid = Expense.objects.within(period.first, period.last)
    paid = paid.filter(reverses__isnull=True, reversed_by__isnull=True)
    return paid.order_by("paid_on", "pk")
