"""What may be done with a form: accept it, accept it changed, refuse it, ask back."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from intergroup.kit import office, once
from intergroup.registry.actions.registering.asking import ask_back
from intergroup.registry.actions.registering.deciding import accept, refuse
from intergroup.registry.actions.registering.proposals import Proposal
from intergroup.registry.models import Group, Registration
from intergroup.registry.views.deciding.editing import Edited
from intergroup.registry.views.deciding.mails import ask_whether_closed, tell
from intergroup.registry.views.deciding.page import (
    AcceptForm,
    AskForm,
    Kind,
    RefuseForm,
    crumbs_of,
    find,
    may_decide,
    may_read,
    show,
)

PAGE = "registry:registration"
Write = Callable[[], object]


@require_POST
@never_cache
@login_required
@may_read
@may_decide
def accept_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a form as it was sent."""
    form, asked = find(pk), AcceptForm(request.POST, label_suffix="")
    is_genuine = asked.is_valid() and asked.cleaned_data["is_genuine"]
    try:
        if _once(request, lambda: _accept(request, form, is_genuine=is_genuine)):
            _accepted(request, find(pk))
    except ValidationError as error:
        _say(request, error)
    return redirect(PAGE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_read
@may_decide
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every proposed value in a box, and accept what stands there."""
    form, today = find(pk), timezone.localdate()
    if form.state not in Registration.WAITING or form.kind not in (
        Kind.NEW,
        Kind.CHANGE,
    ):
        messages.info(request, _("There is nothing to change here any more."))
        return redirect(PAGE, pk)
    data = request.POST if request.method == "POST" else None
    edited = Edited(form, data, today=today)
    if data is not None and edited.is_valid():
        try:
            return _take(request, form, edited)
        except ValidationError as error:
            _say(request, error)
    return office.page(
        request,
        "registry/office/registration_edit.html",
        title=_("Accept with changes"),
        crumbs=crumbs_of(form),
        registration=form,
        edited=edited,
        errors=edited.errors,
    )


@require_POST
@never_cache
@login_required
@may_read
@may_decide
def refuse_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse a form, with a sentence that the sender reads."""
    form, asked = find(pk), RefuseForm(request.POST, label_suffix="")
    asked.is_valid()
    answer = asked.cleaned_data.get("answer", "")

    def write() -> None:
        refuse(form, answer=answer, at=timezone.now(), decided_by=request.user)

    try:
        if _once(request, write):
            messages.success(request, _("Refused. Nothing was written."))
            tell(request, find(pk), "refused")
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            _say(request, error)
            return redirect(PAGE, pk)
        asked.add_error(None, error)
        return show(request, form, refuse=asked)
    return redirect(PAGE, pk)


@require_POST
@never_cache
@login_required
@may_read
@may_decide
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who sent a form something, by a link to the talk."""
    form, asked = find(pk), AskForm(request.POST, label_suffix="")
    asked.is_valid()
    text = asked.cleaned_data.get("text", "")

    def write() -> None:
        ask_back(form, text=text, at=timezone.now(), asked_by=request.user)

    try:
        if _once(request, write):
            messages.success(request, _("Asked. The form waits for the answer."))
            tell(request, find(pk), "asked")
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            _say(request, error)
            return redirect(PAGE, pk)
        asked.add_error(None, error)
        return show(request, form, ask=asked)
    return redirect(PAGE, pk)


def _once(request: HttpRequest, write: Write) -> bool:
    """Write where the form’s token is not spent; tell whether it was written."""
    with transaction.atomic():
        if once.spend(request):
            write()
            return True
    once.say_so(request)
    return False


def _take(request: HttpRequest, form: Registration, edited: Edited) -> HttpResponse:
    """Accept what stands in the boxes, or raise ValidationError."""
    said = edited.proposal()
    if _once(request, lambda: _accept(request, form, proposal=said)):
        _accepted(request, find(form.pk))
    return redirect(PAGE, form.pk)


def _accept(
    request: HttpRequest,
    form: Registration,
    *,
    proposal: Proposal | None = None,
    is_genuine: bool = False,
) -> None:
    now = timezone.now()
    accept(
        form,
        on=timezone.localdate(now),
        at=now,
        decided_by=request.user,
        proposal=proposal,
        is_genuine=is_genuine,
    )


def _accepted(request: HttpRequest, form: Registration) -> None:
    """Say what was written, tell the sender, and ask a group said to have closed."""
    told = _("Accepted. “%(group)s” is %(status)s now.")
    status = form.group.get_status_display().lower()
    messages.success(request, told % {"group": form.group, "status": status})
    tell(request, form, "accepted")
    is_said = form.group.status == Group.Status.PENDING_INACTIVE
    if form.kind == Kind.CLOSE and is_said:
        ask_whether_closed(request, form.group)


def _say(request: HttpRequest, error: ValidationError) -> None:
    for sentence in error.messages:
        messages.error(request, sentence)
