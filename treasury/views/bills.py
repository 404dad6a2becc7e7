"""The page of a bill: its story, its papers, and what may be done with it now."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from intergroup.kit import money, office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.bills import approve_bill, decline_bill
from treasury.actions.paying import pay_bill
from treasury.actions.recurring import raise_recurring
from treasury.models import Bill, RecurringBill
from treasury.reports.bill_story import bill_story
from treasury.views.paying import ToPay, payment_page

LIST = "admin:treasury_bill_changelist"
State = Bill.State
WAITING = (State.REQUESTED, State.PARTLY)
may_read = permission_required("treasury.view_bill", raise_exception=True)
may_decide = permission_required("treasury.add_approval", raise_exception=True)


class DeclineForm(forms.Form):
    """Why a bill is declined."""

    because = forms.CharField(
        label=gettext_lazy("Why it is declined"), max_length=200, required=False
    )


@require_safe
@never_cache
@login_required
@may_read
def bill(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a bill is about, and what became of it."""
    return _page(request, _bill(pk), DeclineForm(label_suffix=""))


@require_POST
@never_cache
@login_required
@may_read
@may_decide
@transaction.atomic
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a bill."""
    shown = _bill(pk)
    if not once.spend(request):
        once.say_so(request)
        return redirect("treasury:bill", pk)
    try:
        with transaction.atomic():
            approve_bill(shown, today=timezone.localdate(), approved_by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _approved(_bill(pk)))
    return redirect("treasury:bill", pk)


@require_POST
@never_cache
@login_required
@may_read
@may_decide
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a bill, with a reason."""
    shown, form = _bill(pk), DeclineForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            decline_bill(
                shown,
                because=form.cleaned_data["because"],
                today=timezone.localdate(),
                declined_by=request.user,
            )
        except ValidationError as error:
            show_rule(form, error)
        else:
            messages.success(request, _("Declined “%s”. It is finished.") % shown)
            return redirect("treasury:bill", pk)
    return _page(request, shown, form)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_read
@permission_required("treasury.add_expense", raise_exception=True)
def pay(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how an approved bill is paid, and pay it."""
    shown, page = _bill(pk), reverse("treasury:bill", args=[pk])
    if request.method != "POST" and shown.state != State.APPROVED:
        messages.info(request, _("Only a bill that is approved can be paid."))
        return redirect(page)
    currency = Body.objects.current().currency
    what = ToPay(
        title=_("Pay “%s”") % shown,
        crumbs=((_("Bills"), reverse(LIST)), (str(shown), page)),
        facts=(
            (_("Paid to"), shown.payee),
            (_("For"), shown.purpose),
            (_("Amount"), money.in_words(shown.amount, currency)),
            (_("Kind of expense"), f"{shown.account.name} ({shown.fund})"),
        ),
        pay=partial(pay_bill, shown),
        done=page,
    )
    return payment_page(request, what)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@permission_required(
    ["treasury.add_bill", "treasury.add_recurringbill"], raise_exception=True
)
def recurring(request: HttpRequest) -> HttpResponse:
    """List the recurring bills whose day has come, and ask for them."""
    today = timezone.localdate()
    if request.method == "POST":
        raised = raise_recurring(today=today, requested_by=request.user)
        number = len(raised.bills)
        told = ngettext("Asked for %s bill.", "Asked for %s bills.", number)
        messages.success(request, told % number)
        for sentence in raised.refused:
            messages.error(request, sentence)
        return redirect(LIST)
    return office.page(
        request,
        "treasury/office/bills_recurring.html",
        title=_("Recurring bills whose day has come"),
        crumbs=[(_("Bills"), reverse(LIST))],
        come=RecurringBill.objects.has_come(today).select_related("account"),
        currency=Body.objects.current().currency,
    )


def _bill(pk: int) -> Bill:
    named = ("account", "fund", "committee", "position", "authorised_by")
    bills = Bill.objects.with_state().select_related(*named, "requested_by__person")
    return get_object_or_404(bills, pk=pk)


def _page(request: HttpRequest, shown: Bill, form: DeclineForm) -> HttpResponse:
    user, today = request.user, timezone.localdate()
    waiting = Bill.objects.waiting_for(user, day=today).filter(pk=shown.pk)
    own = Bill.objects.paying_back(user, day=today).filter(pk=shown.pk)
    is_open = shown.state in (*WAITING, State.APPROVED)
    may_decide = user.has_perm("treasury.add_approval")
    return office.page(
        request,
        "treasury/office/bill.html",
        title=str(shown),
        crumbs=[(_("Bills"), reverse(LIST))],
        bill=shown,
        story=bill_story(shown),
        papers=shown.vouchers.listed(),
        currency=Body.objects.current().currency,
        may_approve=waiting.exists(),
        is_own=may_decide and shown.state in WAITING and own.exists(),
        may_decline=is_open and may_decide,
        may_pay=shown.state == State.APPROVED and user.has_perm("treasury.add_expense"),
        form=form,
    )


def _approved(shown: Bill) -> str:
    if shown.state == State.APPROVED:
        return _("Approved “%s”. It can be paid.") % shown
    return _("Approved “%s”. A second person has to approve it too.") % shown
