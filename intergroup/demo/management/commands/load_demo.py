"""``manage.py load_demo``: the demonstration body in an empty database."""

from argparse import ArgumentParser
from datetime import date
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.formats import date_format

from intergroup.demo import actions
from intergroup.demo.body import BODY, PASSWORD
from intergroup.kit.dates import parse_day


class Command(BaseCommand):
    """Load the demonstration, or print how to sign in to it."""

    help = "Load “Heroin Anonymous, Three Rivers Area”, a fictional service body."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the day of the story, or for the sign-ins."""
        parser.add_argument(
            "--today",
            metavar="DATE",
            help="the day on which the story stands (default: today)",
        )
        parser.add_argument(
            "--sign-ins",
            action="store_true",
            help="only print the sign-ins of a demonstration that is loaded",
        )

    def handle(self, *, today: str | None, sign_ins: bool, **_options: object) -> None:
        """Load it once; a database with a body of its own is left alone."""
        if sign_ins:
            self._print_sign_ins(_day(today))
        elif actions.is_loaded():
            self.stdout.write(f"{BODY['name']} is here already; nothing was changed.")
        else:
            self._load(_day(today))

    def _load(self, day: date) -> None:
        try:
            loaded = actions.load_demonstration(today=day)
        except actions.NotEmptyError as error:
            message = f"{error.messages[0]} The demonstration needs an empty one."
            raise CommandError(message) from error
        self.stdout.write(_summary(loaded))

    def _print_sign_ins(self, day: date) -> None:
        rows = [(*row, PASSWORD) for row in actions.shown_sign_ins()]
        head = [("Role", "Who", "E-mail", "Password")] if rows else []
        for role, person, email, password in head + rows:
            self.stdout.write(f"{role:14}  {person:12}  {email:38}  {password}")
        if over := ", ".join(actions.roles_not_held(day)):
            self.stdout.write(
                f"Rights follow service, and on {date_format(day, 'DATE_FORMAT')} "
                f"nobody here serves as: {over}. The administrator can begin new terms."
            )


def _day(text: str | None) -> date:
    if text is None:
        return timezone.localdate(timezone=ZoneInfo(BODY["time_zone"]))
    try:
        return parse_day(text)
    except ValidationError as error:
        raise CommandError(error.messages[0]) from error


def _summary(loaded: actions.Loaded) -> str:
    next_on = date_format(loaded.next_on, "DATE_FORMAT")
    return (
        f"{BODY['name']}: {loaded.groups} groups with {loaded.meetings} meetings, "
        f"{loaded.contributions} contributions in {loaded.entries} entries, "
        f"{loaded.positions} positions, {loaded.motions} motions. "
        f"The next business meeting is on {next_on}."
    )
