"""What may be kept of a bank’s own words: no person stands beside money.

“ZELLE FROM JANE DOE 4411” becomes “ZELLE FROM … 4411”. Kept are the bank’s words, the
names that the books know anyhow, and short numbers; everything else is a name until
proven otherwise.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from treasury.resources.statements.words import PHRASES, VOCABULARY

HIDDEN = "…"
LONGEST = 500
LONGEST_NUMBER = 9
MARKS = frozenset("#*/-.,:;&()+%$€£")

_HANDLE = re.compile(r"\S*@\S*")
_PHONE = re.compile(
    r"(?<![\w-])\+?(?:\(?\d{1,5}\)?[ .\-/]?)?"
    r"\(?\d{3}\)?[ .\-]\d{3,4}[ .\-]\d{3,4}(?!\w)"
    r"|(?<![\w-])\d{3}-\d{4}(?![\w-])"
    r"|\+\d[\d ().\-]{6,20}\d"
    r"|(?<!\w)0\d{2,4}[ \-/]\d{5,8}(?!\w)"
)
_PIECE = re.compile(r"[0-9]+(?:-[0-9]+)*(?!\w)|\w+(?:[’'`]\w+)*|\s+|[^\w\s]")
_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)*")
_LIKE_A_USER = re.compile(r"[A-Za-z]{3,}[0-9]+")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./\-]{0,59}")
_RUN = re.compile(r"[\s,.;&/()*+%-]*…(?:[\s\W]*…)*[,.;&/()*+%-]*")
Names = Mapping[str, Collection[tuple[str, ...]]]


def without_names(text: str, known: Collection[str]) -> str:
    """Return the bank’s text with “…” for every word that might be a name.

    Of ``known`` (groups, payees, positions, funds) a whole name is kept, never a part
    of one, so that a group called Grace and Hope leaves no Grace in. Numbers that may
    be telephones, accounts or cards go, and so does everything with an @.
    """
    bare = unicodedata.normalize("NFKC", text)
    if len(bare) > LONGEST:
        bare = bare[:LONGEST].rpartition(" ")[0]
    bare = _PHONE.sub(f" {HIDDEN} ", _HANDLE.sub(f" {HIDDEN} ", bare))
    pieces = [found[0] for found in _PIECE.finditer(bare)]
    plain = [_plain(piece) for piece in pieces]
    names = _names(tuple(known))
    kept: list[str] = []
    place = 0
    while place < len(pieces):
        length = _known_at(plain, place, names)
        kept.extend(pieces[place : place + length] or [_kept(pieces[place])])
        place += max(length, 1)
    return _joined(kept)


def clean_reference(text: str) -> str:
    """Return a cheque number or a bank’s reference, or nothing if it may be a name."""
    bare = text.strip().strip("'\"#=").strip()
    digits = sum(c.isdigit() for c in bare)
    if not _REFERENCE.fullmatch(bare) or digits * 2 < len(bare):
        return ""
    return "" if _LIKE_A_USER.fullmatch(bare) else bare


def _kept(piece: str) -> str:
    """Return a piece that is no known name, or what stands in its place."""
    if piece.isspace():
        return " "
    if any(c.isalnum() or c == "_" for c in piece):
        return piece if _is_harmless(piece) else HIDDEN
    return piece if piece in MARKS or piece == HIDDEN else " "


def _is_harmless(piece: str) -> bool:
    if piece.casefold() in VOCABULARY:
        return True
    return bool(_NUMBER.fullmatch(piece)) and len(piece) <= LONGEST_NUMBER


def _known_at(plain: list[str], place: int, names: Names) -> int:
    """Return how many pieces from ``place`` on are a known name; the longest wins."""
    for name in names.get(plain[place], ()):
        if tuple(plain[place : place + len(name)]) == name:
            return len(name)
    return 0


@lru_cache(maxsize=8)
def _names(known: tuple[str, ...]) -> Names:
    """Return known names by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in (*known, *PHRASES):
        words = tuple(
            _plain(piece[0]) for piece in _PIECE.finditer(" ".join(name.split()))
        )
        if words:
            found.setdefault(words[0], set()).add(words)
    return {
        first: sorted(names, key=lambda each: (-len(each), each))
        for first, names in found.items()
    }


def _plain(piece: str) -> str:
    """Return a piece for comparing: small letters, no apostrophe, one blank."""
    return (
        " "
        if piece.isspace()
        else piece.casefold().replace("’", "").replace("'", "").replace("`", "")
    )


def _joined(kept: Iterable[str]) -> str:
    """Return pieces as text; one “…” for all names in a row and what is between."""
    text = _RUN.sub(f" {HIDDEN} ", "".join(kept))
    return " ".join(text.split()).strip(" ,;-")
