"""One cell of a bank’s table as text, a day or an amount."""

import re
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.dates import parse_day
from intergroup.kit.money import check_places, parse_money
from intergroup.kit.sheets import bad_text

_KEPT_AS_TEXT = re.compile(r'="([^"]*)"?')
_FORMULA = re.compile(r"[=＝]|[-+@＋－＠](?:\s*\w{0,40}\s*[(|!]|.{0,200}\|.{0,200}!)")
_BEHIND = {"CR": "", "DR": "-"}
_SWALLOWED = re.compile(r"\n\"?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[\"',;\t]")


def text_of(cell: object) -> str:
    """Return a cell as text in single blanks; ="0012" is Excel’s way to say 0012."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str(cell).split())
    kept = _KEPT_AS_TEXT.fullmatch(text)
    return kept[1] if kept else text


def amount_of(cell: object) -> str:
    """Return the text of an amount: a workbook’s number in full, 5.00 DR as -5.00."""
    if isinstance(cell, float):
        return f"{cell:.10f}".rstrip("0").removesuffix(".")
    text = text_of(cell).removesuffix(".")
    if text[-2:].upper() in _BEHIND:
        text = _BEHIND[text[-2:].upper()] + text[:-2].rstrip()
    return text


def check_text(cell: object) -> None:
    """Raise ValidationError for a cell that is a formula, no text, or half the file."""
    if not isinstance(cell, str):
        return
    if bad_text(cell):
        message = _("this is not UTF-8 text. Save the file as “CSV UTF-8”.")
        raise ValidationError(message, code="encoding")
    if _SWALLOWED.search(cell):
        message = _("other lines stand within this cell. Is a quote not closed?")
        raise ValidationError(message, code="open_quote")
    if _FORMULA.match(text_of(cell)):
        message = _("this is a formula, not text.")
        raise ValidationError(message, code="formula")


def read_day(cell: object, *, day_first: bool) -> date:
    """Return the day of a cell; raise ValidationError if there is none."""
    if not text_of(cell):
        raise ValidationError(_("there is no date."), code="no_date")
    return parse_day(
        cell if not isinstance(cell, str) else text_of(cell), day_first=day_first
    )


def read_amount(cell: object, currency: str) -> Decimal:
    """Return the signed amount of a cell; raise ValidationError if it is none."""
    amount = parse_money(amount_of(cell), negative=True)
    check_places(amount, currency)
    return amount
