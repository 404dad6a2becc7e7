"""The page of a motion: where it stands, what to do next, and all that happened."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.business.actions.motions import decided_before, last_step, may_be_struck
from intergroup.business.models import Motion, MotionStep, MotionSubmission
from intergroup.business.reports.motion_page import MotionPage, motion_page
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.views.motions.finding import (
    PAGE,
    RUNS,
    crumbs_of,
    find,
    may_read,
    may_run,
    meeting_now,
    write_once,
)
from intergroup.business.views.motions.forms import FORMS, PolicyForm, form_for
from intergroup.business.views.motions.mailing import mail_links
from intergroup.business.views.motions.steps import take_kind
from intergroup.business.views.motions.striking_form import StrikeForm
from intergroup.kit import office
from intergroup.kit.rules import show_rule

Kind = MotionStep.Kind
BUTTONS = {
    Kind.ON_AGENDA: gettext_lazy("Put it on the agenda"),
    Kind.MOVED: gettext_lazy("It was moved"),
    Kind.SECONDED: gettext_lazy("It was seconded"),
    Kind.AMENDED: gettext_lazy("Amend it"),
    Kind.STRAW_POLL: gettext_lazy("Straw poll"),
    Kind.TABLED: gettext_lazy("Table it"),
    Kind.REFERRED: gettext_lazy("Refer it to a committee"),
    Kind.TO_GROUPS: gettext_lazy("Send it to the groups"),
    Kind.BACK: gettext_lazy("Count the answers of the groups"),
    Kind.TAKEN_UP: gettext_lazy("Take it up again"),
    Kind.VOTED: gettext_lazy("Count the vote"),
    Kind.MINORITY_HEARD: gettext_lazy("The other side was heard"),
    Kind.RECONSIDERED: gettext_lazy("Reconsider it, once"),
    Kind.WITHDRAWN: gettext_lazy("It was withdrawn"),
    Kind.NOT_TAKEN_UP: gettext_lazy("Not taken up"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """A step that may be taken now: its form, and whether it stands open."""

    kind: str
    button: str
    form: forms.Form
    is_first: bool


@require_safe
@never_cache
@login_required
@may_read
def motion(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a motion; those who may, take its next step here."""
    return show(request, find(request, pk))


@require_POST
@never_cache
@login_required
@may_run
def step(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Take one step of a motion."""
    if kind not in FORMS:
        raise Http404(kind)
    found, today = find(request, pk), timezone.localdate()
    form = form_for(kind, found, today, request.POST)
    if form.is_valid():
        try:
            if write_once(request, lambda: take_kind(request, kind, form)):
                messages.success(request, _("It is written down."))
                if form.cleaned_data.get("is_mailed"):
                    return mail_links(request, pk)
            return redirect(PAGE, pk)
        except ValidationError as error:
            if getattr(error, "code", "") == "out_of_turn":
                messages.error(request, " ".join(error.messages))
                return redirect(PAGE, pk)
            show_rule(form, error)
    return show(request, found, refused={kind: form})


def show(
    request: HttpRequest,
    found: Motion,
    *,
    refused: dict[str, forms.Form] | None = None,
    policy: PolicyForm | None = None,
    strike: StrikeForm | None = None,
) -> HttpResponse:
    """Render the page; ``refused`` is a form that comes back with its errors."""
    today, runs = timezone.localdate(), request.user.has_perm(RUNS)
    told = motion_page(found, roll=roll_call(meeting_now(found, today)))
    is_refused = bool(refused or policy or strike)
    return office.page(
        request,
        "business/office/motion.html",
        status=400 if is_refused else 200,
        title=str(found),
        crumbs=crumbs_of(),
        motion=found,
        page=told,
        runs=runs,
        errors=is_refused,
        turns=_turns(found, told, today, refused or {}) if runs else [],
        policies=found.guidelines.all(),
        policy=(policy or _policy(found)) if runs else None,
        strike=(strike or _strike(found)) if runs else None,
        said_before=decided_before(found, on=today) if _is_open(told) else None,
        **_sender(request, found),
    )


def _turns(
    found: Motion, told: MotionPage, today: date, refused: dict[str, forms.Form]
) -> list[Turn]:
    is_out = told.standing.state == "out"
    waits = is_out and found.answers_due_on and today < found.answers_due_on
    if told.standing.state == "decided" and found.decided_at:
        waits = found.decided_at.held_on < today
    return [
        Turn(
            kind=kind,
            button=str(BUTTONS[kind]),
            form=refused.get(kind) or form_for(kind, found, today),
            is_first=(place == 0 and not waits) or kind in refused,
        )
        for place, kind in enumerate(told.standing.turns)
    ]


def _policy(found: Motion) -> PolicyForm | None:
    """Return the form that makes a policy, until one was made."""
    is_made = found.guidelines.exists()
    carried = found.result == Motion.Result.CARRIED
    if not (carried and found.is_policy_change) or is_made:
        return None
    return PolicyForm(found)


def _strike(found: Motion) -> StrikeForm | None:
    """Return the form that strikes the last step, as long as it may be struck."""
    last = last_step(found)
    return StrikeForm(last) if last and may_be_struck(last) else None


def _is_open(told: MotionPage) -> bool:
    return told.standing.state in {"received", "not_moved", "not_seconded", "debated"}


def _sender(request: HttpRequest, found: Motion) -> dict[str, object]:
    """Return who sent it in, for those who may ask back; and the files with it."""
    files = found.attachments.defer("content")
    if not request.user.has_perm("business.view_motionsubmission"):
        return {"files": files}
    sender = MotionSubmission.objects.filter(motion=found).first()
    return {"files": files, "sender": sender}
