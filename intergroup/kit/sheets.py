"""Spreadsheets in and out: CSV and XLSX, untidy or hostile, read as they were meant."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import openpyxl
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from intergroup.kit import money
from intergroup.kit.uploads import MAX_BYTES

MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_UNPACKED = 200 * 1024 * 1024
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
UNREADABLE = (  # a SyntaxError is XML that is none
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    AttributeError,
    TypeError,
    LookupError,
    ValueError,
    RuntimeError,
    EOFError,
    OSError,
)
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table to write: every row is as long as ``header``."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row read; ``number`` counts from 1 as a spreadsheet does, blank rows too."""

    number: int
    cells: tuple[object, ...]


def read_rows(data: bytes) -> list[Row]:
    """Return the rows that hold anything, from the bytes of a CSV or XLSX file.

    A cell that is not UTF-8 text keeps its odd bytes as lone surrogates, for
    ``bad_text`` to find; a file that cannot be read at all raises ValidationError.
    """
    check_size(len(data))
    if data.startswith(OLD_EXCEL):
        raise ValidationError(
            _("This is an old Excel file (.xls). Save it as .xlsx or CSV."),
            code="old_excel",
        )
    read = _xlsx_rows if data.startswith(ZIP) else _csv_rows
    rows = [row for row in read(data) if _holds(row)]
    if not rows:
        raise ValidationError(_("The file is empty."), code="empty")
    return rows


def check_size(size: int) -> None:
    """Raise ValidationError (``too_big``) for more bytes than the house reads."""
    if size > MAX_BYTES:
        message = _("The file is %(size)s MB; the most that is read is %(most)s MB.")
        params = {"size": size // 1024 // 1024, "most": MAX_BYTES // 1024 // 1024}
        raise ValidationError(message, code="too_big", params=params)


def decode(data: bytes) -> str:
    """Return text: UTF-8, or marked UTF-16; odd bytes become lone surrogates."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="surrogateescape")


def bad_text(cell: object) -> bool:
    """Tell whether a cell holds bytes that are not UTF-8 text."""
    if not isinstance(cell, str) or cell.isascii():
        return False
    try:
        cell.encode()
    except UnicodeEncodeError:  # a lone surrogate, and nothing else
        return True
    return False


def _csv_rows(data: bytes) -> Iterator[Row]:
    text = decode(data)
    if "\0" in text:
        raise ValidationError(_("This is not a CSV or XLSX file."), code="not_a_sheet")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, cells in enumerate(reader, start=1):
            _check_rows(number)
            yield Row(number, tuple(cells))
    except csv.Error as error:
        message = _("Line %(line)s of the file cannot be read as CSV.")
        params = {"line": reader.line_num}
        raise ValidationError(message, code="not_csv", params=params) from error


def _delimiter(text: str) -> str:
    """Return the separator of the first line that has one: comma, semicolon or tab."""
    for line in text.splitlines()[:20]:
        found = max(",;\t|", key=line.count)
        if found in line:
            return found
    return ","


def _xlsx_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of the one visible sheet that holds any."""
    try:
        _check_archive(data)
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        filled = [sheet for sheet in seen if any(_holds(row) for row in _rows(sheet))]
        _check_one(filled)
        for sheet in filled:
            yield from _rows(sheet)
    except UNREADABLE as error:
        message = _("This is not an XLSX file that can be read.")
        raise ValidationError(message, code="not_xlsx") from error


def _rows(sheet: object) -> Iterator[Row]:
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        _check_rows(number)
        beyond = cells[MAX_COLUMNS:]
        if beyond.count(None) < len(beyond):
            message = _("The file has more than %(most)s columns.")
            params = {"most": MAX_COLUMNS}
            raise ValidationError(message, code="too_wide", params=params)
        kept = cells[:MAX_COLUMNS]
        yield Row(number, tuple("" if cell is None else cell for cell in kept))


def _check_one(filled: Sequence[object]) -> None:
    """Refuse a book of which nobody could say which sheet is meant."""
    if len(filled) > 1:
        message = _(
            "Only one sheet can be read, and “%(one)s” and “%(other)s” both hold rows. "
            "Save them as files of their own."
        )
        params = {"one": filled[0].title, "other": filled[1].title}
        raise ValidationError(message, code="many_sheets", params=params)


def _holds(row: Row) -> bool:
    return any(str(cell).strip() for cell in row.cells)


def _check_archive(data: bytes) -> None:
    """Refuse an archive that would unpack into more than a spreadsheet ever holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED or size > 300 * len(data) or len(parts) > 500:
        message = _("This XLSX file unpacks into far more than it should.")
        raise ValidationError(message, code="bomb")


def _check_rows(number: int) -> None:
    if number > MAX_ROWS:
        message = _("The file has more than %(most)s rows. Split it in two.")
        raise ValidationError(message, code="too_long", params={"most": MAX_ROWS})


def to_csv(tables: Sequence[Table]) -> bytes:
    """Return one CSV; several tables stand below each other, each under its title."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for nth, table in enumerate(tables):
        if nth:
            writer.writerow([])
        if len(tables) > 1:
            writer.writerow([_harmless(table.title)])
        writer.writerow(table.header)
        writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """Return a workbook with a sheet for each table."""
    book = openpyxl.Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(_sheet_title(table.title))
        sheet.freeze_panes = "A2"
        for place, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.append(list(table.header))
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _widths(table: Table) -> list[int]:
    """Return how wide each column is, in letters: as its longest cell, up to 60."""
    columns = zip(table.header, *table.rows, strict=True)
    return [min(max(len(_text(cell)) for cell in column) + 2, 60) for column in columns]


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return money.plain(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return _harmless("" if value is None else str(value))


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cell(sheet: object, value: object) -> object:
    if isinstance(value, str):
        clean = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value)
        cell = WriteOnlyCell(sheet, value=clean)
        cell.data_type = "s"
        return cell
    if isinstance(value, Decimal):
        cell = WriteOnlyCell(sheet, value=value)
        cell.number_format = "#,##0.00"
        return cell
    return value


def _sheet_title(title: str) -> str:
    return "".join(each for each in title if each not in "[]:*?/\\")[:31] or "Sheet"
