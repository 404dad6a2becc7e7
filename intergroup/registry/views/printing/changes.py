"""What has changed since a print: for those who still hold it in their hands."""

from dataclasses import replace
from datetime import date

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office, pdf
from intergroup.registry.models import DirectoryPrint
from intergroup.registry.publishing import published
from intergroup.registry.reports.printed import (
    Changes,
    Wishes,
    printed_directory,
    what_changed,
)
from intergroup.registry.views.printing.papers import changes_pdf

may_see = permission_required("registry.view_directoryprint", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_see
def print_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is new, changed and gone since a print, by day."""
    before = get_object_or_404(DirectoryPrint, pk=pk)
    changes, on = _since(before)
    list_of_prints = reverse("admin:registry_directoryprint_changelist")
    return office.page(
        request,
        "registry/office/print_changes.html",
        title=_("Changes since the print"),
        crumbs=[(_("Printed directories"), list_of_prints)],
        before=before,
        changes=changes,
        on=on,
    )


@require_safe
@never_cache
@login_required
@may_see
def print_changes_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the same on paper."""
    before = get_object_or_404(DirectoryPrint, pk=pk)
    changes, on = _since(before)
    try:
        data = changes_pdf(changes, before=before, on=on)
    except pdf.CannotPrintError as error:
        return HttpResponse(str(error), "text/plain; charset=utf-8", status=503)
    name = f"changes-{on.isoformat()}.pdf"
    place = content_disposition_header(as_attachment=False, filename=name)
    headers = {"Content-Disposition": place}
    return HttpResponse(data, "application/pdf", headers=headers)


def _since(before: DirectoryPrint) -> tuple[Changes, date]:
    """Compare with what the same choice would print now."""
    directory = published()
    wishes = replace(Wishes.of(before.wishes), for_whom="")
    now = printed_directory(directory, wishes)
    return what_changed(before.listed, now.listed), directory.on
