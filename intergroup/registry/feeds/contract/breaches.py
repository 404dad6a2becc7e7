"""What in a feed breaks the contract with its readers: the meeting and the rule.

The rules are those of the Meeting Guide’s specification, and what the Meeting Guide
app, tsml-ui and the TSML plugin were seen to do with rows that break them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from intergroup.registry.feeds.contract import when, where, whose
from intergroup.registry.feeds.contract.cells import Found, Row, text_of
from intergroup.registry.feeds.profiles import GUIDE, TSML, Profile

_NAME, _SLUG = 255, 64
_RULES: tuple[Callable[[Row], Iterator[Found]], ...] = (
    *when.RULES,
    *where.RULES,
    *whose.RULES,
)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a row breaks; ``row`` counts from 1, ``field`` may be empty."""

    row: int
    meeting: str
    field: str
    sentence: str

    def __str__(self) -> str:
        named = f" “{self.meeting}”" if self.meeting else ""
        field = f", {self.field}" if self.field else ""
        return f"{self.row}{named}{field}: {self.sentence}"


def breaches(rows: object, profile: Profile = GUIDE) -> list[Breach]:
    """Return what a feed’s readers would stumble over, row by row; pure."""
    if not isinstance(rows, list):
        return [Breach(0, "", "", _("A feed is one list of meetings: […]."))]
    twice = _given_twice(rows)
    several = sum(isinstance(_day(row), list) for row in rows)
    found = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            found.append(Breach(number, "", "", _("This is not a meeting.")))
            continue
        own = [*_of_row(row, twice, profile), *_days(row, several)]
        name = text_of(row, "name") or text_of(row, "slug")
        found += [Breach(number, name, *each) for each in own]
    return found


def _of_row(row: Row, twice: set[str], profile: Profile) -> Iterator[Found]:
    yield from _name(row)
    yield from _slug(row, twice)
    yield from _types(row, profile)
    for rule in _RULES:
        yield from rule(row)


def _name(row: Row) -> Iterator[Found]:
    name = text_of(row, "name")
    if not name:
        yield "name", _("A meeting needs a name.")
    if len(name) > _NAME:
        yield "name", _("A name has at most 255 characters.")
    if name.casefold() in ("aa", "ha", "meeting"):
        yield "name", _("This says nothing of the meeting: give it a name of its own.")


def _slug(row: Row, twice: set[str]) -> Iterator[Found]:
    slug = text_of(row, "slug")
    if not slug:
        yield "slug", _("Without a slug of its own, readers drop the row.")
    if slug in twice:
        yield "slug", _("Another row has the same slug: readers drop one of them.")
    if len(slug) > _SLUG:
        yield "slug", _("A slug has at most 64 characters.")
    if any(not (each.isalnum() or each in "-_.~") for each in slug):
        yield "slug", _("A slug stands in addresses: letters, digits and hyphens only.")


def _types(row: Row, profile: Profile) -> Iterator[Found]:
    types = row.get("types", [])
    if not isinstance(types, Sequence) or isinstance(types, str):
        yield "types", _("Types are a list of codes: [“O”, “D”].")
        return
    for code in types:
        if not _is_known(code, profile):
            sentence = _("“%s” is no code that readers know: they leave it out.")
            yield "types", sentence % code
    if {"O", "C"} <= {code for code in types if isinstance(code, str)}:
        yield "types", _("Open and Closed at once: readers take it for Closed.")


def _is_known(code: object, profile: Profile) -> bool:
    """Tell whether readers know a code; TSML takes a plain name into the notes."""
    if not isinstance(code, str):
        return False
    is_name = profile is TSML and not code.isupper()
    return is_name or code in profile.codes or code == "ONL"


def _days(row: Row, several: int) -> Iterator[Found]:
    """Yield a breach for several days in one row: two such rows stop tsml-ui."""
    if isinstance(_day(row), list):
        if several > 1:
            yield (
                "day",
                _("A list of days, in more than one row: tsml-ui then shows nothing."),
            )
        else:
            yield "day", _("A list of days: write a row for each day.")


def _day(row: object) -> object:
    return row.get("day") if isinstance(row, Mapping) else None


def _given_twice(rows: Iterable[object]) -> set[str]:
    slugs = Counter(text_of(row, "slug") for row in rows if isinstance(row, Mapping))
    return {slug for slug, times in slugs.items() if slug and times > 1}
