"""The packet as a page and as a file, for those who may read about the meeting."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.business.printing import packet_context, packet_pdf
from intergroup.kit import admin, pdf, reports

may_read = permission_required("business.view_businessmeeting", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_read
def packet_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the packet on screen: the same sections as on paper."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    try:
        values = packet_context(meeting)
    except reports.DoesNotFootError as error:
        return _refused(request, meeting, error)
    presented = list(meeting.packets.listed())
    context = {
        **admin.site.each_context(request),
        "title": meeting.title,
        "presented": presented,
        **values,
    }
    return render(request, "business/packet_screen.html", context)


@require_safe
@never_cache
@login_required
@may_read
def packet_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the packet as a PDF; ``?print=large`` in 18 points."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    large = request.GET.get("print") == "large"
    try:
        content = packet_pdf(meeting, large=large)
    except (reports.DoesNotFootError, pdf.CannotPrintError) as error:
        return _refused(request, meeting, error)
    name = f"packet-{meeting.held_on}{'-large' if large else ''}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, "application/pdf", headers=headers)


def _refused(
    request: HttpRequest, meeting: BusinessMeeting, problem: Exception
) -> HttpResponse:
    context = {"title": meeting.title, "shown": meeting, "problem": problem}
    context = {**admin.site.each_context(request), **context}
    return render(request, "reports/refused.html", context, status=500)
