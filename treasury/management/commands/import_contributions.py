"""Import a spreadsheet of contributions: ``manage.py import_contributions FILE``."""

from django.core.management.base import CommandParser

from intergroup.kit.imports import ImportCommand, Outcome
from intergroup.registry.models import Body
from treasury.resources.contributions import load_contributions


class Command(ImportCommand):
    """Import contributions from CSV or XLSX, each with its entry in the books."""

    help = "Import contributions from a CSV or XLSX file."
    thing = "Contributions"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--create-groups",
            action="store_true",
            help="register a pending group for a name that is not in the register",
        )

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        today = Body.objects.today()
        return load_contributions(data, name=name, today=today, **options)
