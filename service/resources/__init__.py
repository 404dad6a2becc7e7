"""Spreadsheets of positions and terms, in and out."""

from service.resources.tables import PositionResource, TermResource

__all__ = ["PositionResource", "TermResource"]
