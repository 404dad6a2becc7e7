"""Files without headings, such as those of Wells Fargo: the cells say what they are."""

from collections.abc import Callable, Sequence

from django.core.exceptions import ValidationError

from intergroup.kit.dates import parse_day
from intergroup.kit.money import parse_money
from intergroup.kit.sheets import Row
from treasury.resources.statements.cells import amount_of, text_of
from treasury.resources.statements.shapes import Layout

TRIED = 20
_MARKS = ".,-"


def guess_bare(rows: Sequence[Row]) -> Layout | None:
    """Return a layout by column numbers, or None if the cells do not say enough."""
    width = min((len(row.cells) for row in rows[:TRIED]), default=0)
    columns = [[row.cells[i] for row in rows[:TRIED]] for i in range(width)]
    days = [i for i, cells in enumerate(columns) if _all(cells, _is_day)]
    sums = [i for i, cells in enumerate(columns) if i not in days and _is_money(cells)]
    whole = [i for i in sums if all(text_of(cell) for cell in columns[i])]
    parts = [i for i in sums if i not in whole]
    if not days or not (whole or len(parts) == 2):
        return None
    taken = {*days, *sums}
    rest = [i for i in range(width) if i not in taken]
    numbers = [i for i in rest if _all_filled(columns[i], str.isdigit)]
    words = [i for i in rest if i not in numbers and _longest(columns[i]) > 1]
    has_parts = len(parts) == 2
    return Layout(
        name="Wells Fargo" if _is_wells_fargo(columns) else "",
        dated=_name(days),
        amount="" if has_parts else _name(whole),
        money_out=_name(parts) if has_parts else "",
        money_in=_name(parts[1:]) if has_parts else "",
        balance=_name(whole) if has_parts else _name(whole[1:]),
        description=tuple(str(i + 1) for i in words),
        reference=_name(numbers),
        has_header=False,
    )


def _name(places: Sequence[int]) -> str:
    return str(places[0] + 1) if places else ""


def _is_wells_fargo(columns: Sequence[Sequence[object]]) -> bool:
    return len(columns) == 5 and {text_of(cell) for cell in columns[2]} == {"*"}


def _all(cells: Sequence[object], test: Callable[[object], bool]) -> bool:
    return bool(cells) and all(test(cell) for cell in cells)


def _all_filled(cells: Sequence[object], test: Callable[[str], bool]) -> bool:
    filled = [text for cell in cells if (text := text_of(cell))]
    return bool(filled) and all(test(text) for text in filled)


def _longest(cells: Sequence[object]) -> int:
    return max(len(text_of(cell)) for cell in cells)


def _is_day(cell: object) -> bool:
    try:
        parse_day(cell, day_first=False)
    except ValidationError:
        try:
            parse_day(cell, day_first=True)
        except ValidationError:
            return False
    return True


def _is_money(cells: Sequence[object]) -> bool:
    """Tell whether all that is filled is money, and some of it has cents or a sign."""
    texts = [text for cell in cells if (text := amount_of(cell))]
    return any(mark in text for text in texts for mark in _MARKS) and all(
        _is_amount(text) for text in texts
    )


def _is_amount(text: str) -> bool:
    try:
        parse_money(text, negative=True)
    except ValidationError:
        return False
    return True
