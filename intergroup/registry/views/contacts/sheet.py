"""The confidential contact sheet: counts on the screen, people on paper only."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once, pages, pdf
from intergroup.registry.actions.contacting import MOST_PEOPLE, log_contact_sheet
from intergroup.registry.models import Body, ContactSheet
from intergroup.registry.reports.contact_sheet import Sheet, contact_sheets

SHOWN = 10  # of those printed lately
may_print = permission_required("registry.add_contactsheet", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_print
def sheet(request: HttpRequest) -> HttpResponse:
    """Show how many people stand on which sheet, and who printed one; or print one."""
    sheets = contact_sheets(Body.objects.today())
    if request.method == "POST":
        return _print(request, {each.key: each for each in sheets})
    lately = ContactSheet.objects.select_related("printed_by__person")
    return office.page(
        request,
        "registry/office/contacts.html",
        title=_("Contact sheet"),
        crumbs=[(_("Contacts"), reverse("admin:registry_groupcontact_changelist"))],
        sheets=sheets,
        lately=lately[:SHOWN],
        most=MOST_PEOPLE,
    )


def _print(request: HttpRequest, sheets: dict[str, Sheet]) -> HttpResponse:
    """Make the paper, write down that it leaves, and only then let it go."""
    chosen = sheets.get(request.POST.get("sheet", ""))
    if chosen is None or not chosen.people_count:
        messages.warning(request, _("Choose a sheet with people on it first."))
        return redirect("registry:contact-sheet")
    try:
        with transaction.atomic():
            if not once.spend(request):
                messages.info(request, _("This sheet was printed. Choose it anew."))
                return redirect("registry:contact-sheet")
            content = _log_and_make(request, chosen)
    except (ValidationError, pdf.CannotPrintError) as error:
        for sentence in getattr(error, "messages", [str(error)]):
            messages.error(request, sentence)
        return redirect("registry:contact-sheet")
    headers = {"Content-Disposition": 'attachment; filename="contact-sheet.pdf"'}
    return HttpResponse(content, "application/pdf", headers=headers)


def _log_and_make(request: HttpRequest, chosen: Sheet) -> bytes:
    """Return the PDF; it is logged with the transaction, or there is none."""
    log_contact_sheet(
        scope=chosen.scope,
        people_count=chosen.people_count,
        printed_at=timezone.now(),
        printed_by=request.user,
    )
    context = pages.context(
        sheet=chosen, reader=request.user.shown_name, today=Body.objects.today()
    )
    return pdf.from_html(render_to_string("registry/print/contact_sheet.html", context))
