"""Times of day, and instants, as people and machines write them."""

import re
from datetime import UTC, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit import dates
from intergroup.registry.feeds import texts
from intergroup.registry.feeds.days import NO_DAY

_WORDS = {
    "noon": time(12),
    "12 noon": time(12),
    "12noon": time(12),
    "12:00 noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
    "12:00 midnight": time(0),
    "24:00": time(0),
    "24:00:00": time(0),
}
_CLOCK = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}[ t])?"
    r"(\d{1,2})(?:[:.h](\d{2})|h)?(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s?(m)?\.?"
    r"(?:z|[+-]00:?00)?"
)
_DIGITS = re.compile(r"([01]?\d|2[0-3])([0-5]\d)")
_SPAN = re.compile(r"(.*?\S)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(\S.*)")
_LASTS = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_IN_TEXT = re.compile(r"[ T](\d{1,2}:\d{2}.*)$")
_NEVER = ("0000-00-00", "0000-00-00 00:00:00")


def read_time(value: object) -> time | None:
    """Return a time of day, to the minute; None for by appointment.

    Raises ValidationError (``not_a_time``).
    """
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, float) and 0 <= value < 1:  # a spreadsheet’s part of the day
        return _from_minutes(int(value * 1440 + 0.5))
    if isinstance(value, bool | list | dict):
        raise _not_a_time(value)
    text = texts.fold(value)
    if not text or text in NO_DAY:
        return None
    found = _WORDS.get(text) or _clock(text)
    if found is None:
        raise _not_a_time(value)
    return found


def read_span(value: object) -> tuple[time | None, time | None]:
    """Return beginning and end of ``7:00 - 8:30 PM``; the end is None for one time."""
    try:
        return read_time(value), None
    except ValidationError:
        span = _SPAN.fullmatch(texts.fold(value)) if isinstance(value, str) else None
        if not span:
            raise
    first, last = span.groups()
    half = re.search(r"[ap]\.?m?\.?$", last)
    if half and not re.search(r"[apn]", first):
        first += half[0]
    return read_time(first), read_time(last)


def ends_at(begins: str, lasts: object) -> time | None:
    """Return when a meeting ends that lasts ``01:30:00``; None if that is not told."""
    first = _clock(begins.strip().casefold())
    found = _LASTS.fullmatch(lasts.strip()) if isinstance(lasts, str) else None
    if not (first and found):
        return None
    minutes = int(found[1]) * 60 + int(found[2])
    return _from_minutes(first.hour * 60 + first.minute + minutes) if minutes else None


def read_instant(value: object, *, day_first: bool) -> datetime | None:
    """Return an instant in UTC, to the second; None for never.

    Raises ValidationError for what cannot be read.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 1e8:
        return _from_epoch(value)
    if isinstance(value, datetime):
        return _in_utc(value)
    text = texts.line(value)
    if not text or text in _NEVER:
        return None
    try:
        return _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        day = dates.parse_day(text, day_first=day_first)
    clock = _IN_TEXT.search(text)
    at = (read_time(clock[1]), _seconds(clock[1])) if clock else (None, 0)
    return datetime.combine(day, at[0] or time(), UTC) + timedelta(seconds=at[1])


def _clock(text: str) -> time | None:
    if found := _DIGITS.fullmatch(text):
        return time(int(found[1]), int(found[2]))
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[4]
    if not (found[2] or half or "h" in text):
        return None  # a bare 7 could be morning or evening
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _from_minutes(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _from_epoch(value: float) -> datetime:
    try:
        seconds = value / 1000 if value > 1e11 else value
        return _in_utc(datetime.fromtimestamp(int(seconds), UTC))
    except (ValueError, OverflowError, OSError) as error:
        raise ValidationError(_("This is no date."), code="not_a_day") from error


def _in_utc(moment: datetime) -> datetime:
    dates.parse_day(moment)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(microsecond=0)


def _seconds(clock: str) -> int:
    found = re.match(r"\d{1,2}:\d{2}:([0-5]\d)", clock)
    return int(found[1]) if found else 0


def _not_a_time(value: object) -> ValidationError:
    message = _("“%s” is not a time of day. Write it as 19:30 or 7:30 PM.")
    return ValidationError(message % texts.shown(value), code="not_a_time")
