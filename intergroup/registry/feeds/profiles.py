"""The two profiles of a feed: the Meeting Guide’s type codes, and TSML’s of HA."""

from collections.abc import Callable
from dataclasses import dataclass

from intergroup.registry.feeds.codes import (
    CLOSED_PLACE,
    HA_TYPES,
    ONLINE,
    SPEC_TYPES,
    TSML_LANGUAGES,
)
from intergroup.registry.models import Meeting
from intergroup.registry.publishing import PublishedType

_FROM_AFAR = frozenset(
    (
        Meeting.Attendance.ONLINE,
        Meeting.Attendance.HYBRID,
        Meeting.Attendance.ONLINE_FOR_NOW,
    )
)
_SPEC_OF_NAME = {name: code for code, name in SPEC_TYPES.items()}
_SPEC_LANGUAGE = {
    code: _SPEC_OF_NAME[name]
    for code, name in TSML_LANGUAGES.items()
    if name in _SPEC_OF_NAME
}
_TSML_LANGUAGE = {spec: code for code, spec in _SPEC_LANGUAGE.items()}
_HA_CODE = {
    "BE": "BEG",
    "CF": "CW",
    "D": "DISC",
    "LGBTQ": "GL",
    "SM": "SMOK",
    "SP": "SPK",
    "ST": "STEP",
    "TR": "TRAD",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A way to say what kind a meeting is. ``codes`` are those its readers know.

    ``code_of`` returns the code of a type, or the word that stands for it, or nothing.
    """

    name: str
    codes: frozenset[str]
    code_of: Callable[[PublishedType], str]
    says_online: bool

    def types(
        self, own: tuple[str, ...], attendance: str, types: dict[str, PublishedType]
    ) -> list[str]:
        """Return what to say of a meeting with our ``own`` codes, each once.

        Who reads both Open and Closed takes it for Closed, and so it is written.
        """
        said = [self.code_of(types[code]) for code in own]
        if attendance == Meeting.Attendance.ONLINE_FOR_NOW:
            said.append(CLOSED_PLACE)
        if self.says_online and attendance in _FROM_AFAR:
            said.append(ONLINE)
        if "C" in said:
            said = [code for code in said if code != "O"]
        return list(dict.fromkeys(filter(None, said)))


def _guide_code(kind: PublishedType) -> str:
    """Return the specification’s code; nothing for what it has no word for."""
    for code in (kind.aa_code, kind.code, _SPEC_LANGUAGE.get(kind.code, "")):
        if code in SPEC_TYPES:
            return code
    return ""


def _tsml_code(kind: PublishedType) -> str:
    """Return TSML’s code, or the type’s own name where its HA list has no equal.

    TSML puts a name it does not know into the notes, where people read it; a code it
    does not know would stand there too, and nobody could.
    """
    if kind.code in TSML.codes:
        return kind.code
    found = _HA_CODE.get(kind.aa_code) or _TSML_LANGUAGE.get(kind.aa_code)
    return found or kind.name


GUIDE = Profile("meeting-guide", frozenset(SPEC_TYPES), _guide_code, says_online=False)
TSML = Profile(
    "tsml",
    frozenset((*HA_TYPES, *TSML_LANGUAGES, CLOSED_PLACE, ONLINE)),
    _tsml_code,
    says_online=True,
)
PROFILES = {each.name: each for each in (GUIDE, TSML)}
