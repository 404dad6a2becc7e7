"""Read a list of meetings into the register."""

from django.core.management.base import CommandParser

from intergroup.kit.imports import ImportCommand, Outcome
from intergroup.registry.feeds.loading import load_meetings
from intergroup.registry.models import Body


class Command(ImportCommand):
    """import_meetings FILE: Meeting Guide JSON, or TSML’s CSV or XLSX."""

    help = "Read a list of meetings into the register: Meeting Guide JSON or TSML CSV."
    thing = "meetings"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--group-by-name",
            action="store_true",
            help="make one group of the meetings that share a name and have no group",
        )

        parser.add_argument(
            "--source",
            metavar="NAME",
            default="",
            help="whose list it is: the next file of that name is told from this one",
        )
        parser.add_argument(
            "--drop-gone",
            action="store_true",
            help="take off the list what has gone from that source",
        )

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        return load_meetings(data, name=name, today=Body.objects.today(), **options)
