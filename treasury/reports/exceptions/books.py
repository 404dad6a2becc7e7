"""Out of the ordinary in the books themselves: corrections, dates, sums below zero."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY, Period
from intergroup.kit.money import ZERO
from treasury.models import Account, ClosedMonth, Entry, Fund, Posting
from treasury.reports.exceptions.findings import Finding, day, of, teller
from treasury.reports.soundness import check_books

LONG_AFTER = timedelta(days=60)


def corrections(period: Period) -> Iterator[Finding]:
    """Entries that take another one back."""
    days = (period.first, period.last)
    rows = Entry.objects.posted().filter(reverses__isnull=False, dated__range=days)
    for entry in rows.select_related("reverses").order_by("dated", "number"):
        told = _("Entry %(number)s takes back entry %(first)s of %(day)s: %(memo)s")
        params = {
            "number": entry.number,
            "first": entry.reverses.number,
            "day": day(entry.reverses.dated),
            "memo": entry.reverses.memo,
        }
        yield of(entry, told % params, entry.dated)


def below_zero(period: Period) -> Iterator[Finding]:
    """Accounts, and funds, that held less than nothing as a day ended."""
    lines = Posting.objects.posted()
    money = lines.filter(account__kind=Account.Kind.ASSET)
    names = dict(Account.objects.values_list("pk", "name"))
    codes = dict(Account.objects.values_list("pk", "code"))
    for pk, low in _lows(money, "account_id", period):
        query = {"from": period.first, "to": period.last, "account": codes[pk]}
        address = f"{reverse('report', args=['account-register'])}?{urlencode(query)}"
        yield Finding(_sentence(names[pk], low), low[0][0], address)
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    funds = dict(Fund.objects.values_list("pk", "name"))
    for pk, low in _lows(lines.filter(account__kind__in=kinds), "fund_id", period):
        query = urlencode({"on": low[0][0]})
        address = f"{reverse('report', args=['balances'])}?{query}"
        name = _("The fund %s") % funds[pk]
        yield Finding(_sentence(name, low), low[0][0], address)


Low = list[tuple[date, Decimal]]


def _lows(
    lines: QuerySet[Posting], column: str, period: Period
) -> Iterator[tuple[int, Low]]:
    """Yield what was below zero: the days with movements on which it was, how far."""
    before = lines.up_to(period.first - ONE_DAY).order_by().values_list(column)
    held: Mapping[int, Decimal] = defaultdict(
        lambda: ZERO, before.annotate(Sum("amount"))
    )
    moved = lines.within(period.first, period.last).values_list(column, "dated")
    found: dict[int, Low] = {
        pk: [(period.first, amount)] for pk, amount in held.items() if amount < 0
    }
    for pk, on, amount in moved.annotate(sum=Sum("amount")).order_by("dated"):
        held[pk] += amount
        if held[pk] < 0:
            found.setdefault(pk, []).append((on, held[pk]))
    yield from sorted(found.items())


def _sentence(name: str, low: Low) -> str:
    told = _("%(name)s stood below zero from %(day)s; at the lowest at %(amount)s.")
    lowest = min(amount for _day, amount in low)
    return told % {"name": name, "day": day(low[0][0]), "amount": teller()(lowest)}


def reopened(period: Period) -> Iterator[Finding]:
    """Months that were closed and opened again."""
    for month in ClosedMonth.objects.filter(reopened_at__isnull=False).order_by("pk"):
        on = timezone.localtime(month.reopened_at).date()
        if on in period:
            told = _("%(month)s was opened again on %(day)s: %(reason)s")
            params = {"month": month, "day": day(on), "reason": month.reopen_reason}
            yield of(month, told % params, on)


def long_after(period: Period) -> Iterator[Finding]:
    """Entries posted long after their date: a finding for each day of posting."""
    days = (period.first, period.last)
    rows = Entry.objects.posted().filter(dated__range=days).order_by("number")
    found = defaultdict(list)
    for entry in rows.only("number", "dated", "posted_at"):
        posted_on = timezone.localtime(entry.posted_at).date()
        if posted_on - entry.dated > LONG_AFTER:
            found[posted_on].append(entry)
    for posted_on, entries in sorted(found.items()):
        yield of(entries[0], _told_long_after(posted_on, entries), posted_on)


def _told_long_after(posted_on: date, entries: list[Entry]) -> str:
    first, last = entries[0], entries[-1]
    if first is last:
        told = _("Entry %(number)s, dated %(dated)s, was posted on %(day)s.")
        params = {"number": first.number, "dated": day(first.dated)}
        return told % {**params, "day": day(posted_on)}
    told = _(
        "%(count)s entries between %(first)s and %(last)s were posted on %(day)s, each "
        "more than %(days)s days after its date."
    )
    params = {"count": len(entries), "first": first.number, "last": last.number}
    return told % {**params, "day": day(posted_on), "days": LONG_AFTER.days}


def unsound(period: Period) -> Iterator[Finding]:
    """Return what ``check_books`` finds in all the books, of whatever period."""
    for sentence in check_books().findings:
        yield Finding(sentence)
