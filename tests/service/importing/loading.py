"""Importing a line or a file of positions or terms, and taking them out again."""

import io

import openpyxl

from intergroup.kit import sheets
from service.models import Position, Term
from service.resources import PositionResource, TermResource
from service.resources.positions import load_positions
from service.resources.terms import load_terms

OPTIONS = {"name": "file.csv", "dry_run": False, "skip_refused": False, "by": None}


def positions(data, **options):
    data = data.encode() if isinstance(data, str) else data
    return load_positions(data, **{**OPTIONS, **options})


def terms(data, **options):
    data = data.encode() if isinstance(data, str) else data
    return load_terms(data, **{**OPTIONS, **options})


def told(outcome):
    """What was refused, as a volunteer reads it."""
    return [str(refusal) for refusal in outcome.refused]


def counts(outcome):
    return outcome.created, outcome.changed, outcome.unchanged, outcome.refused_rows


def taken_out(model, form="csv"):
    """The file that the list of positions or of terms gives."""
    resource = {Position: PositionResource, Term: TermResource}[model]()
    rows = tuple(tuple(row) for row in resource.rows(model.objects.all()))
    table = sheets.Table("Export", resource.header, rows)
    write = {"csv": sheets.to_csv, "xlsx": sheets.to_xlsx}[form]
    return write([table])


def workbook(*lines):
    """The bytes of an XLSX file with these rows."""
    book = openpyxl.Workbook()
    for cells in lines:
        book.active.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
