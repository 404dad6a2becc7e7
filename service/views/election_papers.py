"""Papers of an election: ballots to hand out, a sheet to count on, and the record."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from intergroup.kit.printing import give_pdf
from service.actions.electing import rules_of
from service.models import Election
from service.reports.elections import ElectionRecord, election_record
from service.reports.elections.papers import (
    MOST_BALLOTS,
    MOST_PAPERS,
    Question,
    ballot_paper,
    ballots_pdf,
    papers_needed,
    question,
    record_pdf,
    tally_pdf,
    tally_sheet,
)
from service.voting import Rules

LARGE, WRITTEN = "large", "yes"
ELECTIONS = Election.objects.select_related("position", "method", "meeting", "follows")
may_read = permission_required("service.view_election", raise_exception=True)
may_run = permission_required("service.change_election", raise_exception=True)


class PapersForm(forms.Form):
    """Which ballot, and how its papers are to look; every box may stay empty."""

    ballot = forms.IntegerField(
        label=gettext_lazy("Ballot"),
        required=False,
        min_value=1,
        max_value=MOST_BALLOTS,
        help_text=gettext_lazy("Empty: the next one."),
    )
    of = forms.IntegerField(
        label=gettext_lazy("How many"),
        required=False,
        min_value=1,
        max_value=MOST_PAPERS,
        help_text=gettext_lazy(
            "Empty: one for each group on the roll, and each position with a vote. "
            "Every sheet is filled up."
        ),
    )
    write = forms.ChoiceField(
        label=gettext_lazy("On each"),
        required=False,
        choices=[
            ("", gettext_lazy("the names, to be marked")),
            (WRITTEN, gettext_lazy("a line to write on")),
        ],
    )
    print = forms.ChoiceField(
        label=gettext_lazy("Print"),
        required=False,
        choices=[
            ("", gettext_lazy("of the usual size")),
            (LARGE, gettext_lazy("large, with fewer on a sheet")),
        ],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for name, most in (("ballot", MOST_BALLOTS), ("of", MOST_PAPERS)):
            told = _("Write a number from 1 to %s.") % f"{most:,}"
            kinds = ("invalid", "min_value", "max_value")
            self.fields[name].error_messages |= dict.fromkeys(kinds, told)


@dataclass(frozen=True, slots=True)
class Wish:
    """A ballot of an election, and what is to be printed for it."""

    record: ElectionRecord
    rules: Rules
    asked: Question
    of: int
    is_written: bool
    large: bool


@require_safe
@never_cache
@login_required
@may_run
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how many ballot papers to print, of which ballot, and how they look."""
    election = get_object_or_404(ELECTIONS, pk=pk)
    number = election_record(election).next_ballot
    initial = {"ballot": number or None, "of": papers_needed(election)}
    return _ask(request, election, PapersForm(initial=initial))


@require_safe
@never_cache
@login_required
@may_run
def ballots(request: HttpRequest, pk: int) -> HttpResponse:
    """Give ballot papers: ``?ballot=2&of=60&write=yes&print=large``."""

    def printed(wish: Wish) -> bytes:
        paper = ballot_paper(wish.record, wish.asked, is_written=wish.is_written)
        return ballots_pdf(paper, of=wish.of, large=wish.large)

    return _file(request, pk, printed, title=_("Ballot papers"), name="ballots")


@require_safe
@never_cache
@login_required
@may_run
def tally(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the sheet that tellers count on: ``?ballot=2&print=large``."""

    def printed(wish: Wish) -> bytes:
        sheet = tally_sheet(wish.record, wish.asked, wish.rules, voters=wish.of)
        return tally_pdf(sheet, large=wish.large)

    return _file(request, pk, printed, title=_("Tally sheet"), name="tally")


@require_safe
@never_cache
@login_required
@may_read
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the record; ``?print=large`` in 18 points."""
    election = get_object_or_404(ELECTIONS, pk=pk)
    large = request.GET.get("print") == LARGE

    def printed() -> bytes:
        return record_pdf(election, large=large)

    name = f"election-{election.pk}{'-large' if large else ''}"
    return give_pdf(request, printed, title=str(election), name=name)


def _file(
    request: HttpRequest,
    pk: int,
    printed: Callable[[Wish], bytes],
    *,
    title: str,
    name: str,
) -> HttpResponse:
    """Give a paper of the ballot that was asked for, or ask again."""
    election = get_object_or_404(ELECTIONS, pk=pk)
    form = PapersForm(request.GET)
    wish = _wish(election, form)
    if wish is None:
        return _ask(request, election, form, status=400)
    name = f"{name}-{election.pk}-{wish.asked.number}"
    return give_pdf(request, lambda: printed(wish), title=title, name=name)


def _wish(election: Election, form: PapersForm) -> Wish | None:
    """Return what the form asks for; None, with a sentence in it, if that is not."""
    if not form.is_valid():
        return None
    chosen, rules = form.cleaned_data, rules_of(election)
    found = election_record(election)
    asked = question(found, rules, number=chosen["ballot"])
    if asked is None:
        form.add_error("ballot", _("There is no such ballot in this election now."))
        return None
    return Wish(
        record=found,
        rules=rules,
        asked=asked,
        of=chosen["of"] or papers_needed(election),
        is_written=chosen["write"] == WRITTEN,
        large=chosen["print"] == LARGE,
    )


def _ask(
    request: HttpRequest, election: Election, form: PapersForm, *, status: int = 200
) -> HttpResponse:
    address = reverse("admin:service_election_change", args=[election.pk])
    return office.page(
        request,
        "service/office/ballot_papers.html",
        status=status,
        title=_("Ballot papers"),
        crumbs=[(str(election), address)],
        election=election,
        form=form,
    )
