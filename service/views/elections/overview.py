"""The elections of a business meeting, in the order in which the body elects."""

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import BusinessMeeting
from intergroup.kit import office
from service.reports.elections.agenda import elections_at, elections_elsewhere
from service.views.elections.finding import OPENS, ids, may_read

SHOWN = 12  # meetings with elections that the page leads to


@require_safe
@never_cache
@login_required
@may_read
def elections(request: HttpRequest) -> HttpResponse:
    """Show the elections of the next meeting that has any, or of ``?meeting=``."""
    with_any = BusinessMeeting.objects.annotate(held=Count("elections"))
    with_any = with_any.filter(held__gt=0)
    if asked := request.GET.get("meeting", ""):
        meeting = get_object_or_404(BusinessMeeting, pk__in=ids([asked]))
    else:
        today = timezone.localdate()
        ahead, before = with_any.ahead(today), with_any.before(today)
        meeting = ahead.first() or before.first()
    return office.page(
        request,
        "service/office/elections.html",
        title=_("Elections"),
        meeting=meeting,
        here=elections_at(meeting) if meeting else None,
        elsewhere=elections_elsewhere(meeting),
        meetings=with_any.order_by("-held_on")[:SHOWN],
        may_open=request.user.has_perm(OPENS),
    )
