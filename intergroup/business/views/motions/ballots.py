"""The groups’ ballots in the office: all groups in rows, and the sheets on paper."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.actions.motions import Said, record_answers, standing_of
from intergroup.business.models import GroupBallot, Motion, Sending
from intergroup.business.reports.ballot_sheets import sheet_of, sheets_pdf
from intergroup.business.reports.motion_words import answers_so_far
from intergroup.business.views.motions.finding import (
    PlainForm,
    crumbs_of,
    find,
    may_run,
    write_once,
)
from intergroup.kit import office
from intergroup.kit.dates import DayFormField
from intergroup.kit.printing import give_pdf
from intergroup.kit.rules import show_rule

PAGE = "business:motion-ballots"
Answer, Way = GroupBallot.Answer, GroupBallot.Way
# What may stand in a box: the first letter of a word, or what a list would have.
LETTERS = {
    "": "",
    "f": Answer.FOR,
    "for": Answer.FOR,
    "y": Answer.FOR,
    "yes": Answer.FOR,
    "+": Answer.FOR,
    "g": Answer.AGAINST,
    "against": Answer.AGAINST,
    "n": Answer.AGAINST,
    "no": Answer.AGAINST,
    "-": Answer.AGAINST,
    "a": Answer.ABSTAIN,
    "abstain": Answer.ABSTAIN,
    "abstains": Answer.ABSTAIN,
    "0": Answer.ABSTAIN,
}
SHOWN = {"": "", Answer.FOR: "f", Answer.AGAINST: "g", Answer.ABSTAIN: "a"}


class HeadForm(PlainForm):
    """When and how what is entered now came."""

    came_on = DayFormField(
        label=gettext_lazy("They came on"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("How they came"), choices=Way.choices[1:]
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One group: what stands in its box, and what is wrong with that."""

    ballot: GroupBallot
    typed: str
    error: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_run
def ballots(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the groups answered, and take what came on paper."""
    motion, today = find(request, pk), timezone.localdate()
    sent = request.POST if request.method == "POST" else None
    form = HeadForm(sent) if sent else HeadForm()
    form.fields["came_on"].initial = today.isoformat()
    rows = [_row(each, sent) for each in _ballots(motion)]
    if not rows:
        raise Http404
    is_right = not any(row.error for row in rows)
    if sent is not None and form.is_valid() and is_right:
        try:
            if _write(request, motion, rows, form.cleaned_data):
                messages.success(request, _("The answers are written down."))
            return redirect(PAGE, pk)
        except ValidationError as error:
            show_rule(form, error)
    return _page(request, motion, form, rows)


@require_safe
@never_cache
@login_required
@may_run
def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the sheets of all groups, a page each."""
    motion = find(request, pk)
    found = list(_ballots(motion))
    if not found:
        raise Http404
    return _give(request, motion, found)


@require_safe
@never_cache
@login_required
@may_run
def sheet(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """Give the sheet of one group."""
    motion = find(request, pk)
    return _give(request, motion, [get_object_or_404(_ballots(motion), pk=ballot)])


def _give(
    request: HttpRequest, motion: Motion, found: list[GroupBallot]
) -> HttpResponse:
    def printed() -> bytes:
        return sheets_pdf([sheet_of(each) for each in found])

    name = f"ballot-{motion.number}"
    if len(found) == 1:
        name += f"-{found[0].group.number}"
    return give_pdf(request, printed, title=_("Ballot sheets"), name=name)


def _ballots(motion: Motion):
    return motion.ballots.select_related("group", "motion").order_by("group__number")


def _row(ballot: GroupBallot, sent) -> Row:
    kept = SHOWN.get(ballot.answer, "")
    if sent is None:
        return Row(ballot, kept)
    typed = sent.get(f"answer-{ballot.pk}", kept).strip()
    if typed.casefold() not in LETTERS:
        told = _("Write f for, g against, or a for abstaining.")
        return Row(ballot, typed, told)
    return Row(ballot, typed)


def _write(
    request: HttpRequest, motion: Motion, rows: list[Row], said: dict[str, object]
) -> bool:
    """Write what differs from what is there; a group whose box is as it was stays."""
    meant = {row.ballot.pk: LETTERS[row.typed.casefold()] for row in rows}
    changed = {
        row.ballot.pk: Said(meant[row.ballot.pk], way=said["way"])
        for row in rows
        if meant[row.ballot.pk] != row.ballot.answer
    }
    on: date = said["came_on"]
    return write_once(request, lambda: record_answers(motion, changed, on=on))


def _page(
    request: HttpRequest, motion: Motion, form: HeadForm, rows: list[Row]
) -> HttpResponse:
    wrong = any(row.error for row in rows) or bool(form.errors)
    return office.page(
        request,
        "business/office/motion_ballots.html",
        status=400 if wrong else 200,
        title=_("Answers of the groups"),
        crumbs=crumbs_of(motion),
        motion=motion,
        form=form,
        rows=rows,
        errors=wrong,
        is_out=standing_of(motion).state == "out",
        answers=answers_so_far(motion),
        sendings=Sending.objects.filter(
            motion=motion, kind=Sending.Kind.BALLOT
        ).counted(),
    )
