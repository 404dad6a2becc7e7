"""Books of any size: written straight into the tables, closed by the real action."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from bench.timing import prepare_database
from intergroup.kit import bulk
from intergroup.kit.dates import Period, add_months
from intergroup.kit.guards import lifted
from intergroup.registry.models import Group
from treasury.actions.months import close_month, next_to_close
from treasury.guards import GUARDS
from treasury.models import (
    Account,
    ClosedMonth,
    Contribution,
    Entry,
    Fund,
    Posting,
    PresentedReport,
)

HISTORY = Period(date(2016, 1, 1), date(2024, 12, 31))
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
GROUPS = 300
ENTRY = ["id", "number", "dated", "memo", "status", "posted_at", "seal"]
POSTING = ["entry_id", "dated", "account_id", "fund_id", "amount"]
CONTRIBUTION = [
    *("received_on", "source", "group_id", "marked", "event", "contributor"),
    *("amount", "fee", "method", "reference", "fund_id", "account_id", "entry_id"),
    *("import_key", "receipt_year", "receipt_number"),
]


def fill(*, before: int, within: int) -> None:
    """Make new books: so many contributions before the last year, so many in it.

    Each is an entry with two postings.
    """
    prepare_database()
    groups = [
        Group(number=n, name=f"Group {n}", status="active")
        for n in range(1, GROUPS + 1)
    ]
    Group.objects.bulk_create(groups)
    chance = random.Random(7)
    days = [*_days(HISTORY, before, chance), *_days(YEAR, within, chance)]
    rows = list(_rows(sorted(days), chance))
    with lifted(GUARDS, connection), transaction.atomic():
        bulk.insert(Entry, ENTRY, (entry for entry, _lines, _given in rows))
        lines = (line for _entry, lines, _given in rows for line in lines)
        bulk.insert(Posting, POSTING, lines)
        bulk.insert(Contribution, CONTRIBUTION, (given for _e, _l, given in rows))
    assert Posting.objects.count() == 2 * (before + within)


def close_through(first: date) -> None:
    """Close every month up to the one that begins on ``first``, with its report."""
    while (month := next_to_close()) <= first:
        closed = ClosedMonth(first_on=month)
        report = PresentedReport(
            report="treasurer",
            first_on=month,
            last_on=closed.period.last,
            status="final",
            figures={"closing": "0.00"},
            pdf=b"%PDF-",
            seal=Entry.objects.last_seal(),
        )
        close_month(closed, today=add_months(month, 1), closed_by=None, report=report)


def _days(period: Period, count: int, chance: random.Random) -> Iterator[date]:
    length = (period.last - period.first).days + 1
    for _each in range(count):
        yield period.first + timedelta(days=chance.randrange(length))


def _rows(days: list[date], chance: random.Random) -> Iterator[tuple]:
    """Yield the columns of an entry, of its two lines and of its contribution."""
    fund = Fund.objects.get(purpose="operating").pk
    accounts = Account.objects.by_purpose()
    bank, income = accounts["bank"].pk, accounts["group-contributions"].pk
    groups = list(Group.objects.values_list("pk", flat=True))
    posted_at = connection.ops.adapt_datetimefield_value(timezone.now())
    receipts: dict[int, int] = {}
    for number, day in enumerate(days, start=1):
        cents, group = chance.randint(100, 50_000), chance.choice(groups)
        receipts[day.year] = receipts.get(day.year, 0) + 1
        receipt = (day.year, receipts[day.year])
        yield (
            (number, number, day, "Given", "posted", posted_at, f"{number:064x}"),
            ((number, day, bank, fund, cents), (number, day, income, fund, -cents)),
            (
                *(day, "group", group, "", "", "", cents, 0, "", ""),
                *(fund, bank, number, "", *receipt),
            ),
        )
