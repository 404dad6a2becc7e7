"""Surnames of known shape: a first name and one behind it, or words that lead there.

Pure and linear: every pattern is bounded, so that a text of any size and of any malice
is read in one pass. A first name with an initial (“Jo M.”) is what is wanted.
"""

import re
from collections.abc import Collection, Iterator

from intergroup.registry.actions.looking.plain_words import (
    BEFORE_PLACES,
    FAMOUS,
    FIRST_NAMES,
    LEADS,
    OF_PLACES,
    PLAIN,
)

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΫΆ-ΏЀ-Я"
_LETTER = r"[^\W\d_]"
_WORD = rf"[{_CAPITAL}](?:{_LETTER}|['’-](?={_LETTER})){{1,40}}"
_BLANK = r"[ \t\xa0]{1,3}"
_PARTICLE = (
    "(?i:van|von|vander|vanden|de|del|della|di|da|dos|du|la|le|st|ter|ten|den|der|bin"
    r"|al|el|mc|mac|o)\b\.?[ \t\xa0'’]{1,3}"
)
_QUOTED = rf"[\"“'(\u2018]{_WORD}[\"”')’]"
_MIDDLE = rf"(?:(?:[{_CAPITAL}]\.?|{_QUOTED}){_BLANK})?"
_SURNAME = rf"(?:{_PARTICLE}){{0,3}}(?:[Dd]['’])?{_WORD}"

_TWO_WORDS = re.compile(
    rf"(?P<first>{_WORD})(?={_BLANK}(?P<rest>{_MIDDLE}(?P<last>{_SURNAME})))"
)
_INITIAL = re.compile(
    rf"(?P<first>[{_CAPITAL}]\.)(?=[ \xa0]?(?P<rest>(?:[{_CAPITAL}]\.[ \xa0]?)?"
    rf"(?P<last>{_SURNAME})))"
)
_BACKWARDS = re.compile(rf"(?P<last>{_WORD})(?=,[ ]?(?P<rest>(?P<first>{_WORD})))")
_LEADING = re.compile(
    rf"(?i)\b(?:{'|'.join(LEADS)})(?:[ ]?[:–—-][ ]{{0,2}}|[ ]{{1,2}})$"
)
_NEXT = re.compile(rf"[ \t\xa0,]{{1,3}}(?P<word>{_WORD}|[A-Z]\b)\.?")
_MORE = re.compile(rf"{_BLANK}(?P<word>{_SURNAME})")
_ROOM = re.compile(r"[ \t\xa0]{1,3}(?:Room|Rm|Suite|Chamber)\b(?!\.?[ ]?#?\d)")
_BEFORE = re.compile(r"([^\W\d_]{1,20})\.?[ \t\xa0]{1,3}$")
_FEW = 4  # words that may stand between a first name and the “Blvd” it belongs to
_COMPASS = frozenset("NSEW")
_SHORT_FORMS = ("A.A.", "C.A.", "H.A.", "N.A.", "O.A.", "U.S.", "P.O.", "D.C.")


def surnames(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where a person may be named in full.

    ``known`` are first names beside those of the list, in lower case.
    """
    found = [m for m in _TWO_WORDS.finditer(text) if _is_person(text, m, known)]
    if "." in text:
        found += [m for m in _INITIAL.finditer(text) if _is_person_by_initial(text, m)]
    if "," in text:
        found += [m for m in _BACKWARDS.finditer(text) if _is_backwards(text, m, known)]
    for match in found:
        yield match.start(), _end_of_name(text, match.end("rest"))


def _end_of_name(text: str, end: int) -> int:
    """Return where a name of several surnames ends: María García López."""
    for _each in range(2):
        more = _MORE.match(text, end)
        if more is None or _is_no_surname(more["word"]):
            break
        end = more.end()
    return end


def _is_person(text: str, match: re.Match, known: Collection[str]) -> bool:
    """Tell whether two capitalised words name somebody."""
    if not _begins_a_word(text, match) or _is_no_surname(match["last"]):
        return False
    first, last = _folded(match["first"]), _folded(match["last"])
    if first not in PLAIN and _is_led_to(text, match):
        return (first, last) not in FAMOUS and not _is_a_place(text, match.end("rest"))
    is_person = _is_first_name(first, known) and (first, last) not in FAMOUS
    return is_person and not _is_of_a_place(text, match)


def _is_person_by_initial(text: str, match: re.Match) -> bool:
    """Tell whether it is J. Smith, and not N. Main or U.S. Army."""
    is_compass = match["first"][0] in _COMPASS
    if is_compass or text.startswith(_SHORT_FORMS, match.start()):
        return False
    before = text[max(0, match.start() - 1) : match.start()]
    if before in (".", "&") or not _begins_a_word(text, match):
        return False
    return not (_is_no_surname(match["last"]) or _is_of_a_place(text, match))


def _is_backwards(text: str, match: re.Match, known: Collection[str]) -> bool:
    """Tell whether it is Contact: Miller, Jo."""
    return _is_led_to(text, match) and _is_first_name(match["first"], known)


def _begins_a_word(text: str, match: re.Match) -> bool:
    before = text[match.start() - 1] if match.start() else " "
    return not (before.isalnum() or before in "_'’-")


def _is_first_name(word: str, known: Collection[str]) -> bool:
    """Tell whether it is one; of Mary-Ann, the first half says so."""
    folded = _folded(word)
    if folded in known or folded in FIRST_NAMES:
        return True
    return "-" in folded and folded.partition("-")[0] in FIRST_NAMES


def _is_no_surname(word: str) -> bool:
    """Tell whether it is a plain word, an initial (Jo M’s) or a short form."""
    folded = _folded(word)
    if folded[1:] == "'s" or (word.isupper() and len(word) <= 3):
        return True
    return folded in PLAIN or folded.removesuffix("'s") in OF_PLACES


def _is_led_to(text: str, match: re.Match) -> bool:
    return _LEADING.search(text[max(0, match.start() - 20) : match.start()]) is not None


def _is_of_a_place(text: str, match: re.Match) -> bool:
    """Tell whether it stands behind “St.”, or before a street, a church, a school."""
    before = _BEFORE.search(text[max(0, match.start() - 25) : match.start()])
    if before and before[1].lower() in BEFORE_PLACES:
        return True
    return _is_a_place(text, match.end("rest"))


def _is_a_place(text: str, end: int) -> bool:
    """Tell whether the words go on to a place: John Muir Memorial Trail."""
    if _ROOM.match(text, end):
        return True
    for _each in range(_FEW):
        following = _NEXT.match(text, end)
        if following is None:
            return False
        if _folded(following["word"]) in OF_PLACES:
            return "," not in text[end : following.start("word")]
        end = following.end()
    return False


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")
