"""The notice of a meeting: who gets it, its words, a button; and the calendar file."""

from functools import partial

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.actions.calling import what_is_announced, write_notice
from intergroup.business.invitations import invitation
from intergroup.business.models import BusinessMeeting, Sending
from intergroup.business.reports.notice import notice as notice_of
from intergroup.business.views.rollcall.page import crumbs_of
from intergroup.business.views.sendings.mailing import mail_once
from intergroup.kit import office
from intergroup.registry.models import Body

may_send = permission_required(
    ["business.change_businessmeeting", "business.add_sending"], raise_exception=True
)
may_read = permission_required("business.view_businessmeeting", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_send
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the notice; POST sends it to whom it has not reached."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    told = notice_of(meeting)
    if request.method == "POST":
        write = partial(
            write_notice,
            meeting,
            subject=told.subject,
            at=timezone.now(),
            sent_by=request.user,
        )
        return mail_once(request, write, back=reverse("business:notice", args=[pk]))
    return office.page(
        request,
        "business/office/notice.html",
        title=_("Notice"),
        crumbs=crumbs_of(meeting),
        meeting=meeting,
        notice=told,
        is_over=meeting.held_on < Body.objects.today(),
        sendings=Sending.objects.filter(
            meeting=meeting, kind=Sending.Kind.NOTICE
        ).counted(),
    )


@require_safe
@never_cache
@login_required
@may_read
def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the meeting as a file for one’s calendar."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    content = invitation(
        meeting,
        zone=Body.objects.current().time_zone,
        at=timezone.now(),
        changes=what_is_announced(meeting).changes,
    )
    name = f"meeting-{meeting.held_on}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, "text/calendar; charset=utf-8", headers=headers)
