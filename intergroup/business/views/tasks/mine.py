"""What one took on oneself: read, and said to be done."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.business.actions.tasks import finish_own
from intergroup.business.models import ActionItem
from intergroup.business.reports.action_items import of_person
from intergroup.kit import admin, office
from intergroup.registry.models import Body


@require_safe
@never_cache
@login_required
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Show what one has open."""
    person, day = request.user.person, Body.objects.today()
    return office.page(
        request,
        "business/office/my_tasks.html",
        title=_("What I took on"),
        tasks=of_person(person, day) if person else None,
    )


@require_POST
@never_cache
@login_required
def task_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a thing one took on is done; of somebody else’s there is no page."""
    item = get_object_or_404(ActionItem, pk=pk)
    if request.user.person_id is None or item.person_id != request.user.person_id:
        raise Http404
    with admin.rules_shown(request):
        finish_own(item, request.user.person, on=Body.objects.today())
        told = _("Done: %s. Thank you.")
        messages.success(request, told % item)
    return redirect("business:my-tasks")
