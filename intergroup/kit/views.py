"""The desk, the list of reports, and each report as a page or a file."""

from datetime import date
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import admin, desk, office, pages, pdf, reports
from intergroup.kit.asking import quick_periods
from intergroup.kit.dates import Period
from intergroup.kit.forms import ReportForm


@require_safe
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show the desk; those who use the office pages find it there."""
    if admin.site.has_permission(request):
        return redirect("admin:index")
    cards = desk.render(request.user, timezone.localdate())
    return office.page(request, "desk/home.html", title=_("Your desk"), cards=cards)


@require_safe
@never_cache
@login_required
def report_list(request: HttpRequest) -> HttpResponse:
    """List the reports this person may run."""
    listed = reports.allowed(request.user)
    return office.page(request, "reports/list.html", title=_("Reports"), reports=listed)


@require_safe
@never_cache
@login_required
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one report over the days asked for, or give it as a file."""
    shown = _allowed(request, slug)
    form = _form(request, shown)
    wanted = request.GET.get("format", "")
    if wanted and wanted not in reports.FORMS:
        raise Http404(wanted)
    if not form.is_valid() or form.is_waiting:
        return _report_page(request, shown, form, status=400 if wanted else 200)
    asked, chosen = form.cleaned_data["asked"], form.cleaned_data["chosen"]
    try:
        answer = shown.run(asked, **chosen)
        if wanted:
            name = _file_name(shown, asked, chosen)
            return _file(shown, answer, name, wanted)
    except (reports.DoesNotFootError, pdf.CannotPrintError) as error:
        context = {"title": shown.title, "shown": shown, "problem": error}
        return office.page(request, "reports/refused.html", status=500, **context)
    html = shown.as_html(answer)
    files = _files({**_days(asked), **chosen})
    return _report_page(request, shown, form, html=html, files=files)


def _allowed(request: HttpRequest, slug: str) -> reports.Report:
    try:
        shown = reports.get(slug)
    except KeyError as error:
        raise Http404(slug) from error
    if not request.user.has_perm(shown.permission):
        raise PermissionDenied
    return shown


def _form(request: HttpRequest, shown: reports.Report) -> ReportForm:
    body, today = pages.context()["body"], timezone.localdate()
    return ReportForm(request.GET, shown=shown, today=today, body=body)


def _days(asked: Period | date) -> dict[str, str]:
    """Return the days as the address of the page has them."""
    if isinstance(asked, Period):
        return {"from": asked.first.isoformat(), "to": asked.last.isoformat()}
    return {"on": asked.isoformat()}


def _files(query: dict[str, str]) -> list[tuple[str, str]]:
    """Return the name and the address of each kind of file."""
    names = sorted(reports.FORMS, key=["pdf", "xlsx", "csv", "json"].index)
    return [
        (name.upper(), f"?{urlencode({**query, 'format': name})}") for name in names
    ]


def _file_name(
    shown: reports.Report, asked: Period | date, chosen: dict[str, str]
) -> str:
    """Return ``contributions-2026-01-01-2026-01-31-group-12``."""
    said = [slugify(f"{name} {value}") for name, value in chosen.items() if value]
    return "-".join([shown.slug, *_days(asked).values(), *said])


def _quick(form: ReportForm, shown: reports.Report) -> list[tuple[str, str, bool]]:
    """Return the name and the address of each quick period, and which one is shown."""
    if shown.asks != "period":
        return []
    data = getattr(form, "cleaned_data", {})
    given = {name: form.data[name] for name in form.chosen}
    chosen = {name: value for name, value in given.items() if value is not None}
    return [
        (label, f"?{urlencode({**_days(each), **chosen})}", each == data.get("asked"))
        for label, each in quick_periods(timezone.localdate(), shown.slug)
    ]


def _file(
    shown: reports.Report, answer: reports.Answer, name: str, form: str
) -> HttpResponse:
    content = reports.write(shown, answer, form)
    place = "inline" if form == "pdf" else "attachment"
    headers = {"Content-Disposition": f'{place}; filename="{name}.{form}"'}
    return HttpResponse(content, reports.CONTENT_TYPES[form], headers=headers)


def _report_page(
    request: HttpRequest,
    shown: reports.Report,
    form: ReportForm,
    *,
    status: int = 200,
    **values: object,
) -> HttpResponse:
    context = {"title": shown.title, "shown": shown, "form": form, **values}
    context["quick"] = _quick(form, shown)
    return office.page(request, "reports/report.html", status=status, **context)
