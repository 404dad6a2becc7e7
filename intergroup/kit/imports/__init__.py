"""Importing a file: what comes back, the command around it, and the preview.

A loader is a function ``load(data, *, name, dry_run, skip_refused, by, **options)``
that returns an Outcome, writes all or nothing, and knows no screen.
"""

from intergroup.kit.imports.command import ImportCommand
from intergroup.kit.imports.outcomes import (
    CHANGED,
    NEW,
    PREVIEWED,
    UNCHANGED,
    Difference,
    Loader,
    Outcome,
    Refusal,
)
from intergroup.kit.imports.resources import (
    AnyFile,
    ConfirmOwnForm,
    LoaderResource,
    RawDataset,
    TableResource,
)

__all__ = [
    "CHANGED",
    "NEW",
    "PREVIEWED",
    "UNCHANGED",
    "AnyFile",
    "ConfirmOwnForm",
    "Difference",
    "ImportCommand",
    "Loader",
    "LoaderResource",
    "Outcome",
    "RawDataset",
    "Refusal",
    "TableResource",
]
