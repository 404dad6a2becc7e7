"""The treasurer’s report beside its sums in raw SQL, and behind closed months."""

from collections.abc import Iterator
from datetime import date

from django.db import connection

from bench.books import close_through, fill
from bench.timing import Figure, median
from intergroup.kit.dates import Period
from treasury.reports.treasurer import treasurers_report

PERIOD = Period(date(2025, 6, 1), date(2025, 6, 30))
LAST_CLOSED = date(2025, 11, 1)
SMALL, YEAR = 50_000, 5_000  # contributions, of two postings each


def measure() -> Iterator[Figure]:
    """Yield the report over 100,000 postings."""
    fill(before=SMALL - YEAR, within=YEAR)
    ours = median(_report)
    yield Figure("treasurer’s report, 100,000 postings", ours, median(_raw), 2)


def measure_million() -> Iterator[Figure]:
    """Yield the report over a million postings, all open and then all closed."""
    fill(before=SMALL - YEAR, within=YEAR)
    close_through(LAST_CLOSED)
    small = median(_report)
    fill(before=10 * SMALL - YEAR, within=YEAR)
    ours = median(_report)
    yield Figure("treasurer’s report, 1,000,000 postings", ours, median(_raw), 1.5)
    close_through(LAST_CLOSED)
    told = "the same year behind ten times the history, all closed"
    yield Figure(told, median(_report), small, 1.2)
    fill(before=10 * (SMALL - YEAR), within=10 * YEAR)
    close_through(LAST_CLOSED)
    told = "a year ten times as busy behind ten times the history, all closed"
    yield Figure(told, median(_report), small, 1.2)


def _report() -> None:
    treasurers_report(PERIOD)


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
