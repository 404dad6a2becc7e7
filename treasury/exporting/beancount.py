"""The books as a Beancount ledger, which ``bean-check`` accepts."""

from collections.abc import Iterator
from datetime import timedelta

from intergroup.kit.money import plain
from treasury.exporting.journal import JournalEntry, balances, names


def beancount_ledger(entries: list[JournalEntry], *, currency: str) -> str:
    """Return the ledger; it ends with an assertion of every account’s balance."""
    return "\n".join(_lines(entries, currency)) + "\n"


def part(text: str) -> str:
    """Return one part of a name; what is no letter or figure becomes a hyphen."""
    marked = "".join(each if each.isalnum() else "-" for each in text)
    words = "-".join(filter(None, marked.split("-")))
    first = words[:1]
    return first.upper() + words[1:] if first and first.isascii() else f"X{words}"


def _lines(entries: list[JournalEntry], currency: str) -> Iterator[str]:
    yield f'option "operating_currency" "{currency}"'
    named = names(entries, part=part)
    held = balances(entries, named=named)
    if not entries:
        return
    first = min(entry.dated for entry in entries)
    for account in held:
        yield f"{first} open {account} {currency}"
    for entry in entries:
        yield ""
        yield f"{entry.dated} * {_quoted(entry.memo)}"
        yield f"  number: {entry.number}"
        yield f'  seal: "{entry.seal}"'
        for place, amount in entry.lines:
            yield f"  {named[place]}  {plain(amount)} {currency}"
    yield ""
    after = max(entry.dated for entry in entries) + timedelta(days=1)
    for account, amount in held.items():
        yield f"{after} balance {account}  {plain(amount)} ~ 0.00 {currency}"


def _quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
