"""Import a spreadsheet of terms: ``manage.py import_terms FILE``."""

from django.core.management.base import CommandParser

from intergroup.kit.imports import ImportCommand, Outcome
from service.resources.terms import load_terms


class Command(ImportCommand):
    """Import terms from CSV or XLSX: who serves, and who has served."""

    help = "Import terms from a CSV or XLSX file."
    thing = "Terms"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--create-people",
            action="store_true",
            help="make a person, by first name and initial, who is not here",
        )

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        return load_terms(data, name=name, **options)
