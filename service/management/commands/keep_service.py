"""Let days pass in service: ``manage.py keep_service``, once a night."""

from datetime import date

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import Body
from service.actions.keeping import keep_service


class Command(BaseCommand):
    """Do what is for today, and say so; running it again changes nothing."""

    help = "Write down who steps up, open hand-overs, and bring in who follows."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and stop"
        )
        parser.add_argument(
            "--on", type=date.fromisoformat, help="another day than today"
        )

    def handle(self, *args: object, **options: object) -> None:
        on, is_dry = options["on"] or Body.objects.today(), options["dry_run"]
        with transaction.atomic():
            told = keep_service(on=on)
            transaction.set_rollback(is_dry)
        for sentence in told or [_("Nothing is for today.")]:
            self.stdout.write(sentence)
        if is_dry:
            self.stdout.write(_("This was a trial: nothing was written."))
