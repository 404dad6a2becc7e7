"""The texts of tests/data/anonymity.txt, with what is to be found in them."""

import re
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "anonymity.txt"
_MARK = re.compile(r"⟦(\w+):([^⟧]*)⟧")


def labelled():
    """Return pairs of a text and the kinds and words to be found, in order."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [
        (_MARK.sub(r"\2", line), _MARK.findall(line))
        for line in lines
        if line and not line.startswith("#")
    ]
