"""Saying how something is paid: the same page for a bill and for a share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import money, office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.paying import next_cheque_number
from treasury.models import Account, Expense
from treasury.reports.holdings import below_zero
from treasury.views.showing import DayField, name_choice

Method = Expense.Method


@dataclass(frozen=True, slots=True)
class ToPay:
    """What is to be paid: words for the page, and what pays it.

    ``pay`` takes what ``PaymentForm`` asks for, and ``recorded_by``; ``done`` is where
    it leads.
    """

    title: str
    crumbs: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    pay: Callable[..., Expense]
    done: str


class PaymentForm(forms.Form):
    """On which day, from which account, and how."""

    paid_on = DayField(label=gettext_lazy("Paid on"))
    paid_from = forms.ModelChoiceField(
        Account.objects.none(), label=gettext_lazy("From")
    )
    method = forms.ChoiceField(choices=Method, label=gettext_lazy("How"))
    cheque_number = forms.IntegerField(
        label=gettext_lazy("Check number"),
        required=False,
        min_value=1,
        max_value=2_000_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    reference = forms.CharField(
        label=gettext_lazy("Reference"), max_length=60, required=False
    )

    def __init__(self, data: dict | None) -> None:
        held = Account.objects.open().holding_money()
        paying = held.exclude(purpose=Account.Purpose.UNDEPOSITED)
        super().__init__(data, initial=_usual(paying), label_suffix="")
        self.fields["paid_from"].queryset = paying
        name_choice(self.fields["paid_from"])
        self.fields["cheque_number"].help_text = _next_numbers(paying)

    def clean_paid_on(self) -> date:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["paid_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day has not come yet."), code="future")
        return day

    def clean(self) -> dict[str, object]:
        """Leave the number that was proposed out where it is no check."""
        data = super().clean()
        if data.get("method") != Method.CHEQUE:
            data["cheque_number"] = None
        return data


def payment_page(request: HttpRequest, what: ToPay) -> HttpResponse:
    """Ask how it is paid, and pay it once."""
    form = PaymentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _pay(request, what, form)
        except ValidationError as error:
            show_rule(form, error)
    return office.page(
        request,
        "treasury/office/pay.html",
        title=what.title,
        crumbs=what.crumbs,
        facts=what.facts,
        back=what.done,
        form=form,
    )


@transaction.atomic
def _pay(request: HttpRequest, what: ToPay, form: PaymentForm) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect(what.done)
    payment = what.pay(**form.cleaned_data, recorded_by=request.user)
    messages.success(request, told(payment))
    for each in below_zero([payment.paid_from], [], timezone.localdate()):
        messages.warning(request, str(each))
    return redirect(what.done)


def told(payment: Expense) -> str:
    """Say what was paid: “Paid $45.00 to Copy Shop by check 101.”."""
    facts = {
        "amount": money.in_words(payment.amount, Body.objects.current().currency),
        "payee": payment.payee,
        "number": payment.cheque_number,
        "account": payment.paid_from.name,
    }
    if payment.cheque_number:
        return _("Paid %(amount)s to %(payee)s by check %(number)s.") % facts
    return _("Paid %(amount)s to %(payee)s from “%(account)s”.") % facts


def _usual(paying: object) -> dict[str, object]:
    """Propose today, the bank, and the way the bank paid last."""
    bank = paying.filter(purpose=Account.Purpose.BANK).first()
    last = bank and bank.payments.exclude(method="").order_by("-pk").first()
    usual = {"paid_on": timezone.localdate(), "paid_from": bank}
    usual["method"] = last.method if last else Method.CHEQUE
    usual["cheque_number"] = next_cheque_number(bank) if bank else None
    return usual


def _next_numbers(paying: object) -> str:
    """Say which check is the next one of each account that has had one."""
    numbers = [(each.name, next_cheque_number(each)) for each in paying]
    known = "; ".join(f"{name}: {number}" for name, number in numbers if number)
    return _("The next one: %s.") % known if known else ""
