"""The hat: a seed announced and then drawn with, or slips of paper drawn by hand."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.kit.rules import show_rule
from service.actions import electing
from service.reports.elections import election_record
from service.views.elections.finding import PAGE, find, may_run
from service.views.elections.forms import ByHandForm, SeedForm
from service.views.elections.page import names_of, show
from service.views.elections.writing import (
    is_too_late,
    look_again,
    take_step,
    write_once,
)
from service.voting import Step


@require_POST
@never_cache
@login_required
@may_run
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the seed, and which slip has which number, before the draw."""
    election, form = find(pk), SeedForm(request.POST)
    if form.is_valid():
        said = {"seed": form.cleaned_data["seed"], "recorded_by": request.user}
        try:
            if write_once(request, partial(electing.announce_hat, election, **said)):
                messages.success(request, _("The seed is announced. Read it aloud."))
            return redirect(PAGE, pk)
        except ValidationError as error:
            if is_too_late(error):
                return look_again(request, election, error)
            show_rule(form, error)
    return show(request, election, announce=form)


@require_POST
@never_cache
@login_required
@may_run
def draw(request: HttpRequest, pk: int, draw: int) -> HttpResponse:
    """Draw with the seed that was announced."""
    election = find(pk)
    hat = get_object_or_404(election.draws.all(), pk=draw)
    told = _("The hat is drawn.")
    return take_step(request, election, partial(electing.draw_hat, hat), told)


@require_POST
@never_cache
@login_required
@may_run
def by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down which name came out of a hat of felt."""
    election = find(pk)
    record = election_record(election)
    after = record.standing.next
    if record.is_over or after.step != Step.HAT:
        return look_again(request, election, electing.out_of_turn())
    form = ByHandForm(request.POST, among=after.among, names=names_of(record))
    if not form.is_valid():
        return show(request, election, by_hand=form)
    name, by = form.cleaned_data["drawn"], request.user
    write = partial(electing.draw_by_hand, election, [name], recorded_by=by)
    told = _("%s came out of the hat.") % names_of(record)[name]
    return take_step(request, election, write, told)
