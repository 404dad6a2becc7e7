"""The whole books to take along, for programs that have never heard of this one."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from treasury.exporting import FORMATS, exported

may_see = permission_required("treasury.view_entry", raise_exception=True)
TOLD = {
    "hledger": (
        "hledger",
        gettext_lazy("A journal that “hledger check --strict” accepts."),
    ),
    "beancount": ("Beancount", gettext_lazy("A ledger that “bean-check” accepts.")),
    "csv": (
        gettext_lazy("Spreadsheet"),
        gettext_lazy("CSV with one line for each posting, and the seal of its entry."),
    ),
}


@require_safe
@never_cache
@login_required
@may_see
def books(request: HttpRequest) -> HttpResponse:
    """Say what there is to take along."""
    entries = reverse("admin:treasury_entry_changelist")
    return office.page(
        request,
        "treasury/office/books.html",
        title=_("Take the books along"),
        crumbs=[(_("Entries"), entries)],
        formats=[(form, *TOLD[form]) for form in FORMATS],
    )


@require_safe
@never_cache
@login_required
@may_see
def books_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give every posted entry in one of the formats."""
    if form not in FORMATS:
        raise Http404(form)
    text, _entries = exported(form)
    headers = {
        "Content-Disposition": f'attachment; filename="{FORMATS[form].file_name}"'
    }
    return HttpResponse(text, FORMATS[form].content_type, headers=headers)
