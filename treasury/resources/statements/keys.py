"""A key for each line: the same again whenever the bank says the same line again."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from treasury.resources.statements.shapes import Line


def with_keys(
    lines: Iterable[tuple[Line, str]], *, account: str
) -> tuple[tuple[Line, ...], int]:
    """Return the lines with their keys, and how many were said twice and left out.

    Beside each line stands the bank’s own number for it, or nothing. Such numbers
    count from 1 in some banks’ files and are all the same in others’, so the day and
    the amount always belong to the key; without a number the text does, and how often
    the same was said before on that day.
    """
    lines = list(lines)
    unreal = _shared({(number, line.dated, line.amount) for line, number in lines})
    seen: Counter[str] = Counter()
    kept = []
    for line, number in lines:
        fact = _fact(line, number, account)
        seen[fact] += 1
        if seen[fact] > 1 and number and number not in unreal:
            continue
        key = hashlib.sha256(f"{fact}|{seen[fact]}".encode()).hexdigest()[:32]
        kept.append(replace(line, key=key))
    return tuple(kept), len(lines) - len(kept)


def _fact(line: Line, number: str, account: str) -> str:
    said = " ".join(line.description.casefold().split())
    told = number or f"{said}|{line.reference}"
    return f"{account[-4:]}|{line.dated}|{line.amount}|{bool(number)}|{told}"


def _shared(facts: Iterable[tuple[object, ...]]) -> set[object]:
    """Return the numbers that the bank gave to lines of other days or amounts."""
    times = Counter(number for number, *_rest in facts)
    return {number for number, count in times.items() if count > 1}
