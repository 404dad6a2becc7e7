"""Slugs: safe in an address, no longer than their column, and each once."""

import hashlib
import re
from collections.abc import Iterable

from django.utils.text import slugify

MOST = 64
_SAFE = re.compile(r"[-\w]+")


def as_slug(text: str) -> str:
    """Return text as a slug; one that is safe already stays as it is."""
    return text if _SAFE.fullmatch(text) else slugify(text, allow_unicode=True)


def shortened(slug: str) -> str:
    """Return a slug that fits; a long one ends in a mark of what was cut."""
    if len(slug) <= MOST:
        return slug
    mark = hashlib.sha256(slug.encode()).hexdigest()[:8]
    return f"{slug[: MOST - 9].rstrip('-')}-{mark}"


def each_once(slugs: Iterable[str]) -> list[str]:
    """Return the same slugs, the second of two as ``slug-2``."""
    wanted = [shortened(each) for each in slugs]
    taken, last = set(wanted), dict.fromkeys(wanted, 0)
    return [_free(each, taken, last) for each in wanted]


def _free(slug: str, taken: set[str], last: dict[str, int]) -> str:
    last[slug] += 1
    if last[slug] == 1:
        return slug
    while (candidate := shortened(f"{slug}-{last[slug]}")) in taken:
        last[slug] += 1
    taken.add(candidate)
    return candidate
