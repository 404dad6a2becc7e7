"""Reading one row of a spreadsheet of contributions; pure, without the database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.dates import month_key, parse_day
from intergroup.kit.imports import Refusal
from intergroup.kit.money import ZERO, check_places, parse_money
from intergroup.kit.sheets import Row, bad_text
from treasury.models import Contribution
from treasury.resources.columns import Header
from treasury.resources.givers import ANYWHERE, KINDS, MEMBER_WORDS

Method = Contribution.Method

METHODS = {
    Method.CASH: ("cash", "coins", "notes"),
    Method.CHEQUE: ("check", "cheque", "chk", "ck", "chq", "money order"),
    Method.ZELLE: ("zelle",),
    Method.VENMO: ("venmo",),
    Method.PAYPAL: ("paypal", "pay pal"),
    Method.CARD: ("card", "credit", "credit card", "debit card", "stripe", "square"),
    Method.TRANSFER: (
        "transfer",
        "bank transfer",
        "ach",
        "wire",
        "eft",
        "bank",
        "online",
    ),
    Method.OTHER: ("other",),
}
METHOD_WORDS = {word: method for method, words in METHODS.items() for word in words}
TOTAL_WORDS = frozenset(
    ("total", "totals", "subtotal", "sub total", "grand total", "sum", "balance")
)
_WORDS_AND_NUMBER = re.compile(r"([^\d#]+?)\s*(?:no\.?|#)?\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What reading a row needs to know of the body and of the whole file."""

    today: date
    currency: str
    is_day_first: bool
    funds: dict[str, int]
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What one good row says; ``number`` is None where it is silent, texts empty.

    ``source`` is empty where it speaks of a group, or of nobody.
    """

    row: int
    received_on: date
    amount: Decimal
    number: int | None
    group: str
    may_be_a_person: bool
    source: str
    method: str
    reference: str
    fund: int | None
    fee: Decimal


def read_row(row: Row, header: Header, rules: Rules) -> Facts | list[Refusal]:
    """Return the facts of a row, or everything that is wrong with it."""
    if odd := list(_odd_cells(row, header)):
        return odd
    refused: list[Refusal] = []
    cells = {
        field: row.cells[place] if place < len(row.cells) else ""
        for field, place in header.places.items()
    }
    values: dict[str, object] = {}
    for field, read in _READERS.items():
        try:
            values[field] = read(cells, rules)
        except ValidationError as error:
            sentence = " ".join(error.messages)
            refused.append(Refusal(row.number, header.name(field), sentence))
    if refused:
        return refused
    return _facts(row, cells, values, may_name_people=header.may_name_people)


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return text for comparing: small letters, straight apostrophes, single blanks."""
    return " ".join(text.replace("’", "'").casefold().split())


def _odd_cells(row: Row, header: Header) -> Iterator[Refusal]:
    """Yield cells that are no text, and cells to the right of the last heading."""
    for place, cell in enumerate(row.cells):
        if bad_text(cell):
            sentence = _("this is not UTF-8 text. Save the file as “CSV UTF-8”.")
            yield Refusal(row.number, header.heading(place), sentence)
    if any(str(cell).strip() for cell in row.cells[header.width :]):
        sentence = _("there are more cells than headings. Is a comma not in quotes?")
        yield Refusal(row.number, header.heading(header.width - 1), sentence)


def _facts(
    row: Row,
    cells: dict[str, object],
    values: dict[str, object],
    *,
    may_name_people: bool,
) -> Facts:
    method, reference = values["method"]
    group = _text(cells.get("group", ""))
    number = values["number"]
    if number is None and group.isascii() and group.isdigit():
        number, group = int(group), ""
    source = ANYWHERE.get(_words(group)) or _kind(cells)
    return Facts(
        row=row.number,
        received_on=values["received_on"],
        amount=values["amount"],
        number=number,
        group=group,
        may_be_a_person=may_name_people or _speaks_of_a_member(group),
        source=source if number is None else "",
        method=method,
        reference=reference or values["reference"],
        fund=values["fund"],
        fee=values["fee"],
    )


