"""Spreadsheets of positions and terms, out."""

from intergroup.kit import admin
from service.models import Position, Term


class PositionResource(admin.LoaderResource):
    """Positions with their duties and what they suggest."""

    class Meta:
        model = Position
        fields = [
            "name",
            "committee__name",
            "duties",
            "seats",
            "term_months",
            "sobriety_months",
            "email",
            "closed_on",
        ]
        export_order = fields


class TermResource(admin.LoaderResource):
    """Terms, with a first name and an initial for a person."""

    class Meta:
        model = Term
        fields = ["position", "seat", "person", "began_on", "ends_on", "filled"]
        export_order = fields

    def get_queryset(self):
        return Term.objects.select_related("position", "person")

    def dehydrate_position(self, term):
        return term.position.name

    def dehydrate_person(self, term):
        return str(term.person)
