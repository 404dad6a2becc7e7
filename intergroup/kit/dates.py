"""Days, months and periods; both ends of a Period are inclusive."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import pages

ONE_DAY = timedelta(days=1)
EARLIEST = date(1935, 1, 1)

_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/\-](\d{1,2})[/\-](\d{4}|\d{2})")
_SEPT = re.compile(r"\bSept\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"(?<=[A-Za-z]{3})\.(?=[ \d])")
_NAMED = (
    *("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y"),
    *("%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"),
)
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}.*$", re.ASCII)

_TIME = re.compile(
    r"(\d{1,2})(?:[:.](\d{2})(?::(\d{2}))?)?(?: ?([ap])\.? ?m\.?)?",
    re.ASCII | re.IGNORECASE,
)
_TIMES_IN_WORDS = {"noon": time(12), "12 noon": time(12), "midnight": time(0)}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = _("The period ends on %(last)s, before it begins on %(first)s.")
            params = {"first": self.first, "last": self.last}
            raise ValidationError(message, code="backwards", params=params)

    def __str__(self) -> str:
        first = date_format(self.first, "DATE_FORMAT")
        return f"{first} – {date_format(self.last, 'DATE_FORMAT')}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def months(self) -> tuple[str, ...]:
        """Every month touched, as ``2022-01``."""
        return tuple(month_key(day) for day in month_starts(self))


def month_key(day: date) -> str:
    """Return ``2022-01``."""
    return f"{day:%Y-%m}"


def month_starts(period: Period) -> Iterable[date]:
    """Yield the first day of every month that the period touches."""
    day = period.first.replace(day=1)
    while day <= period.last:
        yield day
        day = add_months(day, 1)


def month_of(day: date) -> Period:
    """Return the calendar month that holds ``day``."""
    first = day.replace(day=1)
    return Period(first, add_months(first, 1) - ONE_DAY)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def fiscal_year(day: date, *, first_month: int) -> Period:
    """Return the fiscal year that holds ``day``; ``first_month`` is from 1 to 12."""
    year = day.year if day.month >= first_month else day.year - 1
    first = date(year, first_month, 1)
    return Period(first, add_months(first, 12) - ONE_DAY)


def parse_day(value: object, *, day_first: bool = False) -> date:
    """Read a day as people write it; ``day_first`` decides what 3/4/2026 means.

    With dots the day always comes first: 3.4.2026 is the third of April.
    Raises ValidationError with code ``not_a_day`` or ``impossible_year``.
    """
    return _check_year(_read_day(value, day_first=day_first))


def _read_day(value: object, *, day_first: bool) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _CLOCK.sub("", str(value).strip())
    for read in (_read_iso, _read_slashed, _read_named):
        try:
            day = read(text, day_first=day_first)
        except ValueError as error:
            message = _("“%s” is not a day of the calendar.") % text
            raise ValidationError(message, code="not_a_day") from error
        if day:
            return day
    message = _("“%s” is not a date. Write it as 2026-01-31.") % text
    raise ValidationError(message, code="not_a_day")


def says_day_first(values: Iterable[object]) -> bool | None:
    """Tell from a column whether days come before months; None if it does not say.

    A date with dots says nothing of the others: there the day comes first anyway.
    """
    for value in values:
        found = _SLASHED.fullmatch(_CLOCK.sub("", str(value).strip()))
        if found and int(found[1]) > 12 >= int(found[2]):
            return True
        if found and int(found[2]) > 12 >= int(found[1]):
            return False
    return None


def _check_year(day: date) -> date:
    if not EARLIEST.year <= day.year <= 2200:
        message = _("%s cannot be the right year.") % day.year
        raise ValidationError(message, code="impossible_year")
    return day


def _read_iso(text: str, *, day_first: bool) -> date | None:
    found = _ISO.fullmatch(text)
    return date(int(found[1]), int(found[3]), int(found[4])) if found else None


def _read_slashed(text: str, *, day_first: bool) -> date | None:
    dotted = _DOTTED.fullmatch(text)
    found = dotted or _SLASHED.fullmatch(text)
    if not found:
        return None
    one, two, year = map(int, found.groups())
    day, month = (one, two) if day_first or dotted else (two, one)
    return date(year + 2000 if year < 100 else year, month, day)


def _read_named(text: str, *, day_first: bool) -> date | None:
    plain = _CUT_SHORT.sub("", _SEPT.sub("Sep", text))
    for pattern in _NAMED:
        try:
            return datetime.strptime(plain, pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def parse_time(text: str) -> time:
    """Read a time of day as people write it: 19:30, 7:30 PM, 7pm or noon.

    Raises ValidationError with code ``not_a_time``.
    """
    words = text.strip().lower()
    try:
        return _TIMES_IN_WORDS.get(words) or _read_clock(words)
    except ValueError as error:
        message = _("“%s” is not a time of day.") % text.strip()
        raise ValidationError(message, code="not_a_time") from error


def _read_clock(words: str) -> time:
    found = _TIME.fullmatch(words)
    if not found or not (found[2] or found[4]):
        raise ValueError(words)
    hour, minute, second = (int(each or 0) for each in found.groups()[:3])
    if found[4]:
        hour = _from_half_day(hour, found[4])
    return time(hour, minute, second)


def _from_half_day(hour: int, half: str) -> int:
    """Return the hour of the whole day: 12 AM is 0, and 12 PM is 12."""
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half == "p" else 0)


class DayFormField(forms.DateField):
    """A box for a day that reads what people type, such as Nov. 22, 2026."""

    default_error_messages = {
        "invalid": gettext_lazy(
            "Enter a valid date. Write it as 2026-11-22 or Nov 22, 2026."
        )
    }

    def to_python(self, value: object) -> date | None:
        if value in self.empty_values:
            return None
        day_first = pages.context()["body"].is_day_first
        try:
            return _read_day(value, day_first=day_first)
        except ValidationError as error:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid"
            ) from error


class TimeFormField(forms.TimeField):
    """A box for a time of day that reads what people type, such as 7:30 PM."""

    default_error_messages = {
        "invalid": gettext_lazy("Enter a valid time. Write it as 19:30 or 7:30 PM.")
    }

    def to_python(self, value: object) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return None if value in self.empty_values else value
        try:
            return parse_time(str(value))
        except ValidationError as error:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid"
            ) from error
