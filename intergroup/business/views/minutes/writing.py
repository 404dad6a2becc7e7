"""Writing minutes: begin them, keep the prose of a part, add and move parts."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.minutes import (
    add_part,
    begin_minutes,
    move_part,
    remove_part,
    rename_part,
    write_part,
)
from intergroup.business.models import BusinessMeeting, Minutes, MinutesPart
from intergroup.business.views.minutes.forms import PartForm
from intergroup.business.views.minutes.page import may_write, show
from intergroup.kit import admin


@require_POST
@never_cache
@login_required
@may_write
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the minutes with the parts of the agenda."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    with admin.rules_shown(request):
        begin_minutes(meeting)
    return redirect("business:minutes", pk)


@require_POST
@never_cache
@login_required
@may_write
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the prose of a part; ``draft`` is sent by the script."""
    row = _part(pk)
    prose = request.POST.get("prose", "").replace("\r\n", "\n")
    read = request.POST.get("read", "")
    is_script = bool(request.POST.get("draft"))
    try:
        number = int(read) if read.isdecimal() and len(read) < 9 else -1
        now = write_part(row, prose, read=number)
    except ValidationError as error:
        return _refused(request, row, prose, error, is_script=is_script)
    if is_script:
        told = _("Saved at %s") % time_format(timezone.localtime(), "TIME_FORMAT")
        return JsonResponse({"told": told, "read": now.revision})
    return _to_part(row)


@require_POST
@never_cache
@login_required
@may_write
def parts(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a part at the end."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    minutes = get_object_or_404(Minutes.objects.listed(), meeting=meeting)
    form = PartForm(request.POST)
    if form.is_valid():
        with admin.rules_shown(request):
            add_part(minutes, **form.cleaned_data)
        return redirect("business:minutes", pk)
    return show(request, minutes, part_form=form)


@require_POST
@never_cache
@login_required
@may_write
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a part up or down, give it another heading, or take it away."""
    row = _part(pk)
    what = request.POST.get("do", "")
    with admin.rules_shown(request):
        if step := _steps(request).get(what):
            step(row)
    return redirect("business:minutes", row.minutes.meeting_id)


def _steps(request: HttpRequest) -> dict[str, Callable[[MinutesPart], None]]:
    said = {name: request.POST.get(name, "") for name in ("title", "kind")}
    return {
        "up": lambda row: move_part(row, "up"),
        "down": lambda row: move_part(row, "down"),
        "remove": remove_part,
        "rename": lambda row: rename_part(row, **said),
    }


def _refused(
    request: HttpRequest,
    row: MinutesPart,
    prose: str,
    error: ValidationError,
    *,
    is_script: bool,
) -> HttpResponse:
    """Answer with the sentence, and with both texts where another wrote."""
    now = _part(row.pk)
    sentence = error.messages[0]
    if is_script:
        theirs = now.prose if error.code == "stale" else ""
        return JsonResponse({"told": sentence, "theirs": theirs}, status=409)
    conflict = {
        "pk": row.pk,
        "told": sentence,
        "typed": prose,
        "theirs": now.prose,
    }
    return show(request, now.minutes, status=409, conflict=conflict)


def _part(pk: int) -> MinutesPart:
    rows = MinutesPart.objects.select_related("minutes__meeting")
    return get_object_or_404(rows.defer("minutes__content"), pk=pk)


def _to_part(row: MinutesPart) -> HttpResponse:
    page = reverse("business:minutes", args=[row.minutes.meeting_id])
    return redirect(f"{page}#part-{row.pk}")
