"""The end of a month: the list to go through, and the button."""

from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once, pdf
from intergroup.kit.dates import month_of
from intergroup.kit.rules import show_rule
from treasury.actions.months import Point, close_month, next_to_close
from treasury.models import ClosedMonth, PresentedReport
from treasury.reports.month_end import MonthEnd, month_end
from treasury.reports.paper import print_month

TRIES = 3  # somebody may post while the paper is printed
SHOWN = 12
WAYS = {  # where a point of the list is mended
    "reconciled": (gettext_lazy("Reconcile"), "treasury:reconcile"),
    "undeposited": (gettext_lazy("Deposit it"), "treasury:deposit"),
    "identified": (gettext_lazy("See what waits"), "treasury:unidentified"),
    "paid": (gettext_lazy("See the bills"), "admin:treasury_bill_changelist"),
    "above-zero": (gettext_lazy("See the journal"), "admin:treasury_entry_changelist"),
    "receipts": (
        gettext_lazy("See the contributions"),
        "admin:treasury_contribution_changelist",
    ),
}
may_see = permission_required("treasury.view_closedmonth", raise_exception=True)


class ClosingForm(forms.ModelForm):
    """The month to close, and the words about what is not settled."""

    class Meta:
        model = ClosedMonth
        fields = ["first_on", "explanation"]
        widgets = {
            "first_on": forms.HiddenInput,
            "explanation": forms.Textarea(attrs={"rows": 3}),
        }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_see
def closing(request: HttpRequest) -> HttpResponse:
    """Show the list of the next month to close; POST closes it."""
    first = next_to_close()
    if request.method == "POST":
        return _close(request, first)
    initial = {"first_on": first}
    return _page(request, first, ClosingForm(initial=initial, label_suffix=""))


def _close(request: HttpRequest, first: date | None) -> HttpResponse:
    if not request.user.has_perm("treasury.add_closedmonth"):
        raise PermissionDenied
    form = ClosingForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            return _closed(request, form.instance)
        except ValidationError as error:
            show_rule(form, error)
        except pdf.CannotPrintError as error:
            form.add_error(None, str(error))
    return _page(request, first, form)


def _closed(request: HttpRequest, month: ClosedMonth) -> HttpResponse:
    """Print first, which takes seconds, then close, if nothing was posted meanwhile."""
    how = {"today": timezone.localdate(), "closed_by": request.user}
    for tries_left in reversed(range(TRIES)):
        how["points"] = month_end(month.period).points
        report = print_month(month, **how)
        try:
            with transaction.atomic():
                if not once.spend(request):
                    once.say_so(request)
                    return redirect("treasury:month-end")
                close_month(month, report=report, **how)
        except ValidationError as error:
            if getattr(error, "code", "") != "books_moved" or not tries_left:
                raise
        else:
            break
    told = _("%s is closed, and its report is kept as it was presented.") % month
    messages.success(request, told)
    return redirect("treasury:presented", report.pk)


def _page(request: HttpRequest, first: date | None, form: ClosingForm) -> HttpResponse:
    today = timezone.localdate()
    ahead = month_end(month_of(first)) if first else None
    is_over = ahead is not None and ahead.month.last < today
    reports = Prefetch("reports", PresentedReport.objects.only("month"))
    closed = ClosedMonth.objects.closed().prefetch_related(reports)
    asked = closed.filter(reopen_asked_by__isnull=False)
    return office.page(
        request,
        "treasury/office/month_end.html",
        status=400 if form.errors else 200,
        title=_title(first),
        crumbs=[(_("Closed months"), _list_address())],
        ahead=ahead,
        points=_with_ways(request, ahead),
        form=form,
        is_over=is_over,
        may_close=request.user.has_perm("treasury.add_closedmonth"),
        may_open=request.user.has_perm("treasury.reopen_closedmonth"),
        closed=closed.order_by("-first_on")[:SHOWN],
        asked=asked.select_related("reopen_asked_by__person"),
    )


def _title(first: date | None) -> str:
    return _("Close %s") % date_format(first, "F Y") if first else _("Month end")


def _with_ways(
    request: HttpRequest, ahead: MonthEnd | None
) -> list[tuple[Point, str, str]]:
    """Return each point with the name and the address of where it is mended."""
    return [(point, *_way(request, point)) for point in (ahead.points if ahead else ())]


def _way(request: HttpRequest, point: Point) -> tuple[str, str]:
    if point.is_settled or point.slug not in WAYS:
        return "", ""
    label, name = WAYS[point.slug]
    return str(label), reverse(name)


def _list_address() -> str:
    return reverse("admin:treasury_closedmonth_changelist")
