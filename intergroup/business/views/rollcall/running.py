"""The meeting opens, its quorum is counted, it closes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions import rollcall
from intergroup.business.views.rollcall.finding import (
    back_to_roll,
    find,
    may_count,
    may_run,
    write_once,
)
from intergroup.kit import admin, once

LONGEST = 80  # letters of a position


@require_POST
@never_cache
@login_required
@may_count
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the quorum down as it is now."""
    meeting = find(pk)

    def write() -> None:
        counted = rollcall.count_quorum(meeting, at=timezone.now())
        messages.success(request, _("Noted: %s") % counted.in_words)

    with admin.rules_shown(request):
        if not write_once(request, write):
            once.say_so(request)
    return back_to_roll(request, meeting)


@require_POST
@never_cache
@login_required
@may_run
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the meeting, or close it: now, by a position."""
    meeting, by = find(pk), request.POST.get("by", "").replace("\0", "")[:LONGEST]
    at = timezone.localtime().time().replace(second=0, microsecond=0)
    with admin.rules_shown(request):
        if request.POST.get("act") == "close":
            is_done = rollcall.close_meeting(meeting, at=at, closed_by=by)
        else:
            is_done = rollcall.open_meeting(meeting, at=at, opened_by=by)
        if not is_done:
            messages.info(request, _("Somebody else has written that down already."))
    return back_to_roll(request, meeting)
