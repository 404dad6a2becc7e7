"""Import a spreadsheet of positions: ``manage.py import_positions FILE``."""

from django.core.management.base import CommandParser

from intergroup.kit.imports import ImportCommand, Outcome
from service.resources.positions import load_positions


class Command(ImportCommand):
    """Import positions from CSV or XLSX, each known by its name."""

    help = "Import positions from a CSV or XLSX file."
    thing = "Positions"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--create-committees",
            action="store_true",
            help="make a committee that is not here",
        )

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        return load_positions(data, name=name, **options)
