"""One row of a bank’s table: what it says, or a sentence on what is wrong with it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.money import CURRENCIES, ZERO
from intergroup.kit.sheets import Row
from treasury.resources.statements import cells
from treasury.resources.statements.headings import INTO, LEFT_OUT, OUT_OF, plain
from treasury.resources.statements.shapes import Layout
from treasury.resources.statements.wording import clean_reference

_SINGLE = (
    *("dated", "amount", "money_in", "money_out", "reference", "kind", "balance"),
    *("fee", "gross", "currency", "status", "direction", "account", "identity"),
    *("opening", "closing", "funding", "impact"),
)
_TOTALS = ("total", "subtotal", "beginning balance", "ending balance", "summe")


@dataclass(frozen=True, slots=True)
class Rules:
    """What reading a row needs to know of the whole file."""

    layout: Layout
    places: Mapping[str, tuple[int, ...]]
    header: Row | None
    currency: str
    is_day_first: bool
    signs: Mapping[int, int]

    def cell(self, row: Row, column: str) -> object:
        """Return what the row holds in a column, or nothing."""
        places = self.places.get(column, ())
        return row.cells[places[0]] if places and places[0] < len(row.cells) else ""

    def heading(self, place: int) -> str:
        """Return how the file calls a column, or its number."""
        there = self.header.cells if self.header else ()
        return str(there[place]).strip() if place < len(there) else str(place + 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row says; with ``amount`` None it only tells a balance.

    ``left_out`` is the reason why the row is no line of this statement.
    """

    row: int
    account: str = ""
    left_out: str = ""
    dated: date | None = None
    amount: Decimal | None = None
    description: str = ""
    reference: str = ""
    kind: str = ""
    identity: str = ""
    balance: Decimal | None = None
    fee: Decimal | None = None
    gross: Decimal | None = None
    opening: Decimal | None = None
    closing: Decimal | None = None


def columns(layout: Layout) -> dict[str, tuple[str, ...]]:
    """Return the columns that a layout names, each with its headings."""
    single = {each: (getattr(layout, each),) for each in _SINGLE}
    found = {**single, "description": layout.description}
    return {each: names for each, names in found.items() if any(names)}


def signs(rows: Iterable[Row], direction: int, amount: int) -> dict[int, int]:
    """Return 1 or -1 for each row if a column says debit or credit in every row.

    Nothing comes back where amounts have signs of their own.
    """
    found: dict[int, int] = {}
    for row in rows:
        if max(direction, amount) >= len(row.cells):
            continue
        text, word = cells.amount_of(row.cells[amount]), plain(row.cells[direction])
        if not text:
            continue
        if text[0] in "-−(" or text[-1] == "-" or word not in INTO | OUT_OF:
            return {}
        found[row.number] = 1 if word in INTO else -1
    return found


def account_of(row: Row, rules: Rules) -> str:
    """Return the last four letters of the account’s number, if the row tells it."""
    text = cells.text_of(rules.cell(row, "account"))
    return "".join(c for c in text if c.isalnum())[-4:]


def read_row(row: Row, rules: Rules) -> Facts | None:
    """Return what a row says, None for one that says nothing of a line.

    Raises ValidationError with a sentence that names the row and the column.
    """
    if not _moves(row, rules):
        return _balance_only(row, rules)
    if _is_total(row, rules):
        return None
    if reason := _reason_to_leave_out(row, rules):
        return Facts(row.number, account_of(row, rules), left_out=reason)
    return Facts(
        row=row.number,
        account=account_of(row, rules),
        dated=_read(row, rules, "dated", _day(rules)),
        amount=_amount(row, rules),
        description=_description(row, rules) or _text(row, rules, "kind"),
        reference=clean_reference(_text(row, rules, "reference")),
        kind=_text(row, rules, "kind").upper()[:20],
        identity=_text(row, rules, "identity"),
        balance=_optional(row, rules, "balance"),
        fee=_positive(_optional(row, rules, "fee")),
        gross=_optional(row, rules, "gross"),
        opening=_optional(row, rules, "opening"),
        closing=_optional(row, rules, "closing"),
    )


def _moves(row: Row, rules: Rules) -> bool:
    moving = ("amount", "money_in", "money_out")
    return any(cells.amount_of(rules.cell(row, each)) for each in moving)


