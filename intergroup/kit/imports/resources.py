"""The admin’s form and preview around a loader, and the tables that go out."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import ClassVar

import tablib
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.fields import Field
from import_export.formats.base_formats import Format
from import_export.forms import ConfirmImportForm
from import_export.resources import ModelResource
from import_export.results import Error, Result, RowResult

from intergroup.kit.imports.outcomes import (
    CHANGED,
    NEW,
    PREVIEWED,
    UNCHANGED,
    Loader,
    Outcome,
)


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
    """One format for all: the loader looks into the file to see what it is.

    ``title`` tells those who choose a file what it may be.
    """

    title = gettext_lazy("CSV or XLSX")

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding

    def get_title(self) -> str:
        return str(self.title)

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
    asked: Mapping[str, object] = {}

    def __init__(
        self, *, asked: Mapping[str, object] | None = None, **kwargs: object
    ) -> None:
        """Take what the form asked beside the file, for the loader."""
        super().__init__(**kwargs)
        self.asked = asked or {}

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
            outcome = load(dataset.raw, skip_refused=False, **options, **self.asked)
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
