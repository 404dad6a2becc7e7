"""CSV and XLSX files of banks and payment apps: the rows of a file as statements."""

import re
from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.dates import says_day_first
from intergroup.kit.sheets import Row
from treasury.resources.statements import rows as row_reading
from treasury.resources.statements.closings import Sheet, finish
from treasury.resources.statements.headings import plain
from treasury.resources.statements.layouts import SEARCHED, guess_layout, header_row
from treasury.resources.statements.rows import Rules
from treasury.resources.statements.shapes import MOST_LINES, Layout, Read

_FILE_NAME = re.compile(r"chase(\d{4})", re.IGNORECASE)


def read_table(
    rows: Sequence[Row],
    *,
    name: str,
    layout: Layout | None,
    day_first: bool,
    currency: str,
) -> list[Read]:
    """Return one statement for each account of a bank’s table.

    Without a ``layout`` one is guessed. Raises ValidationError (``unknown_layout``,
    ``missing_column``) where the columns cannot be told.
    """
    if len(rows) > MOST_LINES + SEARCHED:
        message = _("The file has more than %(most)s lines. Ask for a shorter time.")
        raise ValidationError(message, code="too_long", params={"most": MOST_LINES})
    layout = layout or guess_layout(rows) or _refuse_unknown(rows)
    header = header_row(rows, layout) if layout.has_header else None
    places = _places(rows, layout, header)
    above = [row for row in rows if header and row.number < header.number]
    below = rows[len(above) + (1 if header else 0) :]
    rules = Rules(
        layout=layout,
        places=places,
        header=header,
        currency=currency,
        is_day_first=_is_day_first(below, places["dated"], layout, day_first=day_first),
        signs=_signs(below, layout, places),
    )
    sheets = _read_rows(below, rules)
    hint = _hint(name)
    return [
        finish(each, rules=rules, account=account or hint, above=above)
        for account, each in sheets.items()
    ]


def _refuse_unknown(rows: Sequence[Row]) -> Layout:
    widest = max(rows[:SEARCHED], key=lambda row: sum(map(bool, row.cells)))
    there = ", ".join(str(cell).strip() for cell in widest.cells if str(cell).strip())
    message = _(
        "Nothing tells which columns hold the date and the amount. Set them by hand. "
        "Row %(row)s says: %(there)s."
    )
    params = {"row": widest.number, "there": there[:200]}
    raise ValidationError(message, code="unknown_layout", params=params)


def _places(
    rows: Sequence[Row], layout: Layout, header: Row | None
) -> dict[str, tuple[int, ...]]:
    """Return where each column of the layout stands in a row."""
    headings = [plain(cell) for cell in header.cells] if header else []
    width = max(len(row.cells) for row in rows[:100])
    places = {}
    for column, names in row_reading.columns(layout).items():
        found = [_place(each, headings, width) for each in names]
        places[column] = tuple(found)
    return places


def _place(name: str, headings: Sequence[str], width: int) -> int:
    if plain(name) in headings:
        return headings.index(plain(name))
    if name.isascii() and name.isdigit() and 0 < int(name) <= width:
        return int(name) - 1
    message = _("There is no column “%(name)s”. The columns are: %(there)s.")
    there = ", ".join(each for each in headings if each) or str(width)
    params = {"name": name, "there": there[:200]}
    raise ValidationError(message, code="missing_column", params=params)


def _is_day_first(
    rows: Iterable[Row], place: tuple[int, ...], layout: Layout, *, day_first: bool
) -> bool:
    """Return what the dates say, else the saved mapping, else the body’s own way."""
    cells = [row.cells[place[0]] for row in rows if len(row.cells) > place[0]]
    told = says_day_first(cells)
    if told is not None:
        return told
    return day_first if layout.is_day_first is None else layout.is_day_first


def _signs(
    rows: Iterable[Row], layout: Layout, places: Mapping[str, tuple[int, ...]]
) -> Mapping[int, int]:
    """Return the sign of each row where a column says debit or credit, else nothing."""
    if not layout.direction or not layout.amount:
        return {}
    return row_reading.signs(rows, places["direction"][0], places["amount"][0])


def _read_rows(rows: Iterable[Row], rules: Rules) -> dict[str, Sheet]:
    """Read every row into the sheet of its account; there is always one sheet."""
    sheets: dict[str, Sheet] = {}
    for row in rows:
        try:
            facts = row_reading.read_row(row, rules)
        except ValidationError as error:
            sheet = sheets.setdefault(row_reading.account_of(row, rules), Sheet())
            sheet.problems.add(" ".join(error.messages))
            continue
        if facts is None:
            continue
        sheet = sheets.setdefault(facts.account, Sheet())
        if facts.left_out:
            sheet.left_out[facts.left_out] += 1
        else:
            sheet.facts.append(facts)
    return sheets or {"": Sheet()}


def _hint(name: str) -> str:
    found = _FILE_NAME.search(name)
    return found[1] if found else ""
