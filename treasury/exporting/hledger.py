"""The books as an hledger journal, which ``hledger check --strict`` accepts."""

from collections.abc import Iterator
from decimal import Decimal

from intergroup.kit.money import ZERO, plain
from treasury.exporting.journal import JournalEntry, balances, names


def hledger_journal(entries: list[JournalEntry], *, currency: str) -> str:
    """Return the journal; it ends with an assertion of every account’s balance."""
    return "\n".join(_lines(entries, currency)) + "\n"


def part(text: str) -> str:
    """Return one part of a name: single blanks only, for two end it, and no colon."""
    return _text(text).replace(":", "–") or "–"


def _lines(entries: list[JournalEntry], currency: str) -> Iterator[str]:
    yield f"commodity {currency} 1000.00"
    named = names(entries, part=part)
    held = balances(entries, named=named)
    for account in held:
        yield f"account {account}"
    for entry in entries:
        yield ""
        memo = _text(entry.memo)
        yield f"{entry.dated} * ({entry.number}) {memo}  ; seal: {entry.seal}"
        for place, amount in entry.lines:
            yield _posting(named[place], amount, currency)
    if entries:
        yield ""
        yield f"{max(entry.dated for entry in entries)} * Balances at the end"
        for account, amount in held.items():
            zero = _posting(account, ZERO, currency)
            yield f"{zero} = {currency} {plain(amount)}"


def _posting(account: str, amount: Decimal, currency: str) -> str:
    return f"    {account}  {currency} {plain(amount)}"


def _text(text: str) -> str:
    """Return text on one line without the marks that begin a comment or a note."""
    plain_text = text.translate(str.maketrans({";": ",", "|": "/"}))
    return " ".join(plain_text.split())
