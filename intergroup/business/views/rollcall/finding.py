"""Which meeting the roll is called at, who may, and the way back to the page."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from intergroup.business.models import BusinessMeeting
from intergroup.kit import once

MOST_FIGURES = 18
CALLS = ["business.add_attendance", "business.change_attendance"]
may_call = permission_required(CALLS, raise_exception=True)
may_run = permission_required("business.change_businessmeeting", raise_exception=True)
may_count = permission_required("business.add_quorumcount", raise_exception=True)


def number_of(text: str | None) -> int | None:
    """Return the number that a page sent, or None: no row has one of forty figures."""
    is_one = bool(text) and text.isdecimal() and len(text) <= MOST_FIGURES
    return int(text) if is_one else None


def find(pk: int) -> BusinessMeeting:
    """Return the meeting, or raise Http404."""
    return get_object_or_404(BusinessMeeting, pk=pk)


def back_to_roll(
    request: HttpRequest, meeting: BusinessMeeting, anchor: str = ""
) -> HttpResponse:
    """Lead back to the roll, filtered as it was, and to the row that was tapped."""
    kept = {
        name: request.POST[name] for name in ("q", "show") if request.POST.get(name)
    }
    address = reverse("business:roll", args=[meeting.pk])
    query = f"?{urlencode(kept)}" if kept else ""
    return redirect(f"{address}{query}{f'#{anchor}' if anchor else ''}")


def write_once(request: HttpRequest, write: Callable[[], object]) -> bool:
    """Write where the form’s token is not spent; tell whether it was written."""
    with transaction.atomic():
        if once.spend(request):
            write()
            return True
    return False
