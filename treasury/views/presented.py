"""Reports as they were presented: the paper, and then and now side by side."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.kit import office, once, pdf
from intergroup.kit.reports import DoesNotFootError
from treasury.actions.presenting import present_report
from treasury.models import PresentedReport
from treasury.reports.paper import print_report
from treasury.reports.then_and_now import then_and_now

may_read = permission_required("treasury.view_presentedreport", raise_exception=True)
may_present = permission_required("treasury.add_presentedreport", raise_exception=True)


class PresentingForm(forms.Form):
    """The meeting that the report is presented to."""

    meeting = forms.ModelChoiceField(
        label=gettext_lazy("Business meeting"),
        queryset=BusinessMeeting.objects.order_by("-held_on"),
        empty_label=None,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["meeting"].label_from_instance = _with_period


def _with_period(meeting: BusinessMeeting) -> str:
    return f"{meeting} ({meeting.period})"


@require_safe
@never_cache
@login_required
@may_read
def presented(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was presented, and what the books say of the same days now."""
    people = ("presented_by__person", "month", "meeting")
    shown = get_object_or_404(PresentedReport.objects.select_related(*people), pk=pk)
    try:
        compared, problem = then_and_now(shown), ""
    except DoesNotFootError as error:
        compared, problem = None, str(error)
    return office.page(
        request,
        "treasury/office/presented.html",
        title=_("As presented: %s") % shown,
        crumbs=[_crumb()],
        shown=shown,
        compared=compared,
        problem=problem,
    )


@require_safe
@never_cache
@login_required
@may_read
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the very PDF that was presented."""
    shown = get_object_or_404(PresentedReport, pk=pk)
    name = f"{shown.report}-{shown.first_on}-{shown.last_on}-{shown.status}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes(shown.pdf), "application/pdf", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_present
def present(request: HttpRequest) -> HttpResponse:
    """Keep the report for a business meeting as it is shown there."""
    ahead = BusinessMeeting.objects.ahead(timezone.localdate()).first()
    form = PresentingForm(request.POST or None, initial={"meeting": ahead})
    if request.method == "POST" and form.is_valid():
        try:
            return _present(request, form.cleaned_data["meeting"])
        except (DoesNotFootError, pdf.CannotPrintError) as error:
            form.add_error(None, str(error))
    return office.page(
        request,
        "treasury/office/presented_new.html",
        status=400 if form.errors else 200,
        title=_("Present the treasurer’s report"),
        crumbs=[_crumb()],
        form=form,
        has_meetings=form.fields["meeting"].queryset.exists(),
    )


def _present(request: HttpRequest, meeting: BusinessMeeting) -> HttpResponse:
    report = print_report(meeting.period, meeting=meeting)
    with transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("admin:treasury_presentedreport_changelist")
        present_report(report, presented_by=request.user)
    told = _("The report is kept as it is presented: figures, paper and fingerprints.")
    messages.success(request, told)
    return redirect("treasury:presented", report.pk)


def _crumb() -> tuple[str, str]:
    name = "admin:treasury_presentedreport_changelist"
    return str(_("Presented reports")), reverse(name)
