"""Meeting types from a feed: codes or names, of our own list, the spec’s or TSML’s."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from intergroup.registry.actions.listing import Kind
from intergroup.registry.feeds import texts
from intergroup.registry.feeds.codes import (
    HA_TYPES,
    ONLINE,
    SPEC_TYPES,
    TSML_LANGUAGES,
)
from intergroup.registry.models import MeetingType

_ONLINE_WORDS = frozenset((ONLINE.casefold(), "online", "online meeting"))
_APART = re.compile(r"\s*[,;|]\s*")
_BRACKETED = re.compile(r"\[(.*)\]")


@dataclass(frozen=True, slots=True)
class Found:
    """The types of a row, each once, and the words nobody knows.

    Online is no type, but a word to be heard.
    """

    kinds: tuple[Kind, ...] = ()
    unknown: tuple[str, ...] = ()
    is_online: bool = False

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the types."""
        return frozenset(each.code for each in self.kinds)

    @property
    def is_open_and_closed(self) -> bool:
        """Whether the row says both, which TSML reads as Closed."""
        return {"O", "C"} <= self.codes

    @property
    def kept(self) -> tuple[Kind, ...]:
        """The types without Open where Closed is said too."""
        both = self.is_open_and_closed
        return tuple(each for each in self.kinds if not (both and each.code == "O"))


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
        own_codes = {each.code: each for each in own}
        self._learn(
            (name, own_codes[code])
            for code, name in HA_TYPES.items()
            if code in own_codes
        )

    def read(self, value: object) -> Found:
        """Return what the types of a row say; ValidationError for what is no text."""
        kinds: dict[str, Kind] = {}
        unknown: list[str] = []
        said = words(value)
        for word in said:
            found = self._find(word)
            kinds |= {each.code: each for each in found}
            if not found and not is_online(word):
                unknown.append(word)
        return Found(tuple(kinds.values()), tuple(unknown), any(map(is_online, said)))

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
    """Return the words of a list, or of text with commas.

    PHP writes a list with a gap in it as an object; its values are the list.
    """
    value = list(value.values()) if isinstance(value, dict) else value
    many = value if isinstance(value, list) else [value]
    parts = [part for each in many for part in _parts(texts.line(each))]
    return [part for part in parts if part]


def _parts(text: str) -> list[str]:
    """Return the words of a text; scripts write a list as ["O", "D"], or [open]."""
    if bracketed := _BRACKETED.fullmatch(text):
        return [each.strip("\"'") for each in _APART.split(bracketed[1].strip())]
    return _APART.split(text)


def is_online(word: str) -> bool:
    """Tell whether a word says that a meeting is online, which is no type."""
    return word.casefold() in _ONLINE_WORDS


def _in_order(there: Iterable[MeetingType]) -> list[MeetingType]:
    return sorted(there, key=lambda each: (each.order, each.code))


def _languages() -> list[Kind]:
    """Return TSML’s languages, each with what the Meeting Guide calls it."""
    spec = {name: code for code, name in SPEC_TYPES.items()}
    return [
        Kind(code, name, spec.get(name, "")) for code, name in TSML_LANGUAGES.items()
    ]
