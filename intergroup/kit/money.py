"""Money: whole cents in the database, Decimal in Python, one way to show it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import DecimalValidator
from django.db import models
from django.forms import DecimalField as DecimalFormField
from django.forms import TextInput, Widget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
LARGEST = Decimal("9999999999.99")

_SIGNS = "-−–"  # hyphen, minus sign, en dash
_BLANK = "[ \u00a0\u2009\u202f]"  # plain, no-break, thin, narrow no-break
_SYMBOL = "(?:R|(?:R|C|A|US|CA|NZ)?[$]|[£€¥₹₩₪])"


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code; ``places`` is 2, or 0 where it has no cents."""

    code: str
    symbol: str
    places: int = 2


CURRENCIES = {
    each.code: each
    for each in (
        Currency("USD", "$"),
        Currency("CAD", "$"),
        Currency("AUD", "$"),
        Currency("NZD", "$"),
        Currency("GBP", "£"),
        Currency("EUR", "€"),
        Currency("CHF", "CHF "),
        Currency("SEK", "SEK "),
        Currency("NOK", "NOK "),
        Currency("DKK", "DKK "),
        Currency("PLN", "PLN "),
        Currency("CZK", "CZK "),
        Currency("MXN", "$"),
        Currency("BRL", "R$"),
        Currency("ZAR", "R"),
        Currency("INR", "₹"),
        Currency("ILS", "₪"),
        Currency("JPY", "¥", 0),
        Currency("KRW", "₩", 0),
        Currency("CLP", "$", 0),
        Currency("ISK", "ISK ", 0),
    )
}


_UNIT = f"(?:(?i:{'|'.join(CURRENCIES)})|{_SYMBOL})"
_AMOUNT = re.compile(
    f"([-+]?){_BLANK}?(?:{_UNIT}{_BLANK}?)?([-+]?){_BLANK}?"
    f"([0-9.,](?:.*[0-9])?)"
    f"{_BLANK}?([-+]?)(?:{_BLANK}?{_UNIT})?([-+]?)"
)
_BARE = re.compile(r"[0-9]+(\.[0-9]+)?|\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_SPACED = re.compile(
    rf"[1-9][0-9]{{0,2}}({_BLANK}|['’])[0-9]{{3}}(\1[0-9]{{3}})*(\.[0-9]+|,[0-9]{{1,2}})?"
)
_COMMA_DECIMAL = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+),[0-9]{1,2}")


class MoneyField(models.BigIntegerField):
    """A Decimal in Python, whole cents in the database.

    SQLite keeps DecimalField as floating point, so SUM(0.10, 0.20, -0.30) is not
    zero there. Whole cents add up exactly on every database. A currency without
    cents is kept in hundredths too, so that one rule reads every database.
    """

    description = gettext_lazy("Amount of money")

    def from_db_value(
        self, value: int | None, expression: object, connection: object
    ) -> Decimal | None:
        return None if value is None else from_cents(int(value))

    def to_python(self, value: object) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, int):
            return Decimal(value).quantize(CENT)
        return parse_money(str(value), negative=True)

    def get_prep_value(self, value: object) -> int | None:
        return None if value is None else to_cents(self.to_python(value))

    def clean(self, value: object, model_instance: models.Model) -> Decimal | None:
        value = self.to_python(value)
        self.validate(value, model_instance)
        if value is not None:
            DecimalValidator(12, 2)(value)
        return value

    def formfield(self, **kwargs: object) -> DecimalFormField:
        # The admin hands over a box for whole numbers, which turns 12,50 into 1250.
        kwargs.pop("widget", None)
        options = {"max_digits": 12, "decimal_places": 2, "localize": False}
        return models.Field.formfield(
            self, **{"form_class": MoneyFormField, **options, **kwargs}
        )


class MoneyFormField(DecimalFormField):
    """A box for money that reads what people type, such as $1,300.00."""

    widget = TextInput

    def to_python(self, value: object) -> Decimal | None:
        if isinstance(value, str):
            return parse_money(value, negative=True) if value.strip() else None
        return super().to_python(value)

    def widget_attrs(self, widget: Widget) -> dict[str, str]:
        return {"inputmode": "decimal", "autocomplete": "off", "class": "money"}


