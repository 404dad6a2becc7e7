"""The minutes of one meeting: written beside the records, read once sent round."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting, Minutes, Sending
from intergroup.business.reports.minutes import as_text, minutes_pdf, minutes_record
from intergroup.business.views.minutes.forms import (
    AmendForm,
    CorrectionForm,
    DecisionForm,
    PartForm,
)
from intergroup.kit import office, pdf

WRITE = "business.change_minutes"
may_read = permission_required("business.view_minutes", raise_exception=True)
may_write = permission_required(WRITE, raise_exception=True)


@require_safe
@never_cache
@login_required
@may_read
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the minutes: to writers as they are written, to others once sent round."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    found = minutes_of(meeting)
    is_writer = request.user.has_perm(WRITE)
    if found is None or (found.state == Minutes.State.DRAFT and not is_writer):
        return _page(request, meeting, "business/minutes/none.html", found=found)
    return show(request, found)


@require_safe
@never_cache
@login_required
@may_read
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the PDF: of approved minutes the kept one, unless a decision amended them.

    ``?as=approved`` gives the kept one in any case; ``?print=large`` is made anew in 18
    points.
    """
    found = get_object_or_404(Minutes.objects.select_related("meeting"), meeting=pk)
    is_draft = found.state == Minutes.State.DRAFT
    if is_draft and not request.user.has_perm(WRITE):
        raise Http404
    large = request.GET.get("print") == "large"
    is_kept = found.is_locked and not large
    is_kept &= request.GET.get("as") == "approved" or not found.amendments.exists()
    try:
        content = _content(found, is_kept=is_kept, large=large)
    except pdf.CannotPrintError as error:
        return _page(
            request, found.meeting, "reports/refused.html", problem=error, status=500
        )
    name = f"minutes-{found.meeting.held_on}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes(content), "application/pdf", headers=headers)


def _content(minutes: Minutes, *, is_kept: bool, large: bool) -> bytes:
    if is_kept:
        return minutes.content
    return minutes_pdf(minutes_record(minutes), large=large)


def minutes_of(meeting: BusinessMeeting) -> Minutes | None:
    """Return the minutes of a meeting, without their bytes."""
    found = Minutes.objects.listed().filter(meeting=meeting)
    return found.select_related("meeting", "approved_at", "approved_by").first()


def show(
    request: HttpRequest, minutes: Minutes, *, status: int = 200, **values: object
) -> HttpResponse:
    """Render the page; ``values`` may bring forms that come back with a sentence."""
    record = minutes_record(minutes)
    corrections = list(minutes.corrections.all())
    is_open = any(not each.outcome for each in corrections)
    is_draft = minutes.state == Minutes.State.DRAFT
    is_writer = request.user.has_perm(WRITE)
    return _page(
        request,
        minutes.meeting,
        "business/minutes/page.html",
        status=status,
        minutes=minutes,
        record=record,
        corrections=corrections,
        has_open=is_open,
        is_writer=is_writer,
        is_writing=is_writer and not minutes.is_locked and (is_draft or is_open),
        is_changed=minutes.is_locked and _has_changed(minutes, record),
        sendings=Sending.objects.filter(
            meeting=minutes.meeting, kind=Sending.Kind.MINUTES
        ).counted(),
        **{**_forms(minutes), **values},
    )


def _has_changed(minutes: Minutes, record: object) -> bool:
    """Tell whether the records say something else than when it was approved."""
    return not minutes.amendments.exists() and as_text(record) != minutes.text


def _forms(minutes: Minutes) -> dict[str, object]:
    today = timezone.localdate()
    return {
        "part_form": PartForm(),
        "correction_form": CorrectionForm(),
        "approve_form": DecisionForm(minutes, today=today, auto_id="approve"),
        "amend_form": AmendForm(minutes, today=today, auto_id="amend"),
    }


def _page(
    request: HttpRequest, meeting: BusinessMeeting, template: str, **values: object
) -> HttpResponse:
    return office.page(
        request,
        template,
        title=_("Minutes: %s") % meeting,
        crumbs=[(_("Minutes"), reverse("business:minutes-archive"))],
        meeting=meeting,
        **values,
    )
