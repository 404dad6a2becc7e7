"""Calling the loader as a test writes it: rows in, an Outcome out."""

import json
from datetime import date

from intergroup.registry.feeds.loading import load_meetings

TODAY = date(2026, 2, 1)
MISSING = object()


def row(**cells):
    """The least that is a meeting, and what the test adds; MISSING takes away."""
    least = {"name": "Friday Hope", "slug": "friday-hope", "day": 5, "time": "19:30"}
    return {
        name: each for name, each in {**least, **cells}.items() if each is not MISSING
    }


def load(*rows, data=None, name="feed", **options):
    """Load rows as JSON, or the bytes of a file."""
    data = json.dumps(rows).encode() if data is None else data
    asked = {"dry_run": False, "skip_refused": False, "today": TODAY, **options}
    return load_meetings(data, name=name, **asked)


def counts(outcome):
    """Created, changed, unchanged, and refused rows."""
    return (outcome.created, outcome.changed, outcome.unchanged, outcome.refused_rows)


def refusals(outcome):
    """Each refusal as the command prints it."""
    return [str(each) for each in outcome.refused]
