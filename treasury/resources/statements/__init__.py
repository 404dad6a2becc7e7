"""Statements of banks and payment apps in: OFX, QFX, CSV and XLSX."""

from treasury.resources.statements.layouts import guess_layout
from treasury.resources.statements.reading import read_statement, table_rows
from treasury.resources.statements.shapes import Layout, Line, Read
from treasury.resources.statements.wording import clean_reference, without_names

__all__ = [
    "Layout",
    "Line",
    "Read",
    "clean_reference",
    "guess_layout",
    "read_statement",
    "table_rows",
    "without_names",
]
