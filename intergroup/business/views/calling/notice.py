"""The notice of a meeting: who gets it, its words, a button; and the calendar file."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.actions.calling import send_notice, what_is_announced
from intergroup.business.invitations import invitation
from intergroup.business.models import BusinessMeeting, Sending
from intergroup.business.reports.notice import notice as notice_of
from intergroup.business.reports.notice import words_of
from intergroup.business.views.rollcall.page import crumbs_of
from intergroup.kit import admin, office, once
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
    if request.method == "POST":
        with transaction.atomic():
            is_first = once.spend(request)
        with admin.rules_shown(request):
            _send(request, meeting) if is_first else once.say_so(request)
        return redirect("business:notice", meeting.pk)
    return office.page(
        request,
        "business/office/notice.html",
        title=_("Notice"),
        crumbs=crumbs_of(meeting),
        meeting=meeting,
        notice=notice_of(meeting, at=timezone.now()),
        is_over=meeting.held_on < Body.objects.today(),
        sendings=Sending.objects.filter(meeting=meeting, kind=Sending.Kind.NOTICE),
    )


def _send(request: HttpRequest, meeting: BusinessMeeting) -> None:
    def words(is_change: bool) -> tuple[str, str]:  # noqa: FBT001 (as Words has it)
        return words_of(meeting, is_change=is_change)

    sent = send_notice(meeting, words=words, at=timezone.now(), sent_by=request.user)
    count = sent.lines.filter(is_sent=True).count()
    told = ngettext("Sent %s mail.", "Sent %s mails.", count) % count
    messages.success(request, told)
    if failed := sent.lines.filter(is_sent=False).count():
        told = ngettext(
            "%s mail could not be sent; try again later.",
            "%s mails could not be sent; try again later.",
            failed,
        )
        messages.warning(request, told % failed)


@require_safe
@never_cache
@login_required
@may_read
def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the meeting as a file for one’s calendar."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    now = timezone.now()
    content = invitation(
        meeting,
        zone=Body.objects.current().time_zone,
        at=now,
        changes=what_is_announced(meeting, at=now).changes,
    )
    name = f"meeting-{meeting.held_on}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, "text/calendar; charset=utf-8", headers=headers)
