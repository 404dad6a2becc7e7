"""Checking rows before they are saved many at a time."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def save_all(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    """Check every row, then save all with one insert; return them with their ids."""
    return model.objects.bulk_create(checked(rows))


def checked(rows: Iterable[Row]) -> list[Row]:
    """Return the rows, each as its own fields and its ``clean`` want it.

    What other rows have a say in (unique, foreign keys) the database checks: asking it
    once for each row as well would take longer than everything else here.
    """
    found = list(rows)
    for row in found:
        relations = [field.name for field in row._meta.fields if field.is_relation]
        row.full_clean(relations, validate_unique=False, validate_constraints=False)
    return found
