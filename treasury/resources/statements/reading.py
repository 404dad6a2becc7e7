"""Reading a statement file, whatever the bank or the payment app calls it."""

from intergroup.kit import sheets
from treasury.resources.statements.ofx import read_ofx
from treasury.resources.statements.shapes import Layout, Read
from treasury.resources.statements.tables import read_table
from treasury.resources.statements.texts import as_text, is_ofx

TITLES = 40


def read_statement(
    data: bytes, *, name: str, layout: Layout | None, day_first: bool, currency: str
) -> list[Read]:
    """Return one statement for each account of an OFX, QFX, CSV or XLSX file.

    ``layout`` is for CSV and XLSX; without one it is guessed. ``day_first`` counts
    where the dates do not tell. What is wrong with lines stands in ``problems``;
    ValidationError is raised for a file that cannot be read at all.
    """
    sheets.check_size(len(data))
    rows = table_rows(data)
    if rows is None:
        return read_ofx(as_text(data), currency=currency)
    return read_table(
        rows, name=name, layout=layout, day_first=day_first, currency=currency
    )


def table_rows(data: bytes) -> list[sheets.Row] | None:
    """Return the rows of a CSV or XLSX file, for choosing columns; None for OFX."""
    if data.startswith(sheets.OLD_EXCEL):
        return sheets.read_rows(data)
    text = as_text(data) if not _is_workbook(data) else ""
    if is_ofx(text):
        return None
    return sheets.read_rows(_without_titles(text).encode() if text else data)


def _without_titles(text: str) -> str:
    """Empty the lines above the table that know nothing of its separator.

    A title such as “Example Credit Union, Springfield” would pass for a row of cells.
    """
    lines = text.splitlines(keepends=True)
    head = "".join(lines[:TITLES])
    separator = max(",;\t|", key=head.count)
    for place, line in enumerate(lines[:TITLES]):
        if separator in line:
            return "".join(["\n"] * place + lines[place:])
    return text


def _is_workbook(data: bytes) -> bool:
    return data.startswith(sheets.ZIP) and b"[Content_Types].xml" in data
