"""What an exported journal is made of: accounts, one for each fund, and entries."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, count, groupby

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
    """One account of one fund; the other program names it root:account:fund."""

    kind: str
    code: str
    name: str
    fund: str

    @property
    def account(self) -> str:
        """The account with its code, by which no two are alike."""
        return f"{self.code} {self.name}"


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


def names(
    entries: Iterable[JournalEntry], *, part: Callable[[str], str]
) -> dict[Place, str]:
    """Return the name of every place: ``part`` makes a text fit the other program.

    Two accounts or funds that would then be alike are told apart by a number.
    """
    places = {place for entry in entries for place, _amount in entry.lines}
    accounts = _distinct({place.account for place in places}, part)
    funds = _distinct({place.fund for place in places}, part)
    return {
        place: f"{ROOTS[place.kind]}:{accounts[place.account]}:{funds[place.fund]}"
        for place in places
    }


def balances(
    entries: Iterable[JournalEntry], *, named: Mapping[Place, str]
) -> dict[str, Decimal]:
    """Return what each account of each fund holds at the end, by its name there."""
    found: dict[str, Decimal] = {}
    for entry in entries:
        for place, amount in entry.lines:
            name = named[place]
            found[name] = found.get(name, ZERO) + amount
    return dict(sorted(found.items()))


def _distinct(texts: Iterable[str], part: Callable[[str], str]) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for text in sorted(texts):
        plain = part(text)
        numbered = (f"{plain}-{number}" for number in count(2))
        found[text] = next(n for n in chain([plain], numbered) if n not in taken)
        taken.add(found[text])
    return found


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
    return Place(account.kind, account.code, account.name, posting.fund.name)
