"""Which column of somebody’s spreadsheet says what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.imports import Refusal
from intergroup.kit.sheets import Row, bad_text

SEARCHED = 20  # rows in which the heading may stand, below a title

Headings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Header:
    """The heading found: which cell holds which field, and how the file calls it."""

    row: Row
    places: Mapping[str, int]
    headings: Headings

    def name(self, field: str) -> str:
        """Return the file’s own heading for a field, or ours where it has none."""
        place = self.places.get(field)
        return self.headings[field][0] if place is None else self.heading(place)

    def heading(self, place: int) -> str:
        """Return the heading of a cell by its place."""
        cells = self.row.cells
        return str(cells[place]).strip() if place < len(cells) else str(place + 1)

    @property
    def width(self) -> int:
        """How many columns have a heading."""
        filled = [i for i, cell in enumerate(self.row.cells) if str(cell).strip()]
        return filled[-1] + 1

    def cells(self, row: Row) -> dict[str, object]:
        """Return the cells of a row by field."""
        return {
            field: row.cells[place] if place < len(row.cells) else ""
            for field, place in self.places.items()
        }

    def odd_cells(self, row: Row) -> list[Refusal]:
        """Return what is wrong with cells whatever they say: no text, or too many."""
        refused = []
        for place, cell in enumerate(row.cells):
            if bad_text(cell):
                sentence = _("this is not UTF-8 text. Save the file as “CSV UTF-8”.")
                refused.append(Refusal(row.number, self.heading(place), sentence))
        if any(str(cell).strip() for cell in row.cells[self.width :]):
            sentence = _(
                "there are more cells than headings. Is a comma not in quotes?"
            )
            last = self.heading(self.width - 1)
            refused.append(Refusal(row.number, last, sentence))
        return refused


def find_header(
    rows: Sequence[Row], headings: Headings, needed: Sequence[str]
) -> Header:
    """Return the heading, which may stand below a title.

    ``headings`` has the words for each field, ours first. Raises ValidationError
    (``missing_column``) naming what is not there.
    """
    for row in rows[:SEARCHED]:
        header = Header(row, _places(row, headings), headings)
        if set(needed) <= header.places.keys():
            return header
    header = Header(rows[0], _places(rows[0], headings), headings)
    missing = [headings[each][0] for each in needed if each not in header.places]
    there = [_printable(cell) for cell in rows[0].cells if str(cell).strip()]
    message = _(
        "Row %(row)s: there is no column “%(column)s”. The columns are: %(there)s."
    )
    params = {
        "row": rows[0].number,
        "column": "”, “".join(missing),
        "there": ", ".join(there)[:200],
    }
    raise ValidationError(message, code="missing_column", params=params)


def plain_heading(cell: object) -> str:
    """Return a heading in small letters, without marks: “Ends_on:” is “ends on”."""
    text = str(cell).casefold().replace("_", " ")
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def _places(row: Row, headings: Headings) -> dict[str, int]:
    there = [plain_heading(cell) for cell in row.cells]
    places: dict[str, int] = {}
    for field, words in headings.items():
        for word in map(plain_heading, words):
            if word in there and there.index(word) not in places.values():
                places[field] = there.index(word)
                break
    return places


def _printable(cell: object) -> str:
    return "?" if bad_text(cell) else str(cell).strip()
