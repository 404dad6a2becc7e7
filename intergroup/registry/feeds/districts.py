"""The district that a row names, by number where it has one."""

import re

_CALLED = re.compile(r"\bdistri[ck]t[eo]?\s*(?:no\.?|#)?\s*(\d{1,6})\b", re.IGNORECASE)
_NUMBER = re.compile(r"#?\s*0*(\d{1,6})\b.*")


def read_district(text: str) -> int | str | None:
    """Return a number for “5”, “05 North”, “Area 42, District 5”; else the name."""
    found = _CALLED.search(text) or _NUMBER.fullmatch(text)
    return int(found[1]) if found else text or None
