"""Striking the last step of a motion, from its page."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import strike
from intergroup.business.models import MotionStep
from intergroup.business.views.motions.finding import PAGE, find, may_run, write_once
from intergroup.business.views.motions.page import show
from intergroup.business.views.motions.striking_form import StrikeForm
from intergroup.kit import admin


@require_POST
@never_cache
@login_required
@may_run
def strike_last(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Strike the step that the page showed as the last one, if it still is."""
    found = find(request, pk)
    meant = get_object_or_404(MotionStep.on_record, pk=step, motion=found)
    form = StrikeForm(meant, request.POST)
    if not form.is_valid():
        return show(request, found, strike=form)
    because = form.cleaned_data["because"]
    write = partial(strike, meant, because=because, recorded_by=request.user)
    with admin.rules_shown(request):
        if write_once(request, write):
            messages.success(request, _told(meant))
    return redirect(PAGE, pk)


def _told(step: MotionStep) -> str:
    if step.kind == MotionStep.Kind.TO_GROUPS:
        return _("Struck: the ballots are taken back, and their links good no more.")
    return _("Struck: the motion is again what it was before.")
