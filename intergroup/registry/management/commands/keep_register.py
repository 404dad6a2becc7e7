"""Let days pass in the register: ``manage.py keep_register``, once a night."""

from collections.abc import Iterator
from datetime import date

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.registry.actions.keeping import Kept, keep_register
from intergroup.registry.models import Body


class Command(BaseCommand):
    """Do what is for today, and say so; running it again changes nothing."""

    help = "Let groups begin, wait out their days and resume; forget old senders."

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
            kept = keep_register(on=on)
            transaction.set_rollback(is_dry)
        for sentence in kept.refused:
            self.stderr.write(sentence)
        told = list(_sentences(kept)) or [_("Nothing is for today.")]
        for sentence in told:
            self.stdout.write(sentence)
        if is_dry:
            self.stdout.write(_("This was a trial: nothing was written."))


def _sentences(kept: Kept) -> Iterator[str]:
    for form in kept.written:
        yield _("Written today, as it was accepted: %s.") % form
    for group in kept.begun:
        yield _("“%(group)s” has begun: it is pending.") % {"group": group}
    for group in (*kept.judged, *kept.resumed):
        status = group.get_status_display().lower()
        yield _("“%(group)s” is %(status)s now.") % {"group": group, "status": status}
    if kept.forgotten:
        yield (
            ngettext(
                "Forgot who sent %s form.", "Forgot who sent %s forms.", kept.forgotten
            )
            % kept.forgotten
        )
