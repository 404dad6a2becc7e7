"""Who is credited with what came in, on the day it was given or found out.

A contribution is credited to its group or other source on the day it was received; a
finding moves its amount from “not yet identified” to the group on the day it was found,
so that every period adds up to its own books. Closed months stand as they were kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Model, Sum

from intergroup.kit.dates import Period, month_key
from intergroup.kit.money import ZERO
from treasury.models import Contribution, Identification
from treasury.reports.closings import Giver, credited_in_closed

Source = Contribution.Source
Credit = tuple[Giver, date, Decimal]


def credited(period: Period) -> Mapping[Giver, Decimal]:
    """Return what each group and each other source is credited with in the period."""
    kept, days = credited_in_closed(period)
    found: dict[Giver, Decimal] = defaultdict(lambda: ZERO)
    for giver, _day, amount in kept:
        found[giver] += amount
    for each in days:
        for giver, amount in _in_all(each):
            found[giver] += amount
    return dict(found)


def credited_by_month(period: Period) -> Mapping[Giver, Mapping[str, Decimal]]:
    """Return the same by month (``2022-01``), both ends of the period included."""
    kept, days = credited_in_closed(period)
    found: dict[Giver, dict[str, Decimal]] = defaultdict(
        lambda: defaultdict(lambda: ZERO)
    )
    for giver, day, amount in (*kept, *(c for each in days for c in _by_day(each))):
        found[giver][month_key(day)] += amount
    return {giver: dict(months) for giver, months in found.items()}


def _in_all(period: Period) -> Iterator[tuple[Giver, Decimal]]:
    for source, group, amount in _rows(Contribution, "received_on", period):
        yield (source, group), amount
    for source, group, amount in _rows(Identification, "identified_on", period):
        yield (source, group), amount
        yield (Source.UNIDENTIFIED, None), -amount


def _by_day(period: Period) -> Iterator[Credit]:
    day = "received_on"
    for source, group, on, amount in _rows(Contribution, day, period, day):
        yield (source, group), on, amount
    day = "identified_on"
    for source, group, on, amount in _rows(Identification, day, period, day):
        yield (source, group), on, amount
        yield (Source.UNIDENTIFIED, None), on, -amount


def _rows(
    model: type[Model], day: str, period: Period, *columns: str
) -> Iterable[tuple]:
    """Add the amounts up, from the covering index alone."""
    within = {f"{day}__range": (period.first, period.last)}
    rows = model.objects.filter(**within).values_list("source", "group_id", *columns)
    return rows.annotate(sum=Sum("amount")).order_by()
