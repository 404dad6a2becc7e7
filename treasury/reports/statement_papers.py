"""The statements of many groups as pages to print, read in a few queries."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.template.loader import render_to_string

from intergroup.kit import pages
from intergroup.kit.dates import Period
from intergroup.kit.money import total
from intergroup.registry.models import Group
from treasury.models import Contribution, Entry, Identification

Rows = dict[int, list[tuple[date, str, Decimal]]]


def statement_papers(
    group_ids: Sequence[int], period: Period
) -> Iterator[tuple[int, str]]:
    """Yield the id of each group and its statement of the period as HTML for paper."""
    rows = _rows(group_ids, period)
    shared = pages.context(period=period, seal=Entry.objects.last_seal())
    for group in Group.objects.filter(pk__in=group_ids).order_by("number"):
        mine = sorted(rows.get(group.pk, []))
        in_all = total(amount for _day, _what, amount in mine)
        context = {**shared, "group": group, "rows": mine, "total": in_all}
        yield (
            group.pk,
            render_to_string("treasury/office/statement_batch_paper.html", context),
        )


def _rows(group_ids: Sequence[int], period: Period) -> Rows:
    found: Rows = {}
    days = (period.first, period.last)
    given = Contribution.objects.within(*days).filter(group__in=group_ids)
    for each in given:
        row = (each.received_on, each.receipt, each.amount)
        found.setdefault(each.group_id, []).append(row)
    later = Identification.objects.filter(identified_on__range=days)
    for each in later.filter(group__in=group_ids):
        row = (each.identified_on, "", each.amount)
        found.setdefault(each.group_id, []).append(row)
    return found
