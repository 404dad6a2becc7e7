"""Importing a line or a file, as the tests of it do."""

from datetime import date

from treasury.models import Contribution
from treasury.resources.contributions import load_contributions

TODAY = date(2026, 11, 22)
HEAD = "Received on,Group,Amount\n"


def load(data, **options):
    defaults = {"name": "file.csv", "dry_run": False, "skip_refused": False}
    data = data.encode() if isinstance(data, str) else data
    return load_contributions(data, by=None, today=TODAY, **{**defaults, **options})


def row(line, **options):
    """Import one line under the usual heading and return its contribution."""
    load(HEAD + line, **options)
    return Contribution.objects.get()
