"""Names of positions and committees, compared as a reader compares them."""

from functools import lru_cache


@lru_cache(maxsize=10_000)
def plain_name(name: str) -> str:
    """Return a name for comparing: small letters, straight apostrophes, single blanks.

    ``Hospitals  and Institutions`` and ``hospitals and institutions`` are one.
    """
    return " ".join(name.replace("’", "'").casefold().split())
