"""``manage.py ask_groups``: put the yearly question, and remind; for every night."""

from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.site_address import absolute
from intergroup.registry.actions.verifying import (
    Round,
    ask_groups_due,
    remind_groups,
    would_ask,
    would_remind,
)
from intergroup.registry.models import Body, Directory, Group
from intergroup.registry.reports.letters import mail_room
from intergroup.registry.reports.questions import silent_groups


class Command(BaseCommand):
    """Ask the groups whose listing is due to be confirmed; running twice asks once."""

    help = "Ask groups by mail whether their listing is still right, and remind them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say whom, and mail nobody"
        )
        parser.add_argument(
            "--site", default="", help="https://… of this program, for the links"
        )

    def handle(self, *, dry_run: bool, site: str, **options: object) -> None:
        on, directory = Body.objects.today(), Directory.objects.current()
        if dry_run:
            asked = would_ask(on=on, directory=directory)
            reminded = would_remind(on=on, directory=directory)
        else:
            asked, reminded = self._mail(on, directory, site)
        self._tell(_("Asked"), asked.sent)
        self._tell(_("Reminded"), reminded.sent)
        self._tell(_("Nobody to ask"), asked.nobody)
        self._tell(_("Asked, and silent until the link ended"), silent_groups(on))
        if dry_run:
            self.stdout.write(_("Nothing was mailed: this was a dry run."))
        if failed := [*asked.failed, *reminded.failed]:
            self._refuse(failed)

    def _mail(self, on: date, directory: Directory, site: str) -> tuple[Round, Round]:
        def link(token: str) -> str:
            return absolute(reverse("registry:confirm", args=[token]), site=site)

        try:
            link("-")
            with mail_room(link) as send:
                reminded = remind_groups(on=on, directory=directory, send=send)
                asked = ask_groups_due(on=on, directory=directory, send=send)
        except ValidationError as error:
            raise CommandError(error.message) from error
        except OSError as error:
            message = _("The mail server does not answer; the next run tries again.")
            raise CommandError(message) from error
        return asked, reminded

    def _tell(self, what: str, groups: Iterable[Group]) -> None:
        """Write one line: the groups by number, or that there is none."""
        named = {group.number: str(group) for group in groups}
        listed = ", ".join(named[number] for number in sorted(named)) or _("nobody")
        self.stdout.write(f"{what}: {listed}.")

    def _refuse(self, failed: list[Group]) -> None:
        self._tell(_("Not mailed"), failed)
        message = ngettext(
            "One mail could not be sent; the next run tries again.",
            "%d mails could not be sent; the next run tries again.",
            len(failed),
        )
        raise CommandError(message % len(failed) if "%d" in message else message)
