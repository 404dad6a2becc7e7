"""Mailing the groups’ links to a motion: as it goes out, and from its ballots’ page."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import write_ballots
from intergroup.business.views.motions.finding import PAGE, find, may_run
from intergroup.business.views.sendings.mailing import mail, mail_once
from intergroup.kit import admin


@require_POST
@never_cache
@login_required
@may_run
def mail_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a new link to the groups that have not answered."""
    found, today = find(request, pk), timezone.localdate()
    write = partial(write_ballots, found, on=today, sent_by=request.user)
    return mail_once(request, write, back=reverse("business:motion-ballots", args=[pk]))


def mail_links(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the links of a motion that was sent to the groups just now."""
    found = find(request, pk)
    with admin.rules_shown(request):
        sending = write_ballots(found, on=timezone.localdate(), sent_by=request.user)
        return mail(request, sending, back=reverse(PAGE, args=[pk]))
    return redirect(PAGE, pk)
