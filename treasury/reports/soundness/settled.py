"""What was settled: closed months, presented reports, reconciled statements."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY, month_of
from intergroup.kit.money import ZERO
from treasury.actions.months import given_in
from treasury.models import (
    ClosedMonth,
    Posting,
    PresentedReport,
    Statement,
)


def _closings() -> Iterator[str]:
    """Add the ledger up month by month to the end of each closed one, and compare."""
    held: dict[tuple[int, int], Decimal] = {}
    first = date.min
    for month in ClosedMonth.objects.closed().order_by("first_on"):
        last = month_of(month.first_on).last
        for place, amount in _moved(first, last):
            held[place] = held.get(place, ZERO) + amount
        first = last + ONE_DAY
        kept = month.balances.values_list("account_id", "fund_id", "amount")
        there = {place: amount for place, amount in held.items() if amount}
        if kept and there != {(a, f): amount for a, f, amount in kept}:
            yield _("What %s closed with is not what the books say now.") % month


def _moved(first: date, last: date) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Yield what each account of each fund moved by on these days."""
    rows = Posting.objects.posted().within(first, last)
    sums = rows.values_list("account_id", "fund_id").annotate(sum=Sum("amount"))
    for account, fund, amount in sums.order_by():
        yield (account, fund), amount


def _credited() -> Iterator[str]:
    """Add up what came in in each closed month, by giver, and compare."""
    for month in ClosedMonth.objects.with_figures():
        kept = month.contributions.values_list("source", "group_id", "amount")
        told = sorted((s, g or 0, amount) for s, g, amount in kept if amount)
        given = given_in(month.period).items()
        if told != sorted((s, g or 0, amount) for (s, g), amount in given if amount):
            yield _("What came in in %s is not what was kept of it.") % month


def _presented() -> Iterator[str]:
    """Take the fingerprints of each presented report again, one at a time."""
    for each in PresentedReport.objects.iterator(chunk_size=1):
        figures = json.dumps(each.figures, sort_keys=True, ensure_ascii=False)
        kept = (each.pdf_sha256, each.figures_sha256)
        now = (_sha256(bytes(each.pdf)), _sha256(figures.encode()))
        if now != kept:
            yield _("The report presented for %s is not as it was.") % each


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _statements() -> Iterator[str]:
    """Hold each reconciled statement’s balance against what the books have cleared."""
    for each in Statement.objects.reconciled().order_by("account", "ends_on", "pk"):
        cleared = Posting.objects.posted().filter(
            account=each.account_id,
            entry__clearings__account=each.account_id,
            entry__clearings__statement__ends_on__lte=each.ends_on,
            entry__clearings__statement__reconciled_at__isnull=False,
        )
        if cleared.aggregate(sum=Sum("amount", default=ZERO))["sum"] != each.closing:
            yield _("The statement of %s does not agree with the books.") % each


CHECKS = (_closings, _credited, _presented, _statements)
