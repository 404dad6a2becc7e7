"""Which column is what, kept for the next file of the same bank."""

from collections.abc import Sequence
from dataclasses import asdict, fields

from intergroup.kit.sheets import Row
from treasury.models import Account, ColumnMapping
from treasury.resources.statements.headings import plain
from treasury.resources.statements.layouts import SEARCHED, header_row
from treasury.resources.statements.shapes import Layout

_NAMES = frozenset(field.name for field in fields(Layout))


def layout_of(mapping: ColumnMapping) -> Layout:
    """Return a saved mapping as a layout; what this version does not know is left."""
    known = {name: told for name, told in mapping.columns.items() if name in _NAMES}
    known["description"] = tuple(known.get("description", ()))
    return Layout(**{**known, "name": mapping.name})


def mapping_for(rows: Sequence[Row], account: Account) -> ColumnMapping | None:
    """Return the mapping saved for these headings, else the account’s without any."""
    found = ColumnMapping.objects.filter(headers__in=map(_told, rows[:SEARCHED]))
    with_headers = found.exclude(headers="").order_by("-pk").first()
    if with_headers:
        return with_headers
    return ColumnMapping.objects.filter(account=account, headers="").last()


def unsaved_mapping(
    name: str, layout: Layout, rows: Sequence[Row], account: Account
) -> ColumnMapping:
    """Return a mapping to be saved, which knows the file again by its headings."""
    header = header_row(rows, layout) if layout.has_header else None
    return ColumnMapping(
        name=name,
        account=account,
        headers=_told(header) if header else "",
        columns=asdict(layout),
    )


def _told(row: Row) -> str:
    return " | ".join(plain(cell) for cell in row.cells)
