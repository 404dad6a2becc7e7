"""Lists that go out as spreadsheets and come in through a loader."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from import_export.admin import ExportMixin, ImportMixin
from import_export.formats.base_formats import Format
from import_export.forms import ExportForm, ImportForm

from intergroup.kit import sheets
from intergroup.kit.admin.screens import ModelAdmin
from intergroup.kit.imports import AnyFile, ConfirmOwnForm


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


class FileForm(ImportForm):
    """Asks for a file; a list may ask more beside it, in ``asked_fields``."""


class ImportExportAdmin(ImportMixin, ExportAdmin):
    """The same, and a file can be read in by a loader, after a preview."""

    import_export_change_list_template = (
        "admin/import_export/change_list_import_export.html"
    )

    import_format = AnyFile
    import_form_class = FileForm
    confirm_form_class = ConfirmOwnForm

    def get_import_formats(self) -> list[type[Format]]:
        return [self.import_format]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def import_action(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        """Show what a file would do; one with refused rows is not kept meanwhile."""
        response = super().import_action(request, **kwargs)
        context = getattr(response, "context_data", None) or {}
        result = context.get("result")
        if result and (result.has_errors() or result.has_validation_errors()):
            name = context["form"].cleaned_data["import_file"].tmp_storage_name
            self.get_tmp_storage_class()(name=name).remove()
        return response

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
