"""The sheet to carry home: of one group to who speaks for it, of all to the office."""

from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.carrying_home import sheets_pdf
from intergroup.business.models import BusinessMeeting
from intergroup.kit.printing import give_pdf
from intergroup.registry.models import Body, Group, Representative

KEEPS = "business.change_businessmeeting"


@require_safe
@never_cache
@login_required
@permission_required("business.view_businessmeeting", raise_exception=True)
def sheet(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give one group’s sheet to those who speak for it today, and to the office."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    group = get_object_or_404(Group, number=number)
    if not (request.user.has_perm(KEEPS) or _speaks_for(request, group)):
        raise PermissionDenied
    return _give(request, meeting, [group], f"home-{meeting.held_on}-{number}")


@require_safe
@never_cache
@login_required
@permission_required(KEEPS, raise_exception=True)
def all_sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the sheets of all groups on the roll, a page each."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    groups = list(Group.objects.on_the_roll().order_by("number"))
    if not groups:
        groups = [Group(name=_("Every group"))]
    return _give(request, meeting, groups, f"home-{meeting.held_on}")


def _give(
    request: HttpRequest, meeting: BusinessMeeting, groups: list[Group], name: str
) -> HttpResponse:
    title = _("To carry home")
    return give_pdf(
        request, lambda: sheets_pdf(meeting, groups), title=title, name=name
    )


def _speaks_for(request: HttpRequest, group: Group) -> bool:
    serving = Representative.objects.serving_on(Body.objects.today())
    mine = serving.filter(group=group, person=request.user.person_id)
    return bool(request.user.person_id) and mine.exists()
