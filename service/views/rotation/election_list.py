"""What the next election meeting has to elect, with a way to open each election."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.kit import office
from service.reports.rotation import election_list

may_see = permission_required("service.view_election", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_see
def to_elect(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Show what one business meeting has to elect: the next one, unless ``pk`` says."""
    today = timezone.localdate()
    ahead = BusinessMeeting.objects.ahead(today)
    meeting = get_object_or_404(BusinessMeeting, pk=pk) if pk else ahead.first()
    day = meeting.held_on if meeting else today
    return office.page(
        request,
        "service/office/to_elect.html",
        title=_("What to elect"),
        crumbs=[(_("Elections"), reverse("admin:service_election_changelist"))],
        meeting=meeting,
        report=election_list(day, today=today),
        ahead=ahead[:6],
        may_open=request.user.has_perm("service.add_election"),
    )
