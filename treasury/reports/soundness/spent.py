"""What was spent and moved: expenses, what is passed on, transfers, bills."""

import hashlib
from collections.abc import Iterator

from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO
from treasury.models import (
    Account,
    Bill,
    Distribution,
    DistributionShare,
    Expense,
    Transfer,
    Voucher,
)
from treasury.reports.soundness.comparing import adrift, mirrored, unlike

SAME_FUND = Q(entry__postings__fund=F("fund"))


def _expenses() -> Iterator[str]:
    rows = Expense.objects.all()
    spent = Q(entry__postings__account=F("account")) & SAME_FUND
    yield from unlike(rows, spent)
    paid = Q(entry__postings__account=F("paid_from")) & SAME_FUND
    yield from unlike(rows, paid, sign=-1)
    yield from adrift(rows, "paid_on")
    yield from mirrored(Expense, ("account", "fund", "paid_from"))


def _transfers() -> Iterator[str]:
    for end, sign in (("to", 1), ("from", -1)):
        there = Q(
            entry__postings__account=F(f"{end}_account"),
            entry__postings__fund=F(f"{end}_fund"),
        )
        yield from unlike(Transfer.objects.all(), there, sign=sign)
    yield from adrift(Transfer.objects.all(), "moved_on")


def _distributions() -> Iterator[str]:
    """Hold what is passed on against its shares and its entry, to the cent."""
    rows = Distribution.objects.all()
    owed = Q(entry__postings__account__purpose=Account.Purpose.VOTED) & SAME_FUND
    yield from unlike(rows, owed, sign=-1)
    yield from adrift(rows, "voted_on")
    yield from mirrored(Distribution, ("plan", "fund"))
    voted = rows.filter(reverses__isnull=True)
    for each in voted.annotate(shared=Sum("shares__amount", default=ZERO)):
        if each.shared != each.amount:
            yield _("The shares of what was voted on %s do not add up to it.") % each


def _shares() -> Iterator[str]:
    """Tell of shares that were paid twice, in part, or after the vote was undone."""
    for each in DistributionShare.objects.annotate(
        paid=Sum("payments__amount", default=ZERO)
    ).exclude(paid=ZERO):
        undone = Distribution.objects.filter(reverses=each.distribution_id)
        if each.paid != each.amount or undone.exists():
            yield _("The share of %s was not paid as it was voted.") % each.recipient


def _bills() -> Iterator[str]:
    """Tell of bills that were paid twice, for another amount, or without a yes."""
    live = Q(payments__reverses__isnull=True, payments__reversed_by__isnull=True)
    paid = Bill.objects.filter(live, payments__isnull=False)
    for each in paid.values("pk").annotate(n=Count("payments")).filter(n__gt=1):
        yield _("Bill %s was paid more than once.") % each["pk"]
    for each in paid.exclude(payments__amount=F("amount")).distinct():
        yield _("“%s” was paid with another amount.") % each
    for each in paid.distinct().annotate(yes=Count("approvals", distinct=True)):
        if each.yes < each.approvals_needed:
            yield _("“%s” was paid without the approvals it needs.") % each


def _vouchers() -> Iterator[str]:
    """Take the fingerprint of each paper again, one at a time."""
    for each in Voucher.objects.iterator(chunk_size=1):
        if hashlib.sha256(bytes(each.content)).hexdigest() != each.sha256:
            yield _("The voucher “%s” is not as it was added.") % each


CHECKS = (_expenses, _transfers, _distributions, _shares, _bills, _vouchers)
