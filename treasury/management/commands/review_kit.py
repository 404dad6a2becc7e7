"""Write the review kit: ``manage.py review_kit kit.zip --from DAY --to DAY``."""

import io
from argparse import ArgumentParser
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from intergroup.kit import files, reports
from intergroup.kit.dates import Period, parse_day
from treasury.resources.review_kit import write_review_kit


class Command(BaseCommand):
    """Everything a review committee needs of a period, as one ZIP."""

    help = "Write everything a review committee needs of a period, as one ZIP."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--from", dest="first", required=True)
        parser.add_argument("--to", dest="last", required=True)

    def handle(self, *, file: Path, first: str, last: str, **options: object) -> None:
        reports.discover()
        kit = io.BytesIO()
        try:
            write_review_kit(kit, Period(parse_day(first), parse_day(last)))
            files.write_whole(file, kit.getvalue())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        self.stdout.write(f"{file}: {len(kit.getvalue()):,} bytes.")
