"""The lists of positions and terms as spreadsheets, out and in again."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from intergroup.kit.imports import TableResource
from service.models import Position, Term
from service.resources import position_columns, term_columns
from service.resources.positions import load_positions
from service.resources.terms import load_terms


class PositionResource(TableResource):
    """Positions with all that is agreed about them."""

    loader = staticmethod(load_positions)
    header = tuple(words[0] for words in position_columns.HEADINGS.values())

    class Meta(TableResource.Meta):
        model = Position

    def rows(self, queryset: QuerySet[Position]) -> Iterable[Sequence[object]]:
        found = queryset.select_related("committee", "alternate_of", "role")
        return map(position_columns.as_row, found)


class TermResource(TableResource):
    """Terms, with a first name and an initial for a person."""

    loader = staticmethod(load_terms)
    header = tuple(term_columns.HEADINGS[field][0] for field in term_columns.OUT)

    class Meta(TableResource.Meta):
        model = Term

    def rows(self, queryset: QuerySet[Term]) -> Iterable[Sequence[object]]:
        found = queryset.select_related("position", "person", "elected_at")
        return map(term_columns.as_row, found)
