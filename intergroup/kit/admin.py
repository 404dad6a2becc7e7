"""The house’s admin: the only file that knows Django’s admin and import-export’s.

Every app writes ``from intergroup.kit import admin`` and declares with these names.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.contrib.admin import SimpleListFilter, action, display, register, site
from django.contrib.admin import TabularInline as DjangoTabularInline
from django.contrib.auth.admin import GroupAdmin as RoleAdmin
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import DateField, Max, Min, Model, QuerySet, TimeField, URLField
from django.db.models import Field as ModelField
from django.forms import Field, Form, ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.admin import ExportMixin, ImportMixin
from import_export.formats.base_formats import Format
from import_export.forms import ExportForm

from intergroup.kit import sheets
from intergroup.kit.dates import DayFormField, TimeFormField
from intergroup.kit.imports import AnyFile, ConfirmOwnForm, LoaderResource

__all__ = [
    "AddOnlyMixin",
    "ExportAdmin",
    "ImportExportAdmin",
    "KeptMixin",
    "LoaderResource",
    "ModelAdmin",
    "ReadOnlyMixin",
    "RoleAdmin",
    "SimpleListFilter",
    "TabularInline",
    "UserAdmin",
    "YearFilter",
    "action",
    "display",
    "messages",
    "register",
    "require",
    "rules_shown",
    "site",
]

_YEAR = re.compile("(?!0000)[0-9]{4}")
LINKS = {URLField: {"assume_scheme": "https"}}
BOXES = {DateField: DayFormField, TimeField: TimeFormField}


@contextmanager
def rules_shown(request: HttpRequest) -> Iterator[None]:
    """Turn a broken rule into a red message instead of a server error."""
    try:
        yield
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)


class PlainBoxesMixin:
    """Boxes read what people type: a day, a time, an address without https."""

    formfield_overrides = LINKS

    def formfield_for_dbfield(
        self, db_field: ModelField, request: HttpRequest, **kwargs: object
    ) -> Field | None:
        if box := BOXES.get(type(db_field)):
            kwargs.setdefault("form_class", box)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ModelAdmin(PlainBoxesMixin, DjangoModelAdmin):
    """The base of every admin class: a broken rule comes back as a sentence."""

    list_per_page = 50
    show_full_result_count = False
    save_on_top = False

    def changeform_view(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Show the form; where an action refuses, show it again as it was typed.

        The refused attempt has been rolled back by the admin’s own transaction.
        """
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ValidationError as error:
            request.broken_rule = error
            return super().changeform_view(request, *args, **kwargs)

    def get_form(
        self,
        request: HttpRequest,
        obj: Model | None = None,
        change: bool = False,  # noqa: FBT001, FBT002 (Django’s own signature)
        **kwargs: object,
    ) -> type[ModelForm]:
        """Return the form, which carries the sentence of a rule broken just before."""
        form = super().get_form(request, obj, change, **kwargs)
        error = getattr(request, "broken_rule", None)
        return form if error is None else _carrying(form, error)


def _carrying(form: type[ModelForm], error: ValidationError) -> type[ModelForm]:
    """Return the form with an error beside its field, or on top of the page."""

    def clean(self: ModelForm) -> dict[str, object] | None:
        cleaned = super(carrying, self).clean()
        for field, sentences in getattr(error, "error_dict", {None: error}).items():
            self.add_error(field if field in self.fields else None, sentences)
        return cleaned

    carrying = type(form.__name__, (form,), {"clean": clean})
    return carrying


class TabularInline(PlainBoxesMixin, DjangoTabularInline):
    """Rows of an owned part, with a label on every box."""

    extra = 0


class AddOnlyMixin:
    """What happened is written once: it is added and read, never changed or deleted."""

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


class ReadOnlyMixin(AddOnlyMixin):
    """What is made by actions only: it can be read."""

    def has_add_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


class KeptMixin:
    """What is closed with a date and never deleted."""

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


