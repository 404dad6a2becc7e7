"""The papers of a bill or a payment: shown to those who may, and added to."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import admin, office, once, papers, uploads
from intergroup.kit.rules import show_rule
from treasury.actions.vouchers import attach_paper
from treasury.models import Bill, Expense, Voucher

# A browser shows a PDF by a viewer of its own, which a closed sandbox keeps out.
SANDBOX = {
    Voucher.Kind.PDF: "default-src 'none'; object-src 'self'; sandbox allow-scripts",
    Voucher.Kind.JPEG: "default-src 'none'; sandbox",
    Voucher.Kind.PNG: "default-src 'none'; sandbox",
}
may_read = permission_required("treasury.view_voucher", raise_exception=True)
may_add = permission_required("treasury.add_voucher", raise_exception=True)


class PapersForm(forms.Form):
    """Which files to keep."""

    papers = papers.PapersField()


@require_safe
@never_cache
@login_required
@may_read
def voucher(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a paper to those who may see the bill or the payment that it proves."""
    shown = get_object_or_404(Voucher, pk=pk)
    admin.require(
        request, "treasury.view_bill" if shown.bill_id else "treasury.view_expense"
    )
    headers = {
        "Content-Disposition": content_disposition_header(False, shown.name),  # noqa: FBT003
        "Content-Security-Policy": SANDBOX[shown.kind],
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(shown.content), shown.kind, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@permission_required("treasury.view_bill", raise_exception=True)
@may_add
def bill_papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Add papers to a bill."""
    shown, page = get_object_or_404(Bill, pk=pk), reverse("treasury:bill", args=[pk])
    bills = reverse("admin:treasury_bill_changelist")
    return _papers(request, shown, page, (_("Bills"), bills))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@permission_required("treasury.view_expense", raise_exception=True)
@may_add
def expense_papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Add papers to a payment that pays no bill."""
    shown = get_object_or_404(Expense, pk=pk)
    page = reverse("admin:treasury_expense_change", args=[pk])
    expenses = reverse("admin:treasury_expense_changelist")
    return _papers(request, shown, page, (_("Expenses"), expenses))


def _papers(
    request: HttpRequest, proven: Bill | Expense, back: str, crumb: tuple[str, str]
) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PapersForm(*sent, label_suffix="")
    if form.is_valid():
        try:
            return _attach(request, proven, form.cleaned_data["papers"], back)
        except ValidationError as error:
            show_rule(form, error)
    if uploads.is_cut(request):
        form.errors.clear()
        form.add_error("papers", papers.too_much())
    return office.page(
        request,
        "treasury/office/voucher_add.html",
        title=_("Add a paper"),
        crumbs=[crumb, (str(proven), back)],
        papers=proven.vouchers.listed(),
        back=back,
        form=form,
    )


@transaction.atomic
def _attach(
    request: HttpRequest, proven: Bill | Expense, sent: list[papers.Paper], back: str
) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect(back)
    for each in sent:
        attach_paper(each, to=proven, added_by=request.user)
    told = ngettext("Kept %s paper.", "Kept %s papers.", len(sent))
    messages.success(request, told % len(sent))
    return redirect(back)