def _kind(cells: dict[str, object]) -> str:
    """Return the kind of giver that the source says or, of some files, the type."""
    told = (_words(_text(cells.get(name, ""))) for name in ("source", "method"))
    return next((KINDS[each] for each in told if each in KINDS), "")


def _speaks_of_a_member(group: str) -> bool:
    """Tell of “member Jo Brown” and “Jo Brown (individual)”."""
    words = _words(group).split()
    return not MEMBER_WORDS.isdisjoint({*words[:1], *words[-1:]})


def _received_on(cells: dict[str, object], rules: Rules) -> date:
    if not str(cells["received_on"]).strip():
        raise ValidationError(_("there is no date."), code="no_date")
    day = parse_day(cells["received_on"], day_first=rules.is_day_first)
    if day > rules.today:
        message = _("%s has not come yet.") % day.isoformat()
        raise ValidationError(message, code="future")
    if month_key(day) in rules.closed:
        message = _("the books of %s are closed.") % month_key(day)
        raise ValidationError(message, code="closed_month")
    return day


def _amount(cells: dict[str, object], rules: Rules) -> Decimal:
    if not str(cells["amount"]).strip():
        raise ValidationError(_("there is no amount."), code="no_amount")
    return _money(cells["amount"], rules)


def _money(value: object, rules: Rules, *, negative: bool = False) -> Decimal:
    text = f"{value:.10f}".rstrip("0") if isinstance(value, float) else str(value)
    amount = parse_money(text.removesuffix("."), negative=negative)
    check_places(amount, rules.currency)
    return amount


def _fee(cells: dict[str, object], rules: Rules) -> Decimal:
    """Return what the payment service kept, which some write below zero.

    Where there is no fee, the net tells it; where there are both, they must agree.
    """
    fee, net = (
        abs(_money(cells[name], rules, negative=True))
        if str(cells.get(name, "")).strip()
        else None
        for name in ("fee", "net")
    )
    if fee is None and net is None:
        return ZERO
    amount = _amount(cells, rules)
    kept = amount - net if fee is None else fee
    if not ZERO <= kept < amount:
        raise ValidationError(_("the fee is not a part of the amount."), code="fee")
    if net not in (None, amount - kept):
        raise ValidationError(_("amount, fee and net do not agree."), code="net")
    return kept


def _number(cells: dict[str, object], rules: Rules) -> int | None:
    text = _text(cells.get("number", "")).lstrip("#").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _method(cells: dict[str, object], rules: Rules) -> tuple[str, str]:
    """Return the method and the number beside it, as in “Check 1234”."""
    text = _text(cells.get("method", ""))
    found = _WORDS_AND_NUMBER.fullmatch(text)
    word, number = (found[1], found[2]) if found else (text, "")
    if not text or _words(text) in KINDS:
        return "", ""
    if method := METHOD_WORDS.get(_words(word)):
        return method, number
    return Method.OTHER, _at_most(text, 60)


def _reference(cells: dict[str, object], rules: Rules) -> str:
    return _at_most(_text(cells.get("reference", "")), 60)


def _fund(cells: dict[str, object], rules: Rules) -> int | None:
    name = _text(cells.get("fund", ""))
    if not name:
        return None
    if plain(name) not in rules.funds:
        message = _("there is no fund called “%s”.") % name
        raise ValidationError(message, code="no_such_fund")
    return rules.funds[plain(name)]


def _group(cells: dict[str, object], rules: Rules) -> str:
    text = _text(cells.get("group", ""))
    if _words(text) in TOTAL_WORDS:
        message = _("this is a line of totals, and would be counted twice.")
        raise ValidationError(message, code="totals")
    return _at_most(text, 120)


def _at_most(text: str, length: int) -> str:
    if len(text) > length:
        message = _("this is longer than %s letters.") % length
        raise ValidationError(message, code="too_long")
    return text


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


@lru_cache(maxsize=10_000)
def _words(cell: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in plain(cell)).split())


_READERS = {
    "received_on": _received_on,
    "group": _group,
    "number": _number,
    "amount": _amount,
    "fee": _fee,
    "method": _method,
    "reference": _reference,
    "fund": _fund,
}
