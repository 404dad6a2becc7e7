"""Reading one cell of a spreadsheet of positions or terms; pure, without the database.

Each reader takes the cell as text and raises ValidationError with a sentence that goes
on behind “Row 3, column Seats:”. A cell that says nothing gives SILENT, or what an
empty cell means.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from intergroup.kit.dates import parse_day
from intergroup.kit.sheets import FORMULA_STARTS
from service.reports.positions import month_name

SILENT: Final = object()
MOST_LETTERS = 20_000
LARGEST = 32_767  # what a small number holds on every database
MONTHS_IN_A_YEAR = 12
YES = ("yes", "y", "true", "1", "on", "x", "✓")
NO = ("no", "n", "false", "0", "off")

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WHOLE = re.compile(r"\d{1,6}")
_LENGTH = re.compile(r"(\d{1,4})\s*-?\s*(y|yr|yrs|year|years|m|mo|mos|month|months)\.?")

Reader = Callable[[object], object]


def line(cell: object) -> str:
    """Return a text of one line, with single blanks."""
    return " ".join(text(cell).split())


def text(cell: object) -> str:
    """Return a text as it was written, without signs that nobody sees.

    The mark that keeps a formula harmless in our own files goes as well.
    """
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    said = str(cell).replace("\r\n", "\n").replace("\r", "\n")
    said = _UNSEEN.sub("", said).strip()
    if len(said) > MOST_LETTERS:
        message = _("this is longer than %s letters.") % MOST_LETTERS
        raise ValidationError(message, code="too_long")
    is_marked = said.startswith("'") and said[1:].startswith(FORMULA_STARTS)
    return said[1:] if is_marked else said


def at_most(length: int) -> Reader:
    """Return a reader of one line that holds so many letters."""

    def read(cell: object) -> str:
        said = line(cell)
        if len(said) > length:
            message = _("this is longer than %s letters.") % length
            raise ValidationError(message, code="too_long")
        return said

    return read


def needed(read: Reader, sentence: str) -> Reader:
    """Return a reader that refuses an empty cell with a sentence."""

    def reads(cell: object) -> object:
        if not line(cell):
            raise ValidationError(sentence, code="empty")
        return read(cell)

    return reads


def none_if_empty(read: Reader) -> Reader:
    """Return a reader that gives None for an empty cell, not SILENT."""

    def reads(cell: object) -> object:
        return read(cell) if line(cell) else None

    return reads


def whole(cell: object) -> object:
    """Return a whole number; an empty cell says nothing."""
    said = line(cell)
    if not said:
        return SILENT
    if not (_WHOLE.fullmatch(said) and said.isascii()):
        message = _("“%s” is not a whole number.") % _cut(said)
        raise ValidationError(message, code="number")
    if int(said) > LARGEST:
        raise ValidationError(_("“%s” is too large.") % said, code="too_large")
    return int(said)


def months(cell: object, *, heading: str) -> object:
    """Return a length in months: 24, “2 years”, “18 months”.

    A bare number means what the heading says; raises ValidationError (``no_unit``)
    where that says neither months nor years.
    """
    said = line(cell).casefold()
    if not said:
        return SILENT
    if found := _LENGTH.fullmatch(said):
        per = MONTHS_IN_A_YEAR if found[2].startswith("y") else 1
        return int(found[1]) * per
    number = whole(said)
    if "month" in heading:
        return number
    if "year" in heading:
        return number * MONTHS_IN_A_YEAR
    message = _("“%s”: is that years or months? Write “2 years” or “24 months”.")
    raise ValidationError(message % _cut(said), code="no_unit")


def yes_or_no(cell: object) -> object:
    """Return True or False; an empty cell says nothing."""
    said = line(cell).casefold()
    if not said:
        return SILENT
    if said in YES or said == _("yes").casefold():
        return True
    if said in NO or said == _("no").casefold():
        return False
    raise ValidationError(_("“%s” is neither yes nor no.") % _cut(said), code="yes_no")


def day(cell: object, *, day_first: bool) -> date | None:
    """Return a day as people write it, None for an empty cell."""
    is_day = isinstance(cell, date | datetime)
    said = cell if is_day else line(cell)
    return parse_day(said, day_first=day_first) if said else None


def month(cell: object) -> int | None:
    """Return a month from 1 to 12: 10, October or Oct; None for an empty cell."""
    said = line(cell).casefold().rstrip(".")
    if not said:
        return None
    if said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= MONTHS_IN_A_YEAR:
        return int(said)
    for number in range(1, MONTHS_IN_A_YEAR + 1):
        name = month_name(number).casefold()
        if said == name or (len(said) >= 3 and name.startswith(said)):
            return number
    raise ValidationError(_("“%s” is not a month.") % _cut(said), code="month")


def one_of(choices: type[models.TextChoices]) -> Reader:
    """Return a reader of one of the choices, by its value, its label or its beginning.

    An empty cell is the choice that is empty, where there is one, or says nothing.
    """

    def read(cell: object) -> object:
        said = line(cell).casefold()
        if not said:
            return "" if "" in choices.values else SILENT
        for choice in choices:
            if said in _words_for(choice):
                return choice.value
        known = ", ".join(str(each.label) for each in choices)
        message = _("“%(said)s” is none of: %(known)s.")
        raise ValidationError(
            message, code="choice", params={"said": _cut(said), "known": known}
        )

    return read


def _words_for(choice: models.TextChoices) -> Iterable[str]:
    label = str(choice.label).casefold()
    return {choice.value, label, label.partition(",")[0], label.partition(":")[0]}


def _cut(said: str) -> str:
    return said if len(said) <= 40 else f"{said[:40]}…"
