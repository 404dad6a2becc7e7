"""Days of the week as people write them: 0 is Sunday, as in the Meeting Guide."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.feeds import texts

_NAMES = (
    "sunday domingo dimanche sonntag domenica",
    "monday lunes lundi montag lunedi segunda",
    "tuesday martes mardi dienstag martedi terca",
    "wednesday miercoles mercredi mittwoch mercoledi quarta weds",
    "thursday jueves jeudi donnerstag giovedi quinta",
    "friday viernes vendredi freitag venerdi sexta",
    "saturday sabado samedi samstag sabato",
)
_DAYS = {name: day for day, names in enumerate(_NAMES) for name in names.split()}
_SHORT = {"su": 0, "mo": 1, "tu": 2, "we": 3, "th": 4, "fr": 5, "sa": 6}
_SETS = {
    "daily": range(7),
    "everyday": range(7),
    "every day": range(7),
    "7 days a week": range(7),
    "weekdays": range(1, 6),
    "weekends": (0, 6),
}
NO_DAY = frozenset(
    (
        "appointment",
        "by appointment",
        "ongoing",
        "varies",
        "tba",
        "tbd",
        "none",
        "null",
        "n/a",
        "-",
    )
)
_NUMBER = re.compile(r"0?([0-6])(?:\.0+)?")
_APART = re.compile(r"\s*(?:[,;/&+|]|\band\b|\by\b|\bet\b|\bund\b)\s*")
_SPAN = re.compile(r"(\w+)\.?\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b)\s*(\w+)\.?")

_WORD = re.compile(r"[^\s-]+")


def read_days(value: object) -> tuple[int, ...]:
    """Return the days a meeting is held on, in order; none for by appointment.

    Raises ValidationError (``not_a_day``) for what is no day of the week.
    """
    if isinstance(value, list):
        return tuple(sorted({day for each in value for day in _read(each)}))
    return _read(value)


def _read(value: object) -> tuple[int, ...]:
    if isinstance(value, bool | list | dict):
        raise _not_a_day(value)
    text = _bare(texts.fold(value))
    if not text or text in NO_DAY:
        return ()
    if text in _SETS:
        return tuple(_SETS[text])
    days: set[int] = set()
    for part in _APART.split(text):
        days |= set(_part(part, value)) if part else set()
    return tuple(sorted(days))


def _part(text: str, value: object) -> tuple[int, ...]:
    if text in _SETS:
        return tuple(_SETS[text])
    day = _one(text)
    if day is not None:
        return (day,)
    span = _SPAN.fullmatch(text)
    days = [_one(each) for each in (span.groups() if span else _WORD.findall(text))]
    if len(days) < 2 or None in days:
        raise _not_a_day(value)
    if not span:
        return tuple(days)
    first, last = days
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _one(text: str) -> int | None:
    """Return the day of a number, a name, or the beginning of a name."""
    if number := _NUMBER.fullmatch(text):
        return int(number[1])
    text = text.rstrip(".").removesuffix("-feira")
    for name in (text, text.removesuffix("s")):
        if name in _SHORT:
            return _SHORT[name]
        for full, day in _DAYS.items():
            if len(name) > 2 and full.startswith(name):
                return day
    return None


def _bare(text: str) -> str:
    """Return text without accents."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(each for each in apart if not unicodedata.combining(each))


def _not_a_day(value: object) -> ValidationError:
    message = _(
        "“%s” is not a day of the week. Write 0 to 6 (0 is Sunday) or a name, "
        "such as Monday."
    )
    return ValidationError(message % texts.shown(value), code="not_a_day")
