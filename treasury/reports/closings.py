"""What closed months are good for, and what changed after they were presented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum

from intergroup.kit.dates import ONE_DAY, Period
from intergroup.kit.money import ZERO
from treasury.models import (
    Account,
    ClosedMonth,
    Entry,
    MonthContribution,
    Posting,
    PresentedReport,
)

TREASURERS = "treasurer"  # the report that a closed month is presented with

Giver = tuple[str, int | None]  # the source, and the id of the group if it is one


@dataclass(frozen=True, slots=True)
class Reopening:
    """A closed month that was opened again, by whom and why."""

    month: Period
    opened_on: date
    reason: str
    asked_by: str
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that changes what an earlier period was presented with.

    ``belongs_on`` is the earlier day that it is about, ``amount`` what the entry moves,
    ``net`` what the body has more (above zero) or less because of it.
    """

    dated: date
    number: int
    what: str
    belongs_on: date
    amount: Decimal
    net: Decimal

    @property
    def is_correction(self) -> bool:
        """Whether it takes back an earlier entry, rather than being dated there."""
        return self.dated != self.belongs_on


def reopenings(period: Period) -> tuple[Reopening, ...]:
    """Return the months opened again in the period, and those of it opened at all."""
    opened = Q(reopened_at__date__range=(period.first, period.last))
    touched = Q(first_on__range=(period.first.replace(day=1), period.last))
    months = ClosedMonth.objects.filter(reopened_at__isnull=False)
    rows = months.filter(opened | touched).order_by("reopened_at", "first_on")
    people = ("reopen_asked_by__person", "reopened_by__person")
    return tuple(_reopening(each) for each in rows.select_related(*people))


def changes_to_earlier_periods(period: Period) -> tuple[Change, ...]:
    """Return what this period’s books change in what was presented before it.

    Entries of the period that take back earlier ones, and entries of earlier days that
    were posted after the last final report before the period, by number.
    """
    taken_back = Entry.objects.posted().filter(
        dated__range=(period.first, period.last), reverses__dated__lt=period.first
    )
    rows = {each.pk: each for each in _with_origin(taken_back)}
    rows.update({each.pk: each for each in _with_origin(_posted_late(period))})
    moved = _moved_by(rows)
    in_order = sorted(rows.values(), key=lambda each: each.number)
    return tuple(_change(each, *moved[each.pk]) for each in in_order)


def credited_in_closed(
    period: Period,
) -> tuple[list[tuple[Giver, date, Decimal]], list[Period]]:
    """Return what closed months credit, and the days they leave to be read.

    First (source and group, first day of the month, amount) for each closed month that
    lies in the period and kept its figures; then the rest of the period’s days.
    """
    months = ClosedMonth.objects.kept_by(period.last).filter(first_on__gte=period.first)
    kept = list(months)
    rows = MonthContribution.objects.filter(month__in=kept).values_list(
        "source", "group_id", "month__first_on", "amount"
    )
    credits_ = [((source, group), on, amount) for source, group, on, amount in rows]
    return credits_, list(_between([each.period for each in kept], period))


def _between(months: list[Period], period: Period) -> Iterator[Period]:
    """Yield the days of a period that are in none of the months, which are in order."""
    first = period.first
    for month in months:
        if first < month.first:
            yield Period(first, month.first - ONE_DAY)
        first = month.last + ONE_DAY
    if first <= period.last:
        yield Period(first, period.last)


def _reopening(month: ClosedMonth) -> Reopening:
    return Reopening(
        month=month.period,
        opened_on=month.reopened_on,
        reason=month.reopen_reason,
        asked_by=month.reopen_asked_by.shown_name,
        confirmed_by=month.reopened_by.shown_name,
    )


def _posted_late(period: Period) -> QuerySet[Entry]:
    """Return entries dated in a presented period, and posted after its final report.

    The report to look at is the last final one before the period: what came in before
    it was presented is known to those who read it.
    """
    final = PresentedReport.objects.filter(
        report=TREASURERS, status=PresentedReport.Status.FINAL
    )
    before = final.filter(last_on__lt=period.first)
    last = before.order_by("-last_on", "presented_at", "pk").first()
    if last is None:
        return Entry.objects.none()
    known = Entry.objects.in_order().filter(seal=last.seal).order_by("-number")
    number = known.values_list("number", flat=True).first() or 0
    return Entry.objects.posted().filter(number__gt=number, dated__lte=last.last_on)


def _with_origin(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.annotate(origin=F("reverses__memo"), origin_on=F("reverses__dated"))


def _moved_by(rows: dict[int, Entry]) -> dict[int, tuple[Decimal, Decimal]]:
    """Return what each entry moves, and what the body has more because of it."""
    has = Q(account__kind__in=(Account.Kind.ASSET, Account.Kind.LIABILITY))
    sums = Posting.objects.filter(entry__in=list(rows)).values_list("entry_id")
    return {
        entry: (moved, net)
        for entry, moved, net in sums.annotate(
            moved=Sum("amount", filter=Q(amount__gt=0)),
            net=Sum("amount", filter=has, default=ZERO),
        ).order_by()
    }


def _change(entry: Entry, amount: Decimal, net: Decimal) -> Change:
    return Change(
        dated=entry.dated,
        number=entry.number,
        what=entry.origin or entry.memo,
        belongs_on=entry.origin_on or entry.dated,
        amount=amount,
        net=net,
    )
