"""Forget people who serve no more: ``manage.py forget_people --dry-run`` first."""

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit import dates
from intergroup.registry.actions.forgetting import forget_person, people_to_forget
from intergroup.registry.models import Body


class Command(BaseCommand):
    """Take away who they were; nobody’s name is written to the log."""

    help = "Forget people who have served in nothing for a number of months."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--months", type=int, default=24, help="since their last service (24)"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many it would be, and stop"
        )

    def handle(self, *args: object, **options: object) -> None:
        today = Body.objects.today()
        since = dates.add_months(today, -max(options["months"], 1))
        people = list(people_to_forget(since))
        if not options["dry_run"]:
            with transaction.atomic():
                for each in people:
                    forget_person(each, on=today, since=since)
        told = ngettext(
            "One person has not served since %(day)s.",
            "%(count)s people have not served since %(day)s.",
            len(people),
        )
        self.stdout.write(told % {"count": len(people), "day": since.isoformat()})
        was = _("Nothing was written.") if options["dry_run"] else _("Forgotten.")
        self.stdout.write(was)
