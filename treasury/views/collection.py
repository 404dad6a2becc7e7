"""The collection sheet: the whole roll on one page, saved at once or not at all."""

from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import money, office, once
from intergroup.kit.printing import give_pdf
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.collections import record_collection, refuse_second
from treasury.models import Collection, Contribution, Fund
from treasury.reports.collected import collected, collected_pdf
from treasury.reports.receipts import receipt_numbers
from treasury.views.counting import CountingForm
from treasury.views.sheet import Row, read_rows, sums

LIST = "admin:treasury_collection_changelist"
may_read = permission_required("treasury.view_collection", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@permission_required("treasury.add_collection", raise_exception=True)
def collection(request: HttpRequest) -> HttpResponse:
    """Show the sheet, add it up, or record it."""
    currency = Body.objects.current().currency
    data = request.POST if request.method == "POST" else None
    form, rows = CountingForm(data, currency=currency), read_rows(data or {}, currency)
    if data is None or "check" in data:
        _leave_empty(form)
        return _sheet(request, form, rows)
    if form.is_valid() and not any(row.errors for row in rows):
        try:
            return _record(request, form, rows)
        except ValidationError as error:
            show_rule(form, error)
    return _sheet(request, form, rows)


@require_safe
@never_cache
@login_required
@may_read
def recorded(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was recorded, and lead to the receipts and to the bank."""
    shown = get_object_or_404(Collection.objects.select_related("meeting"), pk=pk)
    report = collected(shown)
    return office.page(
        request,
        "treasury/office/collection_recorded.html",
        title=_title(shown),
        crumbs=[(_("Collections"), reverse(LIST))],
        report=report,
        told=_told(shown),
        deposit=_deposit(request, shown),
    )


@require_safe
@never_cache
@login_required
@may_read
def sheet_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the counted sheet as a PDF, for the binder."""
    shown = get_object_or_404(Collection.objects.select_related("meeting"), pk=pk)

    def printed() -> bytes:
        return collected_pdf(collected(shown))

    name = f"collection-{shown.collected_on}"
    return give_pdf(request, printed, title=_title(shown), name=name)


@transaction.atomic
def _record(request: HttpRequest, form: CountingForm, rows: list[Row]) -> HttpResponse:
    """Record the sheet once; raise ValidationError, having written nothing."""
    if not once.spend(request):
        once.say_so(request)
        return redirect(LIST)
    counted, account_ids = form.collection(), form.account_ids()
    if not form.cleaned_data["is_another"]:
        refuse_second(counted)
    operating = Fund.objects.get(purpose=Fund.Purpose.OPERATING)
    given = [row.contribution(account_ids, operating) for row in rows if row.value]
    record_collection(counted, given, recorded_by=request.user)
    return redirect("treasury:collection-recorded", counted.pk)


def _sheet(request: HttpRequest, form: CountingForm, rows: list[Row]) -> HttpResponse:
    """Show the sheet with what was typed, its sums, and what is wrong."""
    form.is_valid()
    counted = getattr(form, "cleaned_data", {}).get("counted")
    return office.page(
        request,
        "treasury/office/collection.html",
        title=_("Collection sheet"),
        crumbs=[(_("Collections"), reverse(LIST))],
        form=form,
        rows=rows,
        wrong=[row for row in rows if row.errors],
        sums=sums(rows, counted),
        methods=Contribution.Method.choices,
        currency=form.currency,
    )


def _leave_empty(form: CountingForm) -> None:
    """Say nothing yet of boxes that are still to be filled in."""
    for name in list(form.errors):
        if form.has_error(name, "required"):
            del form.errors[name]


def _title(shown: Collection) -> str:
    day = date_format(shown.collected_on, "DATE_FORMAT")
    return _("Collection of %s") % day


def _told(shown: Collection) -> str:
    """Say what was recorded: how many, how much, and the numbers of the receipts."""
    rows = list(shown.contributions.all())
    currency = Body.objects.current().currency
    amount = money.in_words(money.total(each.amount for each in rows), currency)
    told = ngettext(
        "Recorded %(count)s contribution, %(amount)s.",
        "Recorded %(count)s contributions, %(amount)s.",
        len(rows),
    )
    told %= {"count": len(rows), "amount": amount}
    return f"{told} {receipt_numbers(rows)}"


def _deposit(request: HttpRequest, shown: Collection) -> str:
    """Return where what is in hand is taken to the bank, for those who may."""
    if not request.user.has_perm("treasury.add_deposit"):
        return ""
    return f"{reverse('treasury:deposit')}?collection={shown.pk}"
