"""Let days pass between meetings: ``manage.py keep_meetings``, once a night."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.motions import let_go_of_submissions
from intergroup.business.actions.tasks import remind, to_remind
from intergroup.business.models import ActionItem
from intergroup.kit import pages
from intergroup.registry.models import Body


class Command(BaseCommand):
    """Do what is for today, and say so; running it again changes nothing."""

    help = "Remind of action items; forget who sent a motion, in time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and stop"
        )
        parser.add_argument(
            "--on", type=date.fromisoformat, help="another day than today"
        )

    def handle(self, *args: object, **options: object) -> None:
        on, is_dry = options["on"] or Body.objects.today(), options["dry_run"]
        try:
            told = (
                to_remind(on)
                if is_dry
                else remind(on, at=timezone.now(), letter=_letter)
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        for item in told:
            self.stdout.write(_("Reminded of: %s.") % item)
        forgotten = 0 if is_dry else let_go_of_submissions(on)
        if forgotten:
            self.stdout.write(_("Senders of motions forgotten: %s.") % forgotten)
        if not (told or forgotten):
            self.stdout.write(_("Nothing is for today."))
        if is_dry:
            self.stdout.write(_("This was a trial: nothing was written."))


def _letter(item: ActionItem) -> EmailMessage:
    text = render_to_string("business/mail/task.txt", pages.context(item=item))
    return EmailMessage(subject=_("What you took on"), body=text.strip() + "\n")
