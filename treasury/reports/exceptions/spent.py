"""Out of the ordinary in what was paid: check numbers, vouchers, approvals."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import Period
from treasury.models import Account, Expense, Policy, VoidCheque
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
    """Numbers between two checks of an account that paid nothing and are not void."""
    for account, numbers in _numbers().items():
        for (before, _on), (after, on) in pairwise(sorted(numbers.items())):
            if on in period and after - before > 1:
                yield of(account, _told_gap(account, before + 1, after - 1), on)


def _numbers() -> dict[Account, dict[int, date]]:
    """Return the check numbers of each account, and the day each was first used."""
    paid = Expense.objects.filter(reverses__isnull=True, cheque_number__isnull=False)
    void = VoidCheque.objects.values_list("account_id", "number", "voided_on")
    accounts = Account.objects.in_bulk()
    found = defaultdict(dict)
    for pk, number, on in (
        *void,
        *paid.values_list("paid_from_id", "cheque_number", "paid_on"),
    ):
        found[accounts[pk]][number] = on
    return found


def _told_gap(account: Account, first: int, last: int) -> str:
    if first == last:
        told = _("Check %(first)s of %(account)s is in no payment and is not void.")
    else:
        told = _(
            "Checks %(first)s to %(last)s of %(account)s are in no payment and are not "
            "void."
        )
    return told % {"first": first, "last": last, "account": account.name}


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
