"""Who may see motions and who may take their steps, and the rows an address names."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting, Motion
from intergroup.kit import once

PAGE = "business:motion"
RUNS = "business.change_motion"
may_read = permission_required("business.view_motion", raise_exception=True)
may_run = permission_required(
    ["business.view_motion", RUNS, "business.add_motionstep"], raise_exception=True
)


class PlainForm(forms.Form):
    """A form of these pages: labels without a colon."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


def seen_by(request: HttpRequest) -> QuerySet[Motion]:
    """Return the motions somebody may see: without right to change, the numbered."""
    rows = Motion.objects.select_related(
        "meeting", "decided_at", "moved_by_group", "seconded_by_group"
    )
    return rows if request.user.has_perm(RUNS) else rows.numbered()


def find(request: HttpRequest, pk: int) -> Motion:
    """Return a motion, or answer that there is none."""
    return get_object_or_404(seen_by(request), pk=pk)


def crumbs_of(motion: Motion | None = None) -> list[tuple[str, str]]:
    """Return the way to the page of a motion, or to what lies behind it."""
    way = [(_("Book of motions"), reverse("business:motions"))]
    if motion:
        way.append((str(motion), reverse(PAGE, args=[motion.pk])))
    return way


def meetings_for(motion: Motion) -> QuerySet[BusinessMeeting]:
    """Return the meetings at which a step of ``motion`` may be taken."""
    return BusinessMeeting.objects.filter(
        Q(held_on__gte=motion.meeting.held_on)
    ).order_by("held_on")


def meeting_now(motion: Motion, today: date) -> BusinessMeeting:
    """Return the meeting that is most likely meant: the last one held, or its own."""
    held = meetings_for(motion).filter(held_on__lte=today).order_by("-held_on")
    return held.first() or motion.meeting


def write_once(request: HttpRequest, write: Callable[[], object]) -> bool:
    """Write where the form’s token is not spent; tell whether it was written.

    What raises is rolled back, and leaves the token good.
    """
    with transaction.atomic():
        if once.spend(request):
            write()
            return True
    once.say_so(request)
    return False
