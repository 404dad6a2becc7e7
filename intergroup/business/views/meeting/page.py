"""A business meeting on one page: how each part stands, and where it goes on."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.kit import meeting_page, office


@require_safe
@never_cache
@login_required
@permission_required("business.change_businessmeeting", raise_exception=True)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the parts of a meeting, in the order in which they are worked on."""
    meeting = get_object_or_404(BusinessMeeting, pk=pk)
    changelist = reverse("admin:business_businessmeeting_changelist")
    return office.page(
        request,
        "business/office/meeting.html",
        title=str(meeting),
        crumbs=[(_("Business meetings"), changelist)],
        meeting=meeting,
        parts=meeting_page.BOARD.render(meeting=meeting, user=request.user),
    )
