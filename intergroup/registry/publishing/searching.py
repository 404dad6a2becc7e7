"""Finding published meetings, all in memory: an index made once for each directory."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from math import inf

from django.utils.translation import get_language

from intergroup.registry.publishing.facets import FACETS, Choice, choices_of
from intergroup.registry.publishing.occurrences import FAR, days, occurrences
from intergroup.registry.publishing.published import Published
from intergroup.registry.publishing.records import PublishedMeeting

MOST_WORDS, MOST_LETTERS = 8, 100


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting, the next day it is held from today on, and what it can be found by.

    From ``over_at`` on, today’s is over, and ``again_on`` is its day.
    """

    meeting: PublishedMeeting
    text: str
    next_on: date | None
    again_on: date | None = None
    over_at: float = inf

    def held_on(self, now: float) -> date | None:
        """Return the next day on which it is held and not yet over."""
        return self.again_on if self.over_at <= now else self.next_on


@dataclass(frozen=True, slots=True)
class Index:
    """Every meeting from today on, and the numbers of those under each choice."""

    entries: tuple[Listed, ...]
    choices: dict[str, tuple[Choice, ...]]
    under: dict[tuple[str, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for: a choice of some facets, and words.

    ``unknown`` is what the address asked for and nobody knows: it is left out.
    """

    chosen: dict[str, Choice]
    words: str = ""
    unknown: tuple[str, ...] = ()

    def without(self, name: str) -> "Search":
        """Return the same search but for one facet, or for the words."""
        chosen = {key: each for key, each in self.chosen.items() if key != name}
        return Search(chosen, "" if name == "words" else self.words)

    @property
    def address(self) -> dict[str, str]:
        """What says the same in an address."""
        said = {name: choice.value for name, choice in self.chosen.items()}
        return {**said, "words": self.words} if self.words else said


def index(published: Published) -> Index:
    """Return the index of a directory in the reader’s language, made once."""
    key = ("index", get_language())
    return published.keep(key, lambda: _index(published))


def _index(published: Published) -> Index:
    entries = tuple(sorted(_entries(published), key=_in_time))
    under: dict[tuple[str, str], set[int]] = {}
    choices: dict[str, dict[str, Choice]] = {facet: {} for facet in FACETS}
    for number, entry in enumerate(entries):
        for facet, choice in choices_of(published, entry.meeting):
            choices[facet].setdefault(choice.value, choice)
            under.setdefault((facet, choice.value), set()).add(number)
    return Index(
        entries,
        {facet: tuple(sorted(each.values())) for facet, each in choices.items()},
        {key: frozenset(found) for key, found in under.items()},
    )


def _in_time(entry: Listed) -> tuple:
    meeting = entry.meeting
    when = entry.next_on or date.max, meeting.time or time.max
    return (*when, meeting.name, meeting.slug)


def _entries(published: Published) -> Iterable[Listed]:
    for meeting in published.meetings:
        text = _text(published, meeting)
        ahead = days(meeting, published.on, _horizon(published.on, meeting))
        next_on = next(ahead, None)
        if next_on != published.on:
            yield Listed(meeting, text, next_on)
            continue
        today = next(occurrences(meeting, next_on, next_on), None)
        over_at = today.end.timestamp() if today else inf
        yield Listed(meeting, text, next_on, next(ahead, None), over_at)


def _horizon(on: date, meeting: PublishedMeeting) -> date:
    return max(on, meeting.first_on or on) + FAR


def _text(published: Published, meeting: PublishedMeeting) -> str:
    place, group = meeting.place, meeting.group
    kinds = (published.types[code] for code in meeting.types if code in published.types)
    words = [
        *(meeting.name, meeting.notes),
        *((place.name, place.address, place.region, place.sub_region) if place else ()),
        *((group.name,) if group else ()),
        *(word for kind in kinds for word in (kind.name, *kind.names.values())),
    ]
    return fold(" ".join(words))


def fold(text: str) -> str:
    """Return a text as it is compared: small letters, without accents."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in apart if not unicodedata.combining(each))
    return text.casefold()


def read(index: Index, asked: Mapping[str, str]) -> Search:
    """Read a search from an address; what nobody knows is told and left out."""
    known = {(f, c.value): c for f, found in index.choices.items() for c in found}
    said = {facet: asked.get(facet, "").strip() for facet in FACETS}
    wanted = {facet: value.lower() for facet, value in said.items() if value}
    chosen = {f: known[f, v] for f, v in wanted.items() if (f, v) in known}
    unknown = tuple(said[f][:MOST_LETTERS] for f in wanted if f not in chosen)
    words = asked.get("words", "").replace("\0", "")[:MOST_LETTERS].split()
    return Search(chosen, " ".join(words[:MOST_WORDS]), unknown)


def find(index: Index, search: Search) -> list[int]:
    """Return the numbers of the entries that are looked for, in the order of time."""
    sets = [index.under[facet, c.value] for facet, c in search.chosen.items()]
    found = sorted(frozenset.intersection(*sets)) if sets else range(len(index.entries))
    words = fold(search.words).split()
    entries = index.entries
    return [n for n in found if all(word in entries[n].text for word in words)]


def in_order(index: Index, found: list[int], now: datetime) -> list[int]:
    """Put what is over for today behind the week that lies ahead."""
    instant, entries = now.timestamp(), index.entries
    if not any(entries[number].over_at <= instant for number in found):
        return found

    def when(number: int) -> tuple[date, int]:
        return entries[number].held_on(instant) or date.max, number

    return sorted(found, key=when)
