"""The tables of service."""

from service.models.positions import Committee, Position
from service.models.terms import Term

__all__ = ["Committee", "Position", "Term"]
