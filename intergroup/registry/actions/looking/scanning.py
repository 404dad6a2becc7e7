"""Look through a text for what may be a person’s. Pure: it knows no table.

What is found comes back as it stands in the text, in order; pieces that overlap come as
one. 10,000 texts take a fraction of a second, and no text can make it slow.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from intergroup.registry.actions.looking.numbers import emails, passwords, phones
from intergroup.registry.actions.looking.surnames import surnames

SURNAME, PHONE, EMAIL, PASSWORD = "surname", "phone", "email", "password"
HELD = "[…]"
LONGEST = 255
_MAY_BE_A_NAME = re.compile(r"[^\W\d_a-z]")
_OF_PASSWORDS = (
    *("pass", "pw", "pin", "p/w", "code", "contrase", "clave", "senha", "kennwort"),
    *("пароль", "код", "?p=", "&p="),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What may be shown, and who serves here.

    ``names`` are first names in lower case; ``phones`` the last nine figures of numbers
    of service; ``emails`` addresses and domains of service, in lower case.
    """

    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Words that may be a person’s: where they begin and end, and what they may be."""

    start: int
    end: int
    kind: str = field(compare=False)
    words: str = field(compare=False)


NOTHING_KNOWN = Known()


def scan(
    text: str, known: Known = NOTHING_KNOWN, *, keeps_password: bool = False
) -> list[Found]:
    """Return what may be a person’s, in order; a password only where it is kept."""
    if not text:
        return []
    spans = list(_spans(text, known, keeps_password=keeps_password))
    return list(_apart(text, spans)) if spans else []


def held_back(text: str, found: list[Found], is_held: Callable[[Found], bool]) -> str:
    """Return the text with “[…]” in the place of what is held."""
    pieces, end = [], 0
    for each in found:
        if is_held(each):
            pieces += [text[end : each.start], HELD]
            end = each.end
    return "".join([*pieces, text[end:]])


def _spans(
    text: str, known: Known, *, keeps_password: bool
) -> Iterator[tuple[int, int, str]]:
    """Yield what each of the readers found; none reads what cannot hold its kind."""
    if _MAY_BE_A_NAME.search(text):
        for start, end in surnames(text, known.names):
            yield start, end, SURNAME
    if "@" in text:
        for start, end in emails(text, known.emails, known.names):
            yield start, end, EMAIL
    if keeps_password and _speaks_of_passwords(text):
        for start, end in passwords(text):
            yield start, end, PASSWORD
    for start, end in phones(text, known.phones):
        yield start, end, PHONE


def _speaks_of_passwords(text: str) -> bool:
    folded = text.casefold()
    return any(each in folded for each in _OF_PASSWORDS)


def _apart(text: str, spans: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Yield the pieces in order; those that overlap as one, of the first one’s kind."""
    spans.sort(key=lambda each: (each[0], -each[1]))
    start, end, kind = spans[0]
    for begins, ends, another in [*spans[1:], (len(text) + 1, len(text) + 1, "")]:
        if begins < end:
            end = max(end, ends)
            continue
        yield Found(start, end, kind, text[start:end][:LONGEST])
        start, end, kind = begins, ends, another
