"""The steps of minutes after writing: sent round, corrected, approved, amended."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions.minutes import (
    amend_minutes,
    approve_minutes,
    ask_correction,
    circulate_minutes,
    settle_correction,
)
from intergroup.business.models import Minutes, MinutesCorrection, Sending
from intergroup.business.reports.minutes.paper import (
    keep,
    round_fingerprint,
    subject_of,
)
from intergroup.business.views.minutes.forms import (
    AmendForm,
    CorrectionForm,
    DecisionForm,
)
from intergroup.business.views.minutes.page import may_write, show
from intergroup.business.views.sendings.mailing import mail_once
from intergroup.kit import admin, once, pdf
from intergroup.kit.rules import show_rule

may_amend = permission_required("business.add_minutesamendment", raise_exception=True)


@require_POST
@never_cache
@login_required
@may_write
def send_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the minutes to all who speak for a group and all who serve."""
    minutes, back = _minutes(pk), reverse("business:minutes", args=[pk])
    try:
        sha256 = round_fingerprint(minutes)
    except pdf.CannotPrintError as error:
        messages.error(request, str(error))
        return redirect(back)
    sending = Sending(
        kind=Sending.Kind.MINUTES,
        meeting=minutes.meeting,
        subject=subject_of(minutes.meeting),
        sha256=sha256,
        sent_at=timezone.now(),
        sent_by=request.user,
    )
    write = partial(circulate_minutes, minutes, sending, on=timezone.localdate())
    return mail_once(request, write, back=back)


@require_POST
@never_cache
@login_required
@may_write
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what somebody found wrong."""
    minutes = _minutes(pk)
    row = MinutesCorrection(minutes=minutes, asked_on=timezone.localdate())
    form = CorrectionForm(request.POST, instance=row)
    if not form.is_valid():
        return show(request, minutes, correction_form=form)
    try:
        with transaction.atomic():
            if once.spend(request):
                ask_correction(row)
            else:
                once.say_so(request)
    except ValidationError as error:
        show_rule(form, error)
        return show(request, minutes, correction_form=form)
    return redirect("business:minutes", pk)


@require_POST
@never_cache
@login_required
@may_write
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of a correction that it was taken, or left."""
    rows = MinutesCorrection.objects.select_related("minutes")
    row = get_object_or_404(rows.defer("minutes__content"), pk=pk)
    outcome = request.POST.get("outcome")
    if outcome in {MinutesCorrection.Outcome.TAKEN, MinutesCorrection.Outcome.LEFT}:
        with admin.rules_shown(request):
            settle_correction(row, outcome=outcome)
    return redirect("business:minutes", row.minutes.meeting_id)


@require_POST
@never_cache
@login_required
@may_write
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the minutes at a later meeting, and lock them."""
    minutes, today = _minutes(pk), timezone.localdate()
    form = DecisionForm(minutes, request.POST, today=today, auto_id="approve")
    if not form.is_valid():
        return show(request, minutes, approve_form=form)
    said = form.cleaned_data
    try:
        approve_minutes(
            minutes, at=said["at"], motion=said["motion"], on=today, keep=keep
        )
    except ValidationError as error:
        show_rule(form, error)
        return show(request, minutes, approve_form=form)
    except pdf.CannotPrintError as error:
        messages.error(request, str(error))
        return redirect("business:minutes", pk)
    messages.success(request, _("The minutes are approved, and locked."))
    return redirect("business:minutes", pk)


@require_POST
@never_cache
@login_required
@may_amend
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a later decision that amends approved minutes."""
    minutes, today = _minutes(pk), timezone.localdate()
    form = AmendForm(minutes, request.POST, today=today, auto_id="amend")
    if not form.is_valid():
        return show(request, minutes, amend_form=form)
    try:
        with transaction.atomic():
            if once.spend(request):
                amend_minutes(form.amendment(minutes, on=today))
            else:
                once.say_so(request)
    except ValidationError as error:
        show_rule(form, error)
        return show(request, minutes, amend_form=form)
    return redirect("business:minutes", pk)


def _minutes(pk: int) -> Minutes:
    rows = Minutes.objects.listed().select_related("meeting")
    return get_object_or_404(rows, meeting=pk)