def _balance_only(row: Row, rules: Rules) -> Facts | None:
    """Return the balances of a row that moves nothing; it may be a disclaimer."""
    told = {
        each: _optional(row, rules, each) for each in ("balance", "opening", "closing")
    }
    if any(balance is not None for balance in told.values()):
        return Facts(row.number, account_of(row, rules), **told)
    if rules.layout.opening or not cells.text_of(rules.cell(row, "dated")):
        return None
    try:
        _day(rules)(rules.cell(row, "dated"))
    except ValidationError:
        return None
    raise ValidationError(_("Row %s: there is no amount.") % row.number, code="silent")


def _is_total(row: Row, rules: Rules) -> bool:
    """Tell a row of totals, which would be counted twice, from a line."""
    texts = (plain(cell) for cell in row.cells)
    first = next(filter(None, texts), "")
    try:
        _day(rules)(rules.cell(row, "dated"))
    except ValidationError:
        return first.startswith(_TOTALS)
    return False


def _reason_to_leave_out(row: Row, rules: Rules) -> str:
    status = _text(row, rules, "status")
    if plain(status) in LEFT_OUT:
        return _("Left out as “%s”") % status
    currency = _text(row, rules, "currency").upper()
    if currency in CURRENCIES and currency != rules.currency:
        return _("Left out because they are in %s") % currency
    if plain(_text(row, rules, "impact")) == "memo":
        return _("Left out because the balance does not change by them")
    funding = plain(_text(row, rules, "funding"))
    is_paid = cells.amount_of(rules.cell(row, "amount")).startswith(("-", "−", "("))
    if funding and is_paid and rules.layout.name == "Venmo" and "venmo" not in funding:
        return _("Left out because a bank or card paid them, not this account")
    return ""


def _amount(row: Row, rules: Rules) -> Decimal:
    if rules.layout.amount:
        amount = _money(row, rules, "amount") * rules.signs.get(row.number, 1)
    else:
        amount = _in_or_out(row, rules)
    return -amount if rules.layout.is_flipped else amount


def _in_or_out(row: Row, rules: Rules) -> Decimal:
    paid_in = abs(_optional(row, rules, "money_in") or ZERO)
    paid_out = abs(_optional(row, rules, "money_out") or ZERO)
    if paid_in and paid_out:
        message = _("Row %s: money comes in and goes out in the same line.")
        raise ValidationError(message % row.number, code="both_ways")
    return paid_in - paid_out


def _description(row: Row, rules: Rules) -> str:
    """Return the texts of all describing columns, none of them said twice."""
    texts: dict[str, None] = {}
    for place in rules.places.get("description", ()):
        if place < len(row.cells):
            _at(row, rules, place, cells.check_text)
            texts[cells.text_of(row.cells[place])] = None
    return " ".join(filter(None, texts))


def _day(rules: Rules) -> Callable[[object], date]:
    return lambda cell: cells.read_day(cell, day_first=rules.is_day_first)


def _text(row: Row, rules: Rules, column: str) -> str:
    _read(row, rules, column, cells.check_text)
    return cells.text_of(rules.cell(row, column))


def _optional(row: Row, rules: Rules, column: str) -> Decimal | None:
    text = cells.amount_of(rules.cell(row, column))
    return _money(row, rules, column) if any(c.isdigit() for c in text) else None


def _money(row: Row, rules: Rules, column: str) -> Decimal:
    return _read(
        row, rules, column, lambda cell: cells.read_amount(cell, rules.currency)
    )


def _positive(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else abs(amount)


def _read(
    row: Row, rules: Rules, column: str, read: Callable[[object], object]
) -> object:
    places = rules.places.get(column, ())
    if not places:
        return read("")
    return _at(row, rules, places[0], read)


def _at(row: Row, rules: Rules, place: int, read: Callable[[object], object]) -> object:
    """Read one cell; what is wrong with it is told with its row and its column."""
    try:
        return read(row.cells[place] if place < len(row.cells) else "")
    except ValidationError as error:
        message = _("Row %(row)s, column “%(column)s”: %(sentence)s")
        params = {
            "row": row.number,
            "column": rules.heading(place),
            "sentence": " ".join(error.messages),
        }
        raise ValidationError(message % params, code=error.code) from error
