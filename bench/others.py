"""The treasurer’s report beside hledger’s own balances of the same books."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import connection

from bench.books import close_through, fill
from bench.report import LAST_CLOSED, PERIOD
from bench.timing import Figure, median, once
from treasury.reports.treasurer import treasurers_report

LINES = (
    "SELECT e.id, e.dated, a.code, f.name, p.amount FROM treasury_posting p "
    "JOIN treasury_entry e ON e.id = p.entry_id "
    "JOIN treasury_account a ON a.id = p.account_id "
    "JOIN treasury_fund f ON f.id = p.fund_id ORDER BY e.id"
)


def measure() -> Iterator[Figure]:
    """Yield the report over 200,000 postings."""
    yield from _measure(100_000, faster_open=30, faster_closed=100)


def measure_million() -> Iterator[Figure]:
    """Yield the report over a million postings; hledger wants some gigabytes."""
    yield from _measure(500_000, faster_open=300, faster_closed=300)


def _measure(
    contributions: int, *, faster_open: int, faster_closed: int
) -> Iterator[Figure]:
    fill(before=contributions - 5_000, within=5_000)
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "books.journal"
        _export(journal)
        theirs = once(lambda: _balances(journal))
    told = f"treasurer’s report, {2 * contributions:,} postings, beside hledger’s"
    ours = median(lambda: treasurers_report(PERIOD))
    yield Figure(f"{told} balances, all open", ours, theirs, 1 / faster_open)
    close_through(LAST_CLOSED)
    ours = median(lambda: treasurers_report(PERIOD))
    yield Figure(f"{told} balances, all closed", ours, theirs, 1 / faster_closed)


def _export(path: Path) -> None:
    """Write the journal as export_books does, line by line, without its seals."""
    last = None
    with connection.cursor() as cursor, path.open("w") as file:
        cursor.execute(LINES)
        for entry, dated, code, fund, cents in cursor.fetchall():
            if entry != last:
                file.write(f"\n{str(dated)[:10]} * ({entry}) Given\n")
                last = entry
            sign, cents = ("-", -cents) if cents < 0 else ("", cents)
            amount = f"{sign}{cents // 100}.{cents % 100:02}"
            file.write(f"    {code}:{fund}  USD {amount}\n")


def _balances(journal: Path) -> None:
    hledger = shutil.which("hledger")
    assert hledger, "hledger is not installed: bin/test --setup-only gets it"
    period = f"{PERIOD.first}..{date(2025, 7, 1)}"
    command = [hledger, "balance", "-f", str(journal), "-p", period, "--historical"]
    subprocess.run(command, check=True, capture_output=True)
