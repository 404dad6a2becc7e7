"""My group: its listing, “still right”, who speaks for it; for those who do, today."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.kit import admin, office, once
from intergroup.registry.actions.recording import Way
from intergroup.registry.actions.verifying import verify_group
from intergroup.registry.models import Directory, Group
from intergroup.registry.reports.mine import MyGroup, my_groups, speakers
from intergroup.registry.reports.own_listing import own_listing


@require_safe
@never_cache
@login_required
def my_group(request: HttpRequest) -> HttpResponse:
    """Go to the group of who has one; let others choose."""
    mine = my_groups(request.user.person, timezone.localdate())
    if len(mine) == 1:
        return redirect("registry:my-group-page", mine[0].number)
    template = "registry/office/my_groups.html"
    return office.page(request, template, title=_("My group"), mine=mine)


@require_safe
@never_cache
@login_required
def page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one group to those who speak for it."""
    mine, today = _mine(request, number), timezone.localdate()
    group = get_object_or_404(Group, number=number)
    return office.page(
        request,
        "registry/office/my_group.html",
        title=mine.group,
        mine=mine,
        listing=own_listing(group, on=today),
        speakers=speakers(number, person=request.user.person, day=today),
        directory=Directory.objects.current(),
        me=request.user.person,
    )


@require_POST
@never_cache
@login_required
def still_right(request: HttpRequest, number: int) -> HttpResponse:
    """Write down that the listing is right, said by who speaks for the group."""
    _mine(request, number)
    group = get_object_or_404(Group, number=number)
    with admin.rules_shown(request), transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("registry:my-group-page", number)
        verify_group(
            group,
            on=timezone.localdate(),
            verified_by=request.user,
            way=Way.VERIFICATION,
        )
        messages.success(request, _("It is written down: your listing is right."))
    return redirect("registry:my-group-page", number)


def _mine(request: HttpRequest, number: int) -> MyGroup:
    """Return the group, or 404 for one that this person does not speak for today."""
    for each in my_groups(request.user.person, timezone.localdate()):
        if each.number == number:
            return each
    raise Http404
