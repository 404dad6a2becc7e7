"""Finding out how a stranger’s file is laid out: from its headings, or without any."""

from collections.abc import Sequence
from dataclasses import replace

from intergroup.kit.money import CURRENCIES
from intergroup.kit.sheets import Row
from treasury.resources.statements.bare import guess_bare
from treasury.resources.statements.headings import DESCRIBING, HEADINGS, plain
from treasury.resources.statements.shapes import Layout

SEARCHED = 40
_CODES = frozenset(code.casefold() for code in CURRENCIES)
_SHAPES = (
    ("PayPal", {"timezone", "gross", "fee", "net"}),
    ("Venmo", {"datetime", "amount total", "funding source"}),
    ("Chase", {"details", "posting date", "check or slip number"}),
    ("Chase", {"transaction date", "post date", "category", "memo"}),
    ("Bank of America", {"date", "description", "running bal"}),
    ("Citi", {"status", "date", "description", "debit", "credit"}),
    ("Capital One", {"transaction date", "posted date", "card number", "debit"}),
    ("Capital One", {"account number", "transaction amount", "transaction type"}),
)


def guess_layout(rows: Sequence[Row]) -> Layout | None:
    """Propose how to read the rows, or None if nobody could say.

    The heading may stand below a preamble; where there is none, the cells decide.
    """
    for row in rows[:SEARCHED]:
        layout = _from_headings(row)
        if layout is not None:
            return layout
    return guess_bare(rows)


def header_row(rows: Sequence[Row], layout: Layout) -> Row | None:
    """Return the row that holds the headings of ``layout``, or None if none does."""
    needed = {plain(each) for each in _needed(layout) if not each.isdigit()}
    for row in rows[:SEARCHED]:
        if needed <= {plain(cell) for cell in row.cells}:
            return row
    return None


def _needed(layout: Layout) -> list[str]:
    columns = (layout.dated, layout.amount, layout.money_in, layout.money_out)
    return [each for each in columns if each]


def _from_headings(row: Row) -> Layout | None:
    """Return the layout if the row is a header, each column used as it is called."""
    found: dict[str, str] = {}
    for cell in row.cells:
        found.setdefault(plain(cell), str(cell).strip())
    found.pop("", None)
    chosen = {field: _choice(field, found) for field in HEADINGS}
    if not chosen["amount"]:
        chosen["amount"] = next((found[code] for code in found if code in _CODES), "")
    if chosen["money_in"] and chosen["money_out"]:
        chosen["amount"] = chosen["amount"] if "net" in found else ""
    if chosen["amount"]:
        chosen["money_in"] = chosen["money_out"] = ""
    if not chosen["dated"] or not (chosen["amount"] or chosen["money_in"]):
        return None
    describing = DESCRIBING - ({"details"} if "description" in found else set())
    described = tuple(name for word, name in found.items() if word in describing)
    return _known_shape(Layout(description=described, **chosen), set(found))


def _choice(field: str, found: dict[str, str]) -> str:
    return next((found[word] for word in HEADINGS[field] if word in found), "")


def _known_shape(layout: Layout, found: set[str]) -> Layout:
    """Add what only the bank’s name can tell."""
    name = next((name for name, words in _SHAPES if words <= found), "")
    alone = name in {"PayPal", "Venmo"}
    return replace(
        layout,
        name=name,
        fee=layout.fee if alone or "net" in found else "",
        gross=layout.gross if plain(layout.amount) != plain(layout.gross) else "",
        identity=layout.identity if "transaction id" in found or alone else "",
        direction=layout.direction if layout.amount and not alone else "",
        is_pending_without_balance=name == "Chase" and "details" in found,
    )
