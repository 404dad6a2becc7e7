"""Meeting types from a feed: codes or names, of our own list, the spec’s or TSML’s."""

import re
from collections.abc import Iterable

from intergroup.registry.actions.listing import Kind
from intergroup.registry.feeds import texts
from intergroup.registry.feeds.codes import ONLINE, SPEC_TYPES, TSML_LANGUAGES
from intergroup.registry.models import MeetingType

CLOSED_PLACE = "TC"
_ONLINE_WORDS = frozenset((ONLINE.casefold(), "online", "online meeting"))
_APART = re.compile(r"\s*[,;|]\s*")


class Kinds:
    """Every type known here or to the Meeting Guide, by code and by name."""

    def __init__(self, there: Iterable[MeetingType]) -> None:
        own = [Kind(each.code, each.name, each.aa_code) for each in _in_order(there)]
        spec = [Kind(code, name, code) for code, name in SPEC_TYPES.items()]
        self._known: dict[str, Kind] = {}
        self._learn((each.code, each) for each in own)
        self._learn((each.aa_code, each) for each in own)
        languages = [self._or_own(each) for each in _languages()]
        self._learn((each.code, each) for each in spec)
        self._learn(zip(TSML_LANGUAGES, languages, strict=True))
        self._learn((each.name, each) for each in own)
        self._learn((each.name, self._known[each.code.casefold()]) for each in spec)

    def read(self, value: object) -> tuple[list[Kind], list[str]]:
        """Return the types a value names, each once, and the words nobody knows."""
        found: dict[str, Kind] = {}
        unknown: list[str] = []
        for word in words(value):
            kinds = self._find(word)
            found |= {each.code: each for each in kinds}
            if not kinds and not is_online(word):
                unknown.append(word)
        return list(found.values()), unknown

    def _find(self, word: str) -> list[Kind]:
        """Return the type of a word, or of each word of “Speaker/Discussion”."""
        if kind := self._known.get(word.casefold()):
            return [kind]
        parts = [self._known.get(each.casefold()) for each in re.split(r"[\s/]+", word)]
        return [] if None in parts else parts

    def _or_own(self, language: Kind) -> Kind:
        return self._known.get(language.aa_code.casefold(), language)

    def _learn(self, pairs: Iterable[tuple[str, Kind]]) -> None:
        for word, kind in pairs:
            if word:
                self._known.setdefault(word.casefold(), kind)


def words(value: object) -> list[str]:
    """Return the words of a list, or of text with commas."""
    many = value if isinstance(value, list) else [value]
    parts = [part for each in many for part in _APART.split(texts.line(each))]
    return [part for part in parts if part]


def is_online(word: str) -> bool:
    """Tell whether a word says that a meeting is online, which is no type."""
    return word.casefold() in _ONLINE_WORDS


def one_of_open_and_closed(kinds: list[Kind]) -> list[Kind]:
    """Return the types without Open where Closed is said too, as TSML reads it."""
    codes = {each.code for each in kinds}
    both = {"O", "C"} <= codes
    return [each for each in kinds if not (both and each.code == "O")]


def _in_order(there: Iterable[MeetingType]) -> list[MeetingType]:
    return sorted(there, key=lambda each: (each.order, each.code))


def _languages() -> list[Kind]:
    """Return TSML’s languages, each with what the Meeting Guide calls it."""
    spec = {name: code for code, name in SPEC_TYPES.items()}
    return [
        Kind(code, name, spec.get(name, "")) for code, name in TSML_LANGUAGES.items()
    ]
