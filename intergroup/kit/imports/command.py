"""The command around a loader: reads the file, prints the summary, exits 0 or 1."""

from pathlib import Path
from typing import ClassVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from intergroup.kit import sheets
from intergroup.kit.imports.outcomes import Outcome


class ImportCommand(BaseCommand):
    """The command around a loader: reads the file, prints the summary, exits 0 or 1."""

    requires_migrations_checks = True
    thing: ClassVar[str] = "rows"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="tell, and write nothing"
        )
        parser.add_argument(
            "--skip-refused", action="store_true", help="write what is right"
        )
        parser.add_argument("--by", metavar="EMAIL", help="who imports it")

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        """Call the loader of this command."""
        raise RuntimeError("an import command needs a loader")

    def handle(self, *args: object, **options: object) -> None:
        path: Path = options["file"]
        try:
            for_loader = _for_loader(options)
            for_loader["by"] = _user(options["by"])
            outcome = self.load(_read(path), name=path.name, **for_loader)
        except ValidationError as error:
            raise CommandError(f"{path.name}: {' '.join(error.messages)}") from error
        self._say(outcome, dry_run=options["dry_run"])
        if outcome.refused and not options["skip_refused"]:
            raise CommandError(_("Nothing was written, because of the refused rows."))

    def _say(self, outcome: Outcome, *, dry_run: bool) -> None:
        for refusal in outcome.refused:
            self.stderr.write(str(refusal))
        for note in outcome.notes:
            self.stdout.write(note)
        counts = {
            "created": outcome.created,
            "changed": outcome.changed,
            "unchanged": outcome.unchanged,
            "refused": outcome.refused_rows,
        }
        told = ", ".join(f"{count} {word}" for word, count in counts.items())
        self.stdout.write(f"{self.thing}: {told}.")
        if dry_run:
            self.stdout.write(_("Nothing was written: this was a dry run."))


def _read(path: Path) -> bytes:
    try:
        sheets.check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error


def _user(email: str | None) -> AbstractBaseUser | None:
    users = get_user_model()
    if not email:
        return None
    try:
        return users.objects.get_by_natural_key(email)
    except users.DoesNotExist as error:
        message = _("Nobody signs in as %s.") % email
        raise ValidationError(message, code="unknown_user") from error


def _for_loader(options: dict[str, object]) -> dict[str, object]:
    django_own = {
        "file",
        "stdout",
        "stderr",
        "verbosity",
        "settings",
        "pythonpath",
        "traceback",
        "no_color",
        "force_color",
        "skip_checks",
    }
    return {name: value for name, value in options.items() if name not in django_own}