class SheetFormat(Format):
    """CSV and XLSX out, with no cell that a spreadsheet takes for a formula."""

    title, extension, content_type = "", "", ""

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding

    def get_title(self) -> str:
        return self.title

    def get_extension(self) -> str:
        return self.extension

    def get_content_type(self) -> str:
        return self.content_type

    def can_export(self) -> bool:
        return True

    def tables(self, dataset: object) -> tuple[sheets.Table]:
        """Return import-export’s rows as a table of ours."""
        rows = tuple(tuple(row) for row in dataset)
        return (sheets.Table(dataset.title or "Export", tuple(dataset.headers), rows),)


class CSV(SheetFormat):
    """Comma separated values."""

    title, extension, content_type = "csv", "csv", "text/csv"

    def export_data(self, dataset: object, **kwargs: object) -> bytes:
        return sheets.to_csv(self.tables(dataset))


class XLSX(SheetFormat):
    """An Excel workbook."""

    title, extension = "xlsx", "xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def export_data(self, dataset: object, **kwargs: object) -> bytes:
        return sheets.to_xlsx(self.tables(dataset))


class ExportAdmin(ExportMixin, ModelAdmin):
    """A list that can be taken out as a spreadsheet by those who may see it."""

    export_form_class = ExportForm
    formats = [CSV, XLSX]

    def get_export_formats(self) -> list[type[Format]]:
        return self.formats

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


class ImportExportAdmin(ImportMixin, ExportAdmin):
    """The same, and a file can be read in by a loader, after a preview."""

    import_export_change_list_template = (
        "admin/import_export/change_list_import_export.html"
    )

    confirm_form_class = ConfirmOwnForm

    def get_import_formats(self) -> list[type[Format]]:
        return [AnyFile]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def get_confirm_form_initial(
        self, request: HttpRequest, import_form: Form | None
    ) -> dict[str, object]:
        """Return what is confirmed, the name of the file sealed for this user."""
        initial = super().get_confirm_form_initial(request, import_form)
        if name := initial.get("import_file_name"):
            seal = ConfirmOwnForm.seal_of(request.user)
            initial["import_file_name"] = seal.sign(name)
        return initial

    def create_confirm_form(
        self, request: HttpRequest, import_form: Form | None = None
    ) -> ConfirmOwnForm:
        form = super().create_confirm_form(request, import_form)
        form.seal = ConfirmOwnForm.seal_of(request.user)
        return form

    def add_success_message(self, result: object, request: HttpRequest) -> None:
        """Say what was written, or that nothing was."""
        outcome = getattr(result, "outcome", None)
        if outcome is None or not outcome.written:
            refused = [_("Nothing was written: the file has refused rows.")]
            for told in [each.error for each in result.base_errors] or refused:
                messages.error(request, told)
            return
        told = _("Imported: %(new)s new, %(changed)s changed, %(same)s unchanged.")
        counts = {"new": outcome.created, "changed": outcome.changed}
        messages.success(request, told % {**counts, "same": outcome.unchanged})


class YearFilter(SimpleListFilter):
    """Years of a date column; ``date_hierarchy`` would read every row on SQLite."""

    title = gettext_lazy("year")
    parameter_name = "year"
    column = ""

    def lookups(
        self, request: HttpRequest, model_admin: DjangoModelAdmin
    ) -> list[tuple[str, str]]:
        ends = {"first": Min(self.column), "last": Max(self.column)}
        found = model_admin.model.objects.aggregate(**ends)
        first, last = found["first"], found["last"]
        years = range(last.year, first.year - 1, -1) if first else ()
        return [(str(year), str(year)) for year in years]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        year = self.value()
        if not (year and _YEAR.fullmatch(year)):
            return queryset
        bounds = (f"{year}-01-01", f"{year}-12-31")
        return queryset.filter(**{f"{self.column}__range": bounds})


def require(request: HttpRequest, permission: str) -> None:
    """Raise PermissionDenied for one who may not."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
