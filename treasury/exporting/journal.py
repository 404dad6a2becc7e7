"""What an exported journal is made of: accounts, one for each fund, and entries."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from intergroup.kit.money import ZERO
from treasury.models import Account, Entry, Posting

ROOTS = {
    Account.Kind.ASSET: "Assets",
    Account.Kind.LIABILITY: "Liabilities",
    Account.Kind.NET_ASSETS: "Equity",
    Account.Kind.INCOME: "Income",
    Account.Kind.EXPENSE: "Expenses",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One account of one fund, as the other program will name it: root:account:fund."""

    root: str
    account: str
    fund: str


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One posted entry; positive amounts are debits, as in both programs."""

    number: int
    dated: date
    memo: str
    seal: str
    lines: tuple[tuple[Place, Decimal], ...]


def read_entries() -> Iterator[JournalEntry]:
    """Yield every posted entry by number; the lines as they were written."""
    lines = _lines_by_entry()
    for entry in Entry.objects.in_order().iterator():
        mine = tuple(lines[entry.pk])
        yield JournalEntry(entry.number, entry.dated, entry.memo, entry.seal, mine)


def balances(
    entries: list[JournalEntry], *, named: Callable[[Place], str]
) -> dict[str, Decimal]:
    """Return what each account of each fund holds at the end, by its name there.

    Two whose names the other program cannot tell apart are one to it.
    """
    found: dict[str, Decimal] = {}
    for entry in entries:
        for place, amount in entry.lines:
            found[named(place)] = found.get(named(place), ZERO) + amount
    return dict(sorted(found.items()))


def _lines_by_entry() -> dict[int, list[tuple[Place, Decimal]]]:
    rows = (
        Posting.objects.posted()
        .select_related("account", "fund")
        .order_by("entry_id", "pk")
    )
    return {
        entry: [(_place(each), each.amount) for each in mine]
        for entry, mine in groupby(rows, key=lambda row: row.entry_id)
    }


def _place(posting: Posting) -> Place:
    account = posting.account
    return Place(ROOTS[account.kind], str(account), posting.fund.name)
