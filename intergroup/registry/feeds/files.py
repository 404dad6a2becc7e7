"""From the bytes of a file to its rows: Meeting Guide JSON, or TSML’s CSV or XLSX."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit import sheets
from intergroup.registry.feeds.cells import known_name

_DEEPEST = 20
_WRAPPERS = ("meetings", "data", "items", "results")


@dataclass(frozen=True, slots=True)
class File:
    """The rows of a file by number; ``names`` are its columns, empty for JSON.

    In JSON a row that does not have a key says that the meeting has no such thing; a
    table that has no such column says nothing of it.
    """

    rows: tuple[tuple[int, object], ...]
    names: frozenset[str] = frozenset()


def read_file(data: bytes, *, name: str) -> File:
    """Return the rows of a file, known by what is in it.

    Raises ValidationError for what is no list of meetings at all.
    """
    sheets.check_size(len(data))
    if data.startswith((sheets.ZIP, sheets.OLD_EXCEL)):
        return _table(_cells(sheets.read_rows(data)))
    text = sheets.decode(data)
    start = text.lstrip()[:1]
    if not start:
        raise ValidationError(_("The file is empty."), code="empty")
    if start == "<":
        raise ValidationError(
            _("This is a web page, not a list of meetings."), code="web_page"
        )
    if start in "[{" or name.lower().endswith(".json"):
        return _listed(_parsed(text))
    return _table(_cells(sheets.read_rows(data)))


def _parsed(text: str) -> object:
    try:
        parsed = json.loads(
            text.lstrip("\ufeff"),
            parse_float=_finite,
            parse_int=_whole,
            parse_constant=lambda _word: None,
        )
    except json.JSONDecodeError as error:
        message = _("This is not JSON: look at line %(line)s, column %(column)s.")
        params = {"line": error.lineno, "column": error.colno}
        raise ValidationError(message, code="not_json", params=params) from error
    except RecursionError as error:
        raise _too_deep() from error
    _check_depth(parsed)
    return parsed


def _finite(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def _whole(text: str) -> int | str:
    return int(text) if len(text) < 18 else text


def _check_depth(parsed: object) -> None:
    level = [parsed]
    for _depth in range(_DEEPEST):
        level = [inner for each in level for inner in _children(each)]
        if not level:
            return
    raise _too_deep()


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _too_deep() -> ValidationError:
    message = _("This JSON is nested deeper than a list of meetings ever is.")
    return ValidationError(message, code="too_deep")


def _listed(parsed: object) -> File:
    """Return the meetings of a list, of an object around it, or of a Google sheet."""
    if isinstance(parsed, dict):
        if isinstance(values := parsed.get("values"), list):
            return _table(_sheet_values(values))
        parsed = _unwrapped(parsed)
    if not isinstance(parsed, list):
        message = _("This is JSON, but not a list of meetings.")
        raise ValidationError(message, code="not_a_list")
    if not parsed:
        raise ValidationError(_("The list has no meetings in it."), code="empty")
    if len(parsed) > sheets.MAX_ROWS:
        message = _("The list has more than %(most)s meetings. Split it in two.")
        params = {"most": sheets.MAX_ROWS}
        raise ValidationError(message, code="too_long", params=params)
    return File(tuple(enumerate(parsed, start=1)))


def _unwrapped(parsed: dict[str, object]) -> list[object] | None:
    """Return the list in an object, or the values of PHP’s list with a gap in it."""
    for key in _WRAPPERS:
        if isinstance(parsed.get(key), list):
            return parsed[key]
    values = list(parsed.values())
    are_rows = values and all(isinstance(each, dict) for each in values)
    return values if are_rows else None


def _sheet_values(values: Sequence[object]) -> list[tuple[int, Sequence[object]]]:
    rows = [(number, row) for number, row in enumerate(values, start=1) if row]
    if not rows or not all(isinstance(row, list) for _number, row in rows):
        message = _("This is JSON, but not a list of meetings.")
        raise ValidationError(message, code="not_a_list")
    return rows


def _cells(rows: Iterable[sheets.Row]) -> list[tuple[int, Sequence[object]]]:
    return [(row.number, row.cells) for row in rows]


def _table(rows: list[tuple[int, Sequence[object]]]) -> File:
    """Return the rows below the header, each under the names of the header."""
    if str(rows[0][1][0]).lower().startswith("sep="):  # Excel’s word to itself
        rows = rows[1:] or rows
    (_first, header), *below = rows
    names = [str(each).strip() for each in header]
    known = frozenset(map(known_name, names))
    if "name" not in known:
        message = _("No column is called “Name”. The first row has: %(names)s.")
        found = ", ".join(filter(None, names))[:200].encode(errors="replace").decode()
        params = {"names": found or _("nothing")}
        raise ValidationError(message, code="no_name_column", params=params)
    if not below:
        raise ValidationError(_("The list has no meetings in it."), code="empty")
    return File(tuple((number, _row(names, cells)) for number, cells in below), known)


def _row(names: Sequence[str], cells: Sequence[object]) -> dict[str, object]:
    """Return one row by column; the first of two columns with one name is read.

    Cells that stand outside of every column are kept under an empty name.
    """
    row: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and row.get(name) in (None, ""):
            row[name] = _as_meant(cell)
    outside = [str(each) for each in cells[len(names) :] if str(each).strip()]
    return {**row, "": ", ".join(outside)} if outside else row


def _as_meant(cell: object) -> object:
    """Return a cell without the mark that keeps a spreadsheet from calculating it."""
    marked = isinstance(cell, str) and cell.startswith("'")
    return cell[1:] if marked and cell[1:].startswith(sheets.FORMULA_STARTS) else cell
