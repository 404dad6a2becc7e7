"""Mailing the groups’ links to a motion, from the page of its ballots."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import write_ballots
from intergroup.business.views.motions.finding import find, may_run
from intergroup.business.views.sendings.mailing import mail_once


@require_POST
@never_cache
@login_required
@may_run
def mail_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a new link to the groups that have not answered."""
    found, today = find(request, pk), timezone.localdate()
    write = partial(write_ballots, found, on=today, sent_by=request.user)
    return mail_once(request, write, back=reverse("business:motion-ballots", args=[pk]))
