"""What the form of each step writes, and the small steps beside it."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import (
    count_answers,
    decide_by_the_groups,
    put_on_agenda,
    send_to_groups,
    take,
)
from intergroup.business.models import MotionStep
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.views.motions.finding import (
    PAGE,
    find,
    may_run,
    meeting_now,
    write_once,
)
from intergroup.kit import admin

Kind = MotionStep.Kind


def take_kind(request: HttpRequest, kind: str, form: forms.Form) -> None:
    """Write what a valid form says; raises ValidationError."""
    step, by = form.step(kind), request.user
    match kind:
        case Kind.ON_AGENDA:
            chosen = {name: form.cleaned_data[name] for name in _HOW}
            put_on_agenda(step, **chosen, recorded_by=by)
        case Kind.TO_GROUPS:
            send_to_groups(step, due_on=form.cleaned_data["due_on"], recorded_by=by)
        case Kind.BACK:
            count_answers(step, recorded_by=by)
        case _:
            if kind == Kind.VOTED:
                _note_votes(step)
            take(step, recorded_by=by)


@require_POST
@never_cache
@login_required
@may_run
def by_the_groups(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the count of the groups decide."""
    found, today = find(request, pk), timezone.localdate()
    at = meeting_now(found, today)
    step = MotionStep(motion=found, meeting=at, done_on=at.held_on)
    write = partial(decide_by_the_groups, step, recorded_by=request.user)
    with admin.rules_shown(request):
        if write_once(request, write):
            messages.success(request, _("It is decided by the count of the groups."))
    return redirect(PAGE, pk)


def _note_votes(step: MotionStep) -> None:
    roll = roll_call(step.meeting)
    step.votes_here, step.votes_on_roll = roll.votes_here, roll.votes_on_roll


_HOW = ("way", "majority", "base")
