"""The end of an election: it makes the term, or the next step."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from service.actions import electing
from service.models import Election
from service.views.elections.finding import PAGE, find, find_nomination, ids, may_run
from service.views.elections.writing import (
    ask_first,
    look_again,
    take_step,
    write_once,
)


@require_POST
@never_cache
@login_required
@may_run
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Give those who were elected, and accept, their terms."""
    election, today = find(pk), timezone.localdate()
    elected = ids(request.POST.getlist("elected"))

    def write() -> None:
        electing.finish(election, on=today, by=request.user, elected=elected)

    told = _("The term is written down. Thank you to all who stood.")
    return take_step(request, election, write, told)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_run
def decline(request: HttpRequest, pk: int, nomination: int) -> HttpResponse:
    """Ask first, and write down that somebody who was elected does not take it."""
    election, today = find(pk), timezone.localdate()
    elected = find_nomination(election, nomination)
    if request.method == "POST":
        told = _("%s declined. What comes next stands here.") % elected.person
        write = partial(electing.decline, elected, on=today)
        return take_step(request, election, write, told)
    return ask_first(
        request,
        election,
        title=_("%s declines") % elected.person,
        means=[
            _(
                "%s was elected and does not take it. By the rules of this election "
                "somebody else is elected then, or it begins again; the page says so."
            )
            % elected.person,
            _("This cannot be taken back."),
        ],
        button=_("Write it down"),
    )


@require_POST
@never_cache
@login_required
@may_run
def begin_again(request: HttpRequest, pk: int) -> HttpResponse:
    """End an election that left seats empty, and lead to the one that follows."""
    election, today, made = find(pk), timezone.localdate(), []

    def write() -> None:
        made.append(electing.begin_again(election, on=today, by=request.user))

    try:
        if not write_once(request, write):
            return redirect(PAGE, _last_of(election).pk)
    except ValidationError as error:
        return look_again(request, _last_of(election), error)
    messages.success(request, _("The election begins again, here."))
    return redirect(PAGE, made[0].pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_run
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, and end an election without an outcome."""
    election, today = find(pk), timezone.localdate()
    if request.method == "POST":
        told = _("This election is called off.")
        write = partial(electing.call_off, election, on=today)
        return take_step(request, election, write, told)
    return ask_first(
        request,
        election,
        title=_("Call this election off"),
        means=[
            _("It ends without an outcome. Nobody’s term begins or ends by it."),
            _("What was written down is kept. To elect after all, open a new one."),
        ],
        button=_("Call it off"),
    )


def _last_of(election: Election) -> Election:
    """Return the election that followed this one, if there is one."""
    return Election.objects.filter(follows=election).first() or election
