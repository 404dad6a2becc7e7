"""What the form of each step writes, and the small steps beside it."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.motions import (
    count_answers,
    decide_by_the_groups,
    mail_ballots,
    put_on_agenda,
    send_to_groups,
    take,
)
from intergroup.business.models import Motion, MotionStep
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.views.motions.finding import (
    PAGE,
    find,
    may_run,
    meeting_now,
    write_once,
)
from intergroup.kit import admin, once
from intergroup.kit.site_address import absolute

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
            if form.cleaned_data["is_mailed"]:
                transaction.on_commit(partial(mail, request, step.motion))
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


@require_POST
@never_cache
@login_required
@may_run
def mail_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail a new link to the groups that have not answered."""
    found = find(request, pk)
    with transaction.atomic():
        is_first = once.spend(request)
    if is_first:
        mail(request, found)
    else:
        once.say_so(request)
    return redirect("business:motion-ballots", pk)


def mail(request: HttpRequest, motion: Motion) -> None:
    """Mail the links, and say how many went out and to whom none could go."""

    def link(token: str) -> str:
        return absolute(reverse("business:group-ballot", args=[token]), request)

    today = timezone.localdate()
    try:
        sending = mail_ballots(motion, link=link, on=today, sent_by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    sent = sending.lines.filter(is_sent=True).count()
    told = ngettext("Mailed to one.", "Mailed to %(n)s.", sent) % {"n": sent}
    messages.success(request, told)
    if failed := list(sending.lines.filter(is_sent=False).values_list("to", flat=True)):
        told = _("Not reached by mail: %s. Give them the sheet.") % "; ".join(failed)
        messages.warning(request, told)


def _note_votes(step: MotionStep) -> None:
    roll = roll_call(step.meeting)
    step.votes_here, step.votes_on_roll = roll.votes_here, roll.votes_on_roll


_HOW = ("way", "majority", "base")
