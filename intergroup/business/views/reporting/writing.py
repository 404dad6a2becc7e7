"""Writing a report on a page: saved by a script as it is typed, or by a button; sent.

The script and the buttons send the same form to the same address. What was written in
another window since is shown beside what was typed, and the next press decides.
"""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting import (
    personal_words,
    save_draft,
    send_report,
    stamp_of,
)
from intergroup.business.models import MeetingReport
from intergroup.business.reports.reporting.told import Told, is_given, told
from intergroup.business.views.reporting.boxes import ReportForm
from intergroup.kit.rules import show_rule
from intergroup.registry.reports.own_listing import OwnListing, own_listing

Show = Callable[..., HttpResponse]
"""Renders the page, with the values of its form."""
Done = Callable[[], HttpResponse]
"""Leads on, once the report was sent."""


def write(
    request: HttpRequest, report: MeetingReport, *, show: Show, done: Done
) -> HttpResponse:
    """Show a report to be written, or take what was sent."""
    if is_given(report):
        if request.POST.get("draft"):
            return JsonResponse({"told": _("It was sent already.")}, status=409)
        return show(told=told(report), report=report)
    if request.method != "POST":
        return _page(report, ReportForm(report), show)
    form = ReportForm(report, request.POST)
    is_right = form.is_valid()
    if request.POST.get("draft"):
        return _keep(report, form, read=request.POST.get("read", ""))
    if "save" in request.POST:
        return _save(request, report, form, show)
    if not is_right:
        return _page(report, form, show)
    return _send(request, report, form, show=show, done=done)


def _keep(report: MeetingReport, form: ReportForm, *, read: str) -> HttpResponse:
    """Save what a script sends, and answer it in a sentence."""
    try:
        kept = save_draft(report, form.said, read=read)
    except ValidationError as error:
        theirs = told(_now(report))
        values = {"told": error.messages[0], "theirs": _in_words(theirs)}
        return JsonResponse(values, status=409)
    return JsonResponse({"told": _saved(form), "read": stamp_of(kept)})


def _save(
    request: HttpRequest, report: MeetingReport, form: ReportForm, show: Show
) -> HttpResponse:
    try:
        kept = save_draft(report, form.said, read=request.POST.get("read", ""))
    except ValidationError as error:
        return _refused(report, form, error, show)
    again = form if form.errors else ReportForm(kept)
    again.read = stamp_of(kept)
    return _page(kept, again, show, saved=_saved(form))


def _send(
    request: HttpRequest,
    report: MeetingReport,
    form: ReportForm,
    *,
    show: Show,
    done: Done,
) -> HttpResponse:
    read = request.POST.get("read", "")
    words = personal_words(form.said)
    if words and "looked" not in request.POST:
        form.read = read
        return _page(report, form, show, words=words)
    try:
        send_report(report, form.said, read=read, at=timezone.now())
    except ValidationError as error:
        return _refused(report, form, error, show)
    return done()


def _refused(
    report: MeetingReport, form: ReportForm, error: ValidationError, show: Show
) -> HttpResponse:
    """Show the form again, with the sentence and, beside it, what is kept."""
    now = _now(report)
    if is_given(now):
        return show(told=told(now), report=now, status=409)
    is_stale = getattr(error, "code", "") == "stale"
    show_rule(form, error)
    form.read = stamp_of(now)
    return _page(report, form, show, theirs=told(now) if is_stale else None, status=409)


def _page(
    report: MeetingReport, form: ReportForm, show: Show, **values: object
) -> HttpResponse:
    return show(form=form, report=report, listing=_listing(report), **values)


def _listing(report: MeetingReport) -> OwnListing | None:
    group = report.group
    return own_listing(group, on=timezone.localdate()) if group else None


def _now(report: MeetingReport) -> MeetingReport:
    """Return the report as it is kept now."""
    whose = {"meeting": report.meeting, "group": report.group, "office": report.office}
    kept = MeetingReport.objects.select_related("group").filter(**whose).first()
    return kept or report


def _saved(form: ReportForm) -> str:
    """Return what is said after saving, with the boxes that could not be read."""
    time = time_format(timezone.localtime(), "TIME_FORMAT")
    sentence = _("Saved at %s") % time
    boxes = ", ".join(f"“{form.fields[name].label}”" for name in form.errors)
    if not boxes:
        return sentence
    return f"{sentence} · {_('Not yet: %s, which cannot be read.') % boxes}"


def _in_words(kept: Told) -> str:
    """Return what is kept, box by box, as plain text."""
    lines = [f"{label}: {text}" for label, text in (*kept.facts, *kept.texts)]
    if kept.contributed is not None:
        lines.insert(
            0, f"{_('Contributed since the last meeting')}: {kept.contributed}"
        )
    return "\n\n".join(lines)
