"""Add a ready-made set: ``manage.py load_positions heroin-anonymous-area``."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.dates import parse_day
from service.actions.ready_sets import READY_SETS, add_ready_set


class Command(BaseCommand):
    """Add the positions of a set that are not there, as its page in the office does."""

    help = "Add the positions and committees of a ready-made set that are not there."
    requires_migrations_checks = True

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("set", choices=READY_SETS)
        parser.add_argument(
            "--cycle-from",
            metavar="DAY",
            help="a day on which terms begin; without it nothing is staggered",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="tell, and write nothing"
        )

    def handle(self, *args: object, **options: object) -> None:
        ready = READY_SETS[options["set"]]
        with transaction.atomic():
            added = add_ready_set(
                ready,
                cycle_from=_day(options["cycle_from"]),
                election_month=ready.election_month,
            )
            transaction.set_rollback(options["dry_run"])
        for name in added.there:
            self.stdout.write(_("There already: %s.") % name)
        for each in (*added.committees, *added.positions):
            self.stdout.write(_("New: %s.") % each.name)
        counts = {
            "positions": len(added.positions),
            "committees": len(added.committees),
            "there": len(added.there),
        }
        told = "{positions} positions and {committees} committees added, {there} there."
        self.stdout.write(told.format(**counts))
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written: this was a dry run."))


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return parse_day(text)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
