"""Write the books for another program: ``manage.py export_books --format hledger``."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from intergroup.kit.files import write_whole
from treasury.exporting import FORMATS, exported


class Command(BaseCommand):
    """Write every posted entry as plain text that other programs read and check."""

    help = "Write the books as an hledger journal, a Beancount ledger, or CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=FORMATS, default="hledger")
        parser.add_argument("--output", type=Path, help="a file; else standard output")

    def handle(self, *args: object, **options: object) -> None:
        text, entries = exported(options["format"])
        if not options["output"]:
            self.stdout.write(text, ending="")
            return
        write_whole(options["output"], text.encode())
        self.stdout.write(f"Wrote {len(entries)} entries to {options['output']}.")
