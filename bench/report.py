"""The treasurer’s report over 100,000 postings, beside the same sums in raw SQL."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from bench.timing import Figure, median
from intergroup.kit.dates import Period
from intergroup.registry.models import Group
from treasury.actions.contributions import record_contributions
from treasury.models import Account, Contribution, Fund, Posting
from treasury.reports.treasurer import treasurers_report

PERIOD = Period(date(2025, 6, 1), date(2025, 6, 30))
ROWS = 50_000


def measure() -> Iterator[Figure]:
    """Yield the report against its sums in raw SQL."""
    _fill()
    assert Posting.objects.count() == 2 * ROWS
    ours = median(lambda: treasurers_report(PERIOD))
    yield Figure("treasurer’s report, 100,000 postings", ours, median(_raw), 2)


def _fill() -> None:
    chance = random.Random(7)
    groups = [
        Group(number=n, name=f"Group {n}", status="active") for n in range(1, 301)
    ]
    Group.objects.bulk_create(groups)
    fund = Fund.objects.get(purpose="operating")
    bank = Account.objects.get(purpose="bank")
    contributions = [
        Contribution(
            received_on=date(2021, 1, 1) + timedelta(days=chance.randrange(1820)),
            source="group",
            group=chance.choice(groups),
            amount=Decimal(chance.randint(100, 50_000)).scaleb(-2),
            fund=fund,
            account=bank,
        )
        for _ in range(ROWS)
    ]
    record_contributions(contributions, recorded_by=None)


def _raw() -> None:
    """Add up by hand what the report shows: two sums of the ledger, one of givers."""
    sums = (
        "SELECT account_id, fund_id, sum(amount) FROM treasury_posting "
        "WHERE {} GROUP BY 1, 2"
    )
    given = (
        "SELECT g.number, g.name, sum(CASE WHEN received_on BETWEEN %s AND %s "
        "THEN amount ELSE 0 END), sum(amount) FROM treasury_contribution c "
        "JOIN registry_group g ON g.id = c.group_id "
        "WHERE received_on BETWEEN %s AND %s GROUP BY 1, 2 ORDER BY 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sums.format("dated < %s"), [PERIOD.first])
        cursor.fetchall()
        cursor.execute(
            sums.format("dated BETWEEN %s AND %s"), [PERIOD.first, PERIOD.last]
        )
        cursor.fetchall()
        days = [PERIOD.first, PERIOD.last, date(2025, 1, 1), PERIOD.last]
        cursor.execute(given, days)
        cursor.fetchall()
