"""Write the books for another program: ``manage.py export_books --format hledger``."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from intergroup.kit.files import write_whole
from intergroup.registry.models import Body
from treasury.exporting.beancount import beancount_ledger
from treasury.exporting.hledger import hledger_journal
from treasury.exporting.journal import read_entries

FORMATS = {"hledger": hledger_journal, "beancount": beancount_ledger}


class Command(BaseCommand):
    """Write every posted entry as plain text that hledger or Beancount can check."""

    help = "Write the books as an hledger journal or a Beancount ledger."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=FORMATS, default="hledger")
        parser.add_argument("--output", type=Path, help="a file; else standard output")

    def handle(self, *args: object, **options: object) -> None:
        write = FORMATS[options["format"]]
        entries = list(read_entries())
        text = write(entries, currency=Body.objects.current().currency)
        if not options["output"]:
            self.stdout.write(text, ending="")
            return
        write_whole(options["output"], text.encode())
        self.stdout.write(f"Wrote {len(entries)} entries to {options['output']}.")
