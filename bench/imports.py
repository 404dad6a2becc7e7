"""Importing 10,000 contributions with their books, beside raw inserts of the same."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction

from bench.timing import Figure, once
from intergroup.kit.guards import lifted
from intergroup.registry.models import Group
from treasury.guards import GUARDS
from treasury.models import Contribution, Entry, Posting
from treasury.resources.contributions import load_contributions

ROWS = 10_000
TABLES = (Contribution, Posting, Entry)


def measure() -> Iterator[Figure]:
    """Yield the import against its floor, and the second import against the first."""
    groups = [
        Group(number=n, name=f"Group {n}", status="active") for n in range(1, 301)
    ]
    Group.objects.bulk_create(groups)
    data = spreadsheet()
    first = once(lambda: load(data))
    assert Contribution.objects.count() == ROWS
    again = once(lambda: load(data))
    rearranged = b"\n".join([*data.split(b"\n"), b""])
    same_rows = once(lambda: load(rearranged))
    assert Contribution.objects.count() == ROWS
    yield Figure("import 10,000 contributions with books", first, _floor(), 8)
    yield Figure("the same file again", again, first, 0.1)
    yield Figure("the same rows in another file", same_rows, first, 1)


def spreadsheet() -> bytes:
    """Return 10,000 rows over three years, as a treasurer’s spreadsheet has them."""
    chance = random.Random(7)
    lines = ["Received on,Group number,Group,Amount,Method,Reference"]
    for n in range(ROWS):
        day = date(2023, 1, 1) + timedelta(days=chance.randrange(1095))
        number = chance.randint(1, 300)
        amount = chance.randint(100, 50_000) / 100
        lines.append(f"{day},{number},Group {number},{amount:.2f},Check,{n}")
    return "\n".join(lines).encode()


def load(data: bytes) -> None:
    """Import as the command does."""
    load_contributions(
        data,
        name="bench.csv",
        dry_run=False,
        skip_refused=False,
        by=None,
        today=date(2026, 1, 1),
    )


def _floor() -> float:
    """Insert the very same rows again by executemany: the best of three."""
    kept = {model: _rows(model) for model in TABLES}
    with lifted(GUARDS, connection):
        return min(_raw_insert(kept) for _ in range(3))


def _raw_insert(kept: dict) -> float:
    with transaction.atomic(), connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")

    def insert() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for model in reversed(TABLES):
                columns, rows = kept[model]
                marks = ", ".join(["%s"] * len(columns))
                table = f"{model._meta.db_table} ({', '.join(columns)})"
                cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    return once(insert)


def _rows(model: type) -> tuple[list[str], list[tuple]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")
        return [column[0] for column in cursor.description], cursor.fetchall()
