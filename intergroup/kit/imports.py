"""Importing a file: what comes back, the command around it, and the preview.

A loader is a function ``load(data, *, name, dry_run, skip_refused, by, **options)``
that returns an Outcome, writes all or nothing, and knows no screen.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import ClassVar

import tablib
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.formats.base_formats import Format
from import_export.forms import ConfirmImportForm
from import_export.resources import ModelResource
from import_export.results import Error, Result, RowResult

from intergroup.kit import sheets

PREVIEWED = 200
NEW, CHANGED, UNCHANGED = "new", "update", "skip"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing wrong with one row, told so that a volunteer can mend it."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        place = _("Row %(row)s, column %(column)s: %(sentence)s")
        if not self.column:
            place = _("Row %(row)s: %(sentence)s")
        return place % asdict(self)


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of the preview: NEW, CHANGED or UNCHANGED, and its cells in words."""

    kind: str
    cells: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do: counts, refusals, and rows for a preview."""

    header: tuple[str, ...] = ()
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    written: bool = False

    @property
    def refused_rows(self) -> int:
        """How many rows were refused; one row can be wrong twice."""
        return len({refusal.row for refusal in self.refused})

    @property
    def has_room(self) -> bool:
        """Whether the preview still takes rows."""
        return len(self.differences) < PREVIEWED

    def count(self, kind: str, cells: Sequence[str]) -> None:
        """Count one row, and keep the first ones for the preview."""
        name = {NEW: "created", CHANGED: "changed", UNCHANGED: "unchanged"}[kind]
        setattr(self, name, getattr(self, name) + 1)
        if self.has_room:
            self.differences.append(Difference(kind, tuple(cells)))


Loader = Callable[..., Outcome]


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


class RawDataset(tablib.Dataset):
    """The uploaded bytes, untouched: the loader reads them itself.

    They are None where a file is confirmed that was confirmed before.
    """

    def __init__(self, raw: bytes | None) -> None:
        super().__init__()
        self.raw = raw

    def __bool__(self) -> bool:
        return True


class AnyFile(Format):
    """One format for all: the loader looks into the file to see what it is."""

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding

    def get_title(self) -> str:
        return _("CSV or XLSX, or a meeting list in JSON")

    def get_extension(self) -> str:
        return "csv"

    def can_import(self) -> bool:
        return True

    def create_dataset(self, in_stream: bytes | None) -> RawDataset:
        return RawDataset(in_stream)


class ConfirmOwnForm(ConfirmImportForm):
    """The button under a preview: it finds the file of its own user, nobody else’s."""

    @staticmethod
    def seal_of(user: AbstractBaseUser) -> Signer:
        """Return what seals the names of this user’s files."""
        return Signer(salt=f"import.{user.pk}")

    def clean_import_file_name(self) -> str:
        """Return the name of the file, or “” for one that is not this user’s."""
        name = super().clean_import_file_name()
        try:
            return self.seal.unsign(name)
        except BadSignature:
            return ""


class LoaderResource(ModelResource):
    """import-export’s resource with our own loader behind its form and preview."""

    loader: ClassVar[Loader]

    def import_data(
        self,
        dataset: RawDataset,
        *,
        dry_run: bool = False,
        file_name: str = "",
        user: object = None,
        **kwargs: object,
    ) -> Result:
        """Run the loader and tell its outcome in import-export’s own words."""
        if dataset.raw is None:
            return _failed(_("This file is no longer here. Please upload it again."))
        load = type(self).loader
        try:
            options = {"name": file_name or "", "dry_run": dry_run, "by": user}
            outcome = load(dataset.raw, skip_refused=False, **options)
        except ValidationError as error:
            return _failed(" ".join(error.messages))
        return _as_result(outcome)


class TableResource(LoaderResource):
    """The same, and what goes out is a table that the app makes."""

    header: ClassVar[tuple[str, ...]]

    class Meta:
        fields = ()

    def rows(self, queryset: QuerySet) -> Iterable[Sequence[object]]:
        """Return one row for each instance, as long as ``header``."""
        raise RuntimeError("a table resource needs rows")

    def export(
        self, queryset: QuerySet | None = None, **kwargs: object
    ) -> tablib.Dataset:
        """Return the table as import-export hands it on."""
        chosen = self.get_queryset() if queryset is None else queryset
        return tablib.Dataset(*self.rows(chosen), headers=self.header)

    def get_user_visible_fields(self) -> list[Field]:
        """Return the columns, for the page that offers the file."""
        return [Field(column_name=name) for name in self.header]


def _failed(sentence: str) -> Result:
    """Return the result of a file of which no row was read."""
    result = Result()
    result.append_base_error(Error(sentence))
    return result


def _as_result(outcome: Outcome) -> Result:
    result = Result()
    result.diff_headers = list(outcome.header)
    result.outcome = outcome
    result.totals.update(
        {NEW: outcome.created, CHANGED: outcome.changed, UNCHANGED: outcome.unchanged}
    )
    for difference in outcome.differences:
        row = RowResult()
        row.import_type, row.diff = difference.kind, list(difference.cells)
        result.append_row_result(row)
    for refusal in islice(outcome.refused, PREVIEWED):
        words = (
            {refusal.column: refusal.sentence} if refusal.column else refusal.sentence
        )
        result.append_invalid_row(refusal.row, {}, ValidationError(words))
    return result
