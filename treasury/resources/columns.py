"""Which column of a stranger’s spreadsheet says what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.sheets import Row, bad_text

# The words people head their columns with, the surest first. Other people’s files say
# “donation”; ours never do.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "received_on": (
        "received on",
        "date received",
        "received",
        "contribution date",
        "deposit date",
        "date of deposit",
        "transaction date",
        "posted on",
        "date",
        "day",
    ),
    "number": (
        "group number",
        "group no",
        "group id",
        "group service number",
        "service number",
        "gso number",
        "haws number",
        "number",
        "no",
        "id",
    ),
    "group": (
        "group",
        "group name",
        "name of group",
        "home group",
        "meeting name",
        "contributor",
        "received from",
        "payer",
        "from",
        "name",
    ),
    "amount": (
        "amount",
        "amount received",
        "gross",
        "gross amount",
        "contribution",
        "contribution amount",
        "donation",
        "donation amount",
        "seventh tradition",
        "7th tradition",
        "credit",
        "paid",
        "total",
    ),
    "fee": (
        "fee",
        "fees",
        "fee amount",
        "processing fee",
        "transaction fee",
        "paypal fee",
    ),
    "net": ("net", "net amount", "amount net", "net received"),
    "source": ("source", "kind", "contributor type", "group or member"),
    "method": ("method", "payment method", "payment type", "how", "paid by", "type"),
    "reference": (
        "reference",
        "ref",
        "reference number",
        "check number",
        "cheque number",
        "check no",
        "cheque no",
        "check",
        "cheque",
        "transaction id",
    ),
    "fund": ("fund", "designation", "designated fund", "earmark"),
}
# Under these a payment app writes whoever paid, who may be a person.
PERHAPS_PEOPLE = frozenset(("contributor", "received from", "payer", "from", "name"))
IN_WORDS = {
    "received_on": "Received on",
    "group": "Group",
    "amount": "Amount",
}
SEARCHED = 20


@dataclass(frozen=True, slots=True)
class Header:
    """The header found: which cell holds what, and how the file itself calls it."""

    row: Row
    places: Mapping[str, int]

    def name(self, field: str) -> str:
        """Return the file’s own heading for a field, for a sentence."""
        place = self.places.get(field)
        return IN_WORDS.get(field, field) if place is None else self.heading(place)

    def heading(self, place: int) -> str:
        """Return the heading of a cell by its place."""
        cells = self.row.cells
        return str(cells[place]).strip() if place < len(cells) else str(place + 1)

    @property
    def may_name_people(self) -> bool:
        """Whether the column read as the group may hold names of people."""
        place = self.places.get("group")
        return place is not None and _plain(self.heading(place)) in PERHAPS_PEOPLE

    @property
    def width(self) -> int:
        """How many columns have a heading."""
        filled = [i for i, cell in enumerate(self.row.cells) if str(cell).strip()]
        return filled[-1] + 1


def find_header(rows: Sequence[Row]) -> Header:
    """Return the header, which may stand below a title.

    Raises ValidationError (``missing_column``) naming what is not there.
    """
    for row in rows[:SEARCHED]:
        header = Header(row, _places(row))
        if {"received_on", "amount"} <= header.places.keys():
            break
    else:
        header = Header(rows[0], _places(rows[0]))
    _check(header)
    return header


def _check(header: Header) -> None:
    missing = [each for each in ("received_on", "amount") if each not in header.places]
    if not {"group", "number"} & header.places.keys():
        missing.append("group")
    if not missing:
        return
    there = ", ".join(
        _printable(cell) for cell in header.row.cells if str(cell).strip()
    )
    message = _(
        "Row %(row)s: there is no column “%(column)s”. The columns are: %(there)s."
    )
    params = {
        "row": header.row.number,
        "column": "”, “".join(IN_WORDS[each] for each in missing),
        "there": there[:200],
    }
    raise ValidationError(message, code="missing_column", params=params)


def _places(row: Row) -> dict[str, int]:
    headings = [_plain(cell) for cell in row.cells]
    places: dict[str, int] = {}
    for field, words in HEADINGS.items():
        for word in words:
            if word in headings and headings.index(word) not in places.values():
                places[field] = headings.index(word)
                break
    return places


def _plain(cell: object) -> str:
    """Return a heading in small letters, without marks: “Check #” is “check number”."""
    text = str(cell).casefold().replace("#", " number ").replace("_", " ")
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def _printable(cell: object) -> str:
    return "?" if bad_text(cell) else str(cell).strip()
