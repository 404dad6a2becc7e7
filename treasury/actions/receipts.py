"""Numbering receipts: one after the other in each year, without a gap."""

from collections.abc import Iterable

from django.db.models import Max

from treasury.models import Contribution


def number_receipts(contributions: Iterable[Contribution]) -> None:
    """Give each unsaved contribution the next number of the year it was received in.

    Call it while the books are held, right before the rows are written; the database
    refuses a number that is not the next. A correction has no receipt.
    """
    received = [each for each in contributions if not each.reverses_id]
    last = _last_numbers({each.received_on.year for each in received})
    for each in received:
        year = each.received_on.year
        last[year] = last.get(year, 0) + 1
        each.receipt_year, each.receipt_number = year, last[year]


def _last_numbers(years: Iterable[int]) -> dict[int, int]:
    rows = Contribution.objects.filter(receipt_year__in=years).order_by()
    return dict(rows.values_list("receipt_year").annotate(Max("receipt_number")))