def to_cents(amount: Decimal) -> int:
    """Return whole cents; raise ValueError where a part of a cent would be lost."""
    cents = amount.scaleb(2)
    if cents != int(cents):
        raise ValueError(f"{amount} has more than two decimal places")
    return int(cents)


def from_cents(cents: int) -> Decimal:
    """Return the amount with two places."""
    return Decimal(cents).scaleb(-2)


def unit_of(currency: str) -> Decimal:
    """Return the smallest amount of a currency: a cent, or 1 where it has none."""
    return Decimal(1).scaleb(-CURRENCIES[currency].places)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum, 0.00 for none."""
    return sum(amounts, ZERO)


def parse_money(text: str, *, negative: bool = False) -> Decimal:
    """Read an amount as people write it: 1300, $1,300.00, 1.300,00 or (45.00).

    Raises ValidationError with code ``not_money``, ``too_precise``, ``negative``
    (unless ``negative`` is allowed) or ``too_large``.
    """
    bare, below_zero = _strip_sign(text)
    number = _plain_digits(bare, text)
    if _is_too_precise(number):
        message = _("“%s” has more than two places after the point.") % text.strip()
        raise ValidationError(message, code="too_precise")
    if number > LARGEST:
        message = _("“%s” is more than these books can hold.") % text.strip()
        raise ValidationError(message, code="too_large")
    if below_zero and number and not negative:
        message = _("“%s” is less than zero.") % text.strip()
        raise ValidationError(message, code="negative")
    return (-number if below_zero and number else number).quantize(CENT)


def _is_too_precise(number: Decimal) -> bool:
    """Tell whether cents are cut, or 1.300 may mean thirteen hundred elsewhere."""
    places = -number.as_tuple().exponent
    return places > 2 and (places % 3 == 0 or number != number.quantize(CENT))


def _strip_sign(text: str) -> tuple[str, bool]:
    """Return the bare text without currency and sign, and whether it is below zero."""
    bare = text.replace("&nbsp;", " ").translate({ord(sign): "-" for sign in _SIGNS})
    bare = bare.strip()
    in_brackets = bare.startswith("(") and bare.endswith(")")
    found = _AMOUNT.fullmatch(bare[1:-1].strip() if in_brackets else bare)
    if not found:
        return "", False
    before, inside, number, behind, after = found.groups()
    signs = before + inside + behind + after
    return (number if len(signs) < 2 else ""), in_brackets or signs == "-"


def _plain_digits(bare: str, text: str) -> Decimal:
    if _BARE.fullmatch(bare):
        return Decimal(bare)
    if _GROUPED.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if _COMMA_DECIMAL.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if spaced := _SPACED.fullmatch(bare):
        return Decimal(bare.replace(spaced[1], "").replace(",", "."))
    message = _("“%s” is not an amount of money.") % text.strip()
    raise ValidationError(message, code="not_money")


def check_places(amount: Decimal, currency: str) -> None:
    """Raise ValidationError (``no_cents``) where the currency has no such fraction."""
    if CURRENCIES[currency].places == 0 and amount % 1:
        message = _("%(currency)s has no cents, so %(amount)s cannot be right.")
        params = {"currency": currency, "amount": amount}
        raise ValidationError(message, code="no_cents", params=params)


def figures(amount: Decimal | None, currency: str = "") -> str:
    """Return ``1,300.00`` for a column: no symbol, a real minus sign, no “-0.00”."""
    if amount is None:
        return ""
    places = CURRENCIES[currency].places if currency else 2
    text = f"{abs(amount):,.{places}f}"
    return f"−{text}" if amount < 0 and text.strip("0.,") else text


def in_words(amount: Decimal, currency: str) -> str:
    """Return ``$1,300.00`` for a sentence."""
    text = figures(amount, currency)
    symbol = CURRENCIES[currency].symbol
    return f"−{symbol}{text[1:]}" if text.startswith("−") else f"{symbol}{text}"


def plain(amount: Decimal) -> str:
    """Return ``-1300.00`` for a machine: JSON and CSV."""
    return f"{amount + ZERO:.2f}"
