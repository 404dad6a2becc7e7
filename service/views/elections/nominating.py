"""Who stands: nominated, asked, attested, and withdrawn by their own word."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from intergroup.kit.rules import show_rule
from service.actions import electing
from service.models import Election, Nomination
from service.reports.rotation import notes_on
from service.views.elections.finding import PAGE, find, find_nomination, may_run
from service.views.elections.forms import NominateForm
from service.views.elections.page import show
from service.views.elections.writing import (
    ask_first,
    is_too_late,
    look_again,
    take_step,
    write_once,
)

Answer = Nomination.Answer
SAID = {"yes": True, "no": False, "": None}


@require_POST
@never_cache
@login_required
@may_run
def nominate(request: HttpRequest, pk: int) -> HttpResponse:
    """Nominate a person of the register."""
    election = find(pk)
    form = NominateForm(election, request.POST)
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            return _nominate(request, election, said)
        except ValidationError as error:
            if is_too_late(error):
                return look_again(request, election, error)
            show_rule(form, error)
            if "person" in form.errors:  # the bylaws bar them
                for note in notes_on(said["person"], election):
                    form.add_error("person", note)
    return show(request, election, nominate=form)


def _nominate(request: HttpRequest, election: Election, said: dict) -> HttpResponse:
    nomination = Nomination(election=election, **said)
    if write_once(request, lambda: electing.nominate(nomination, by=request.user)):
        stands = _("%s is nominated, and stands.")
        waits = _("%s is nominated, and still to be asked.")
        told = stands if said["answer"] == Answer.ACCEPTED else waits
        messages.success(request, told % nomination.person)
        for note in notes_on(nomination.person, election):
            messages.warning(request, note)
    return redirect(PAGE, election.pk)


@require_POST
@never_cache
@login_required
@may_run
def answer(request: HttpRequest, pk: int, nomination: int) -> HttpResponse:
    """Write down whether somebody stands."""
    election = find(pk)
    asked, said = find_nomination(election, nomination), request.POST.get("answer")
    if said not in {Answer.ACCEPTED, Answer.DECLINED}:
        return redirect(PAGE, pk)
    stands, not_now = _("%s stands."), _("%s does not stand.")
    told = (stands if said == Answer.ACCEPTED else not_now) % asked.person
    return take_step(request, election, lambda: electing.answer(asked, said), told)


@require_POST
@never_cache
@login_required
@may_run
def attest(request: HttpRequest, pk: int, nomination: int) -> HttpResponse:
    """Write down what the chair says of what is suggested: yes, no, or nothing."""
    election = find(pk)
    asked = find_nomination(election, nomination)
    is_eligible = SAID.get(request.POST.get("eligible", ""))

    def write() -> None:
        today = timezone.localdate()
        electing.attest(asked, is_eligible=is_eligible, on=today, by=request.user)

    told = _("Written down for %s. No date of anybody’s is kept.") % asked.person
    return take_step(request, election, write, told)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_run
def withdraw(request: HttpRequest, pk: int, nomination: int) -> HttpResponse:
    """Ask first, and let somebody withdraw by their own word."""
    election = find(pk)
    leaving = find_nomination(election, nomination)
    if request.method == "POST":
        told = _("%s withdrew.") % leaving.person
        return take_step(request, election, lambda: electing.withdraw(leaving), told)
    return ask_first(
        request,
        election,
        title=_("%s withdraws") % leaving.person,
        means=[
            _("By their own word, after the latest ballot. Their name is on no other."),
            _("Only taking that ballot back undoes it."),
        ],
        button=_("Withdraw the name"),
    )
