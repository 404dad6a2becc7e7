"""What was counted: ballots as totals, hands for a fifth, whether anybody objects."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from intergroup.kit.rules import show_rule
from service.actions import electing
from service.models import Election
from service.reports.elections import election_record
from service.views.elections.ballot_form import BallotForm
from service.views.elections.finding import PAGE, find, may_run
from service.views.elections.forms import MotionForm
from service.views.elections.page import names_of, show
from service.views.elections.writing import (
    ask_first,
    is_too_late,
    look_again,
    take_step,
    write_once,
)
from service.voting import Step

BALLOTS = (Step.BALLOT, Step.YES_NO)


@require_POST
@never_cache
@login_required
@may_run
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the totals of the next ballot."""
    election = find(pk)
    record = election_record(election)
    after, seen = record.standing.next, request.POST.get("number")
    if record.is_over or after.step not in BALLOTS or seen != str(after.number):
        return look_again(request, election, electing.out_of_turn())
    form = BallotForm(request.POST, after=after, names=names_of(record))
    if form.is_valid():
        try:
            return _count(request, election, form)
        except ValidationError as error:
            if is_too_late(error):
                return look_again(request, election, error)
            form.show(error)
    return show(request, election, count=form)


def _count(request: HttpRequest, election: Election, form: BallotForm) -> HttpResponse:
    ballot, counts = form.ballot(election)
    by, number = request.user, form.after.number

    def write() -> None:
        electing.record_ballot(ballot, counts, recorded_by=by, number=number)

    return _told(request, election, write, _("Ballot %s is counted.") % number)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_run
def take_back(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """Ask first, and take the latest ballot back to be counted again."""
    election = find(pk)
    latest = get_object_or_404(election.ballots.standing(), pk=ballot)
    if request.method == "POST":
        told = _("Ballot %s is taken back. Count it again.") % latest.number
        write = partial(electing.take_back_ballot, latest)
        return take_step(request, election, write, told)
    return ask_first(
        request,
        election,
        title=_("Take ballot %s back") % latest.number,
        means=[
            _(
                "Its totals count no more, and the same ballot is counted again. What "
                "was written down is kept, and says that it was taken back."
            ),
            _("Whoever withdrew after it stands again, and is asked again."),
        ],
        button=_("Take it back"),
    )


@require_POST
@never_cache
@login_required
@may_run
def motion(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the motion for a fifth ballot, or the same reconsidered."""
    election = find(pk)
    number = 2 if request.POST.get("number") == "2" else 1
    form = MotionForm(request.POST, number=number)
    if form.is_valid():
        moved, by = form.motion(election), request.user

        def write() -> None:
            electing.record_motion(moved, recorded_by=by, number=number)

        try:
            return _told(request, election, write, _("The motion is written down."))
        except ValidationError as error:
            if is_too_late(error):
                return look_again(request, election, error)
            show_rule(form, error)
    return show(request, election, **{"reconsider" if number == 2 else "motion": form})


@require_POST
@never_cache
@login_required
@may_run
def objection(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down whether anybody objected when the chair asked."""
    election = find(pk)
    if request.POST.get("objected") not in {"yes", "no"}:
        return redirect(PAGE, pk)
    is_objected = request.POST["objected"] == "yes"
    nobody, somebody = _("Nobody objected."), _("Somebody objected, so you vote.")

    def write() -> None:
        electing.record_objection(election, is_objected=is_objected)

    return take_step(request, election, write, somebody if is_objected else nobody)


def _told(
    request: HttpRequest, election: Election, write: Callable[[], None], told: str
) -> HttpResponse:
    """Write once and say so; raise ValidationError, having written nothing."""
    if write_once(request, write):
        messages.success(request, told)
    return redirect(PAGE, election.pk)
