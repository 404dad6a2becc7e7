"""Bring balances forward: one grid of accounts and funds, saved at once."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import money, office, once
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.opening import enter_opening_balances, first_booked
from treasury.models import Account, ClosedMonth, Fund
from treasury.reports.opening import Opening, opening
from treasury.views.showing import DayField

may_open = permission_required(
    ["treasury.add_account", "treasury.add_transfer"], raise_exception=True
)


class OpeningForm(forms.Form):
    """A day, and a box for each open account of each open fund."""

    dated = DayField(
        label=gettext_lazy("First day of the books"),
        help_text=gettext_lazy("The balances are there as this day begins."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
        self.accounts = list(Account.objects.open().filter(kind__in=kinds))
        self.funds = list(Fund.objects.filter(closed_on=None))
        for account in self.accounts:
            for fund in self.funds:
                box = money.MoneyFormField(
                    label=f"{account.name}, {fund.name}",
                    max_digits=12,
                    decimal_places=2,
                    required=False,
                )
                box.widget.attrs |= {"aria-label": box.label, "size": 8}
                self.fields[name_of(account.pk, fund.pk)] = box

    def money(self) -> Iterator:
        """Give the rows of what is held."""
        return self._rows(Account.Kind.ASSET)

    def owed(self) -> Iterator:
        """Give the rows of what is owed."""
        return self._rows(Account.Kind.LIABILITY)

    def balances(self) -> dict:
        """Return what was written, as the ledger has it: what is owed below zero."""
        return {
            (account, fund): -amount if account.kind == "liability" else amount
            for account in self.accounts
            for fund in self.funds
            if (amount := self.cleaned_data[name_of(account.pk, fund.pk)])
        }

    def _rows(self, kind):
        for account in self.accounts:
            if account.kind == kind:
                names = [name_of(account.pk, fund.pk) for fund in self.funds]
                yield account, [self[name] for name in names]


def name_of(account_id, fund_id):
    """Return the name of the box for an account of a fund."""
    return f"held-{account_id}-{fund_id}"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_open
def opening_balances(request: HttpRequest) -> HttpResponse:
    """Show what was brought forward; ask for it where nothing was, or ``?anew``."""
    there = opening()
    if there and request.method != "POST" and "anew" not in request.GET:
        return _page(request, there=there, is_closed=_is_closed(there))
    form = OpeningForm(request.POST or None, initial=_initial(there))
    if request.method == "POST" and form.is_valid():
        try:
            return _record(request, form)
        except ValidationError as error:
            show_rule(form, error)
    return _page(request, form=form, there=there)


def _record(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    with transaction.atomic():
        if once.spend(request):
            enter_opening_balances(
                form.balances(),
                dated=form.cleaned_data["dated"],
                today=timezone.localdate(),
                recorded_by=request.user,
            )
            amount = money.in_words(opening().total, Body.objects.current().currency)
            messages.success(request, _("Brought %s forward.") % amount)
        else:
            once.say_so(request)
    return redirect("treasury:opening")


def _initial(there: Opening | None) -> dict:
    if there is None:
        first = first_booked() or timezone.localdate()
        return {"dated": first.replace(day=1)}
    held = {name_of(*key): amount for key, amount in there.held.items()}
    return {"dated": there.day, **held}


def _is_closed(there: Opening) -> bool:
    through = ClosedMonth.objects.through()
    return through is not None and there.day.replace(day=1) <= through


def _page(request: HttpRequest, *, form=None, **values: object) -> HttpResponse:
    return office.page(
        request,
        "treasury/office/opening.html",
        status=400 if form and form.errors else 200,
        title=_("Balances brought forward"),
        crumbs=[(_("Accounts"), reverse("admin:treasury_account_changelist"))],
        form=form,
        currency=Body.objects.current().currency,
        **values,
    )
