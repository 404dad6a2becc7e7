"""Rows as other bodies publish them; where they are from: tests/data/README.md."""

import json
from itertools import cycle, islice
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "feeds-of-others.json"
SHAPES = json.loads(FILE.read_text())


def many(count):
    """As many rows of all shapes, each with a slug, a day and a time of its own."""
    rows = cycle([row for name in sorted(SHAPES) for row in SHAPES[name]])
    return [
        {
            **row,
            "slug": f"{row['slug']}-{nth}",
            "name": f"{row['name']} {nth}",
            **({"day": nth % 7, "time": _clock(nth)} if "time" in row else {}),
        }
        for nth, row in enumerate(islice(rows, count))
    ]


def _clock(nth):
    return f"{nth % 23:02}:{nth % 4 * 15:02}"
