"""Seals: a hash over a text and the seal before it; the chain shows every change."""

import hashlib
import json

FIRST = "0" * 64


def seal(fact: object, *, after: str) -> str:
    """Return the seal (64 hexadecimal figures) of ``fact`` in a chain after ``after``.

    ``fact`` is made of dicts, lists, text and whole numbers.
    """
    canonical = json.dumps(
        fact, sort_keys=True, separators=(",", ":"), ensure_ascii=True
    )
    return hashlib.sha256(f"{after}\n{canonical}".encode()).hexdigest()


def short(full: str) -> str:
    """Return the first twelve figures, in fours, for the foot of a page."""
    return " ".join(full[i : i + 4] for i in range(0, 12, 4))
