"""Opening a closed month again: asked by one officer, confirmed by another."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office
from intergroup.kit.rules import show_rule
from treasury.actions.reopening import (
    ask_to_reopen,
    confirm_reopening,
    withdraw_request,
)
from treasury.models import ClosedMonth

may_open = permission_required("treasury.reopen_closedmonth", raise_exception=True)


class ReasonForm(forms.Form):
    """Why a month has to be opened again."""

    reason = forms.CharField(
        label=gettext_lazy("Why it has to be opened"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_open
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to open a closed month again; another officer confirms, or turns it down."""
    month = get_object_or_404(ClosedMonth, pk=pk)
    form = ReasonForm(request.POST or None, label_suffix="")
    asked_to = DOING.get(request.POST.get("do", ""))
    if request.method == "POST" and asked_to:
        try:
            messages.success(request, asked_to(request, month, form))
            return redirect("treasury:month-end")
        except ValidationError as error:
            show_rule(form, error)
    return _reopening_page(request, month, form)


def _ask(request: HttpRequest, month: ClosedMonth, form: ReasonForm) -> str:
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    ask_to_reopen(month, reason=reason, asked_by=request.user)
    return _("Asked. Another officer has to confirm that %s is opened again.") % month


def _confirm(request: HttpRequest, month: ClosedMonth, form: ReasonForm) -> str:
    confirm_reopening(month, confirmed_by=request.user)
    return _("%s is open again, and every month after it.") % month


def _withdraw(request: HttpRequest, month: ClosedMonth, form: ReasonForm) -> str:
    withdraw_request(month)
    return _("%s stays closed.") % month


DOING = {"ask": _ask, "confirm": _confirm, "withdraw": _withdraw}


def _reopening_page(
    request: HttpRequest, month: ClosedMonth, form: ReasonForm
) -> HttpResponse:
    month.refresh_from_db()
    later = ClosedMonth.objects.closed().filter(first_on__gte=month.first_on)
    return office.page(
        request,
        "treasury/office/month_reopen.html",
        status=400 if form.errors else 200,
        title=_("Open %s again") % month,
        crumbs=[(_("Closed months"), reverse("admin:treasury_closedmonth_changelist"))],
        month=month,
        form=form,
        opened=later.order_by("first_on"),
        is_own=month.reopen_asked_by == request.user,
    )
