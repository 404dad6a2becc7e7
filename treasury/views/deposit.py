"""Deposit what was received: tick what goes to the bank, and print its slip."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import money, office, once, pages, pdf
from intergroup.kit.printing import give_pdf
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.depositing import record_deposit
from treasury.actions.waiting import Received, Waiting, waiting_to_be_deposited
from treasury.models import Account, Collection, Deposit
from treasury.reports.deposits import deposit_slip
from treasury.views.showing import DayField, ids, name_choice

may_deposit = permission_required("treasury.add_deposit", raise_exception=True)
may_read = permission_required("treasury.view_deposit", raise_exception=True)


class DepositForm(forms.ModelForm):
    """Into which account, on which day, on which slip."""

    class Meta:
        model = Deposit
        fields = ["to_account", "deposited_on", "reference"]
        field_classes = {"deposited_on": DayField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        into = self.fields["to_account"]
        into.queryset = into.queryset.exclude(purpose=Account.Purpose.UNDEPOSITED)
        name_choice(into)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_deposit
def deposit(request: HttpRequest) -> HttpResponse:
    """List what waits, all of it ticked; ``?collection=`` ticks one collection’s."""
    bank = Account.objects.open().filter(purpose=Account.Purpose.BANK).first()
    initial = {"to_account": bank, "deposited_on": timezone.localdate()}
    form = DepositForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _record(request, form.instance)
        except ValidationError as error:
            show_rule(form, error)
    return _page(request, form)


def _record(request: HttpRequest, slip: Deposit) -> HttpResponse:
    with transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("admin:treasury_deposit_changelist")
        entries, today = _ticked(request), timezone.localdate()
        record_deposit(slip, entries, today=today, recorded_by=request.user)
    messages.success(request, _told(slip, len(entries)))
    return redirect("admin:treasury_deposit_change", slip.pk)


def _told(slip: Deposit, count: int) -> str:
    currency = Body.objects.current().currency
    into, amount = slip.to_account.name, money.in_words(abs(slip.amount), currency)
    if slip.amount < 0:
        told = _("Recorded that %(amount)s went back out of “%(account)s”.")
        return told % {"amount": amount, "account": into}
    told = ngettext(
        "Deposited %(amount)s into “%(account)s”: %(count)s item.",
        "Deposited %(amount)s into “%(account)s”: %(count)s items.",
        count,
    )
    return told % {"amount": amount, "account": into, "count": count}


def _page(request: HttpRequest, form: DepositForm) -> HttpResponse:
    waiting = waiting_to_be_deposited()
    ticked = _ticked_at_first(request, waiting)
    chosen = [each for each in waiting.items if each.entry_id in ticked]
    return office.page(
        request,
        "treasury/office/deposit.html",
        status=400 if form.errors else 200,
        title=_("Deposit what was received"),
        crumbs=[(_("Deposits"), reverse("admin:treasury_deposit_changelist"))],
        form=form,
        rows=[(each, each.entry_id in ticked) for each in waiting.items],
        waiting=waiting,
        chosen=Waiting(tuple(chosen)),
        currency=Body.objects.current().currency,
    )


def _ticked_at_first(request: HttpRequest, waiting: Waiting) -> set[int]:
    if request.method == "POST":
        return _ticked(request)
    items: tuple[Received, ...] = waiting.items
    if asked := request.GET.get("collection", ""):
        collection = get_object_or_404(Collection, pk__in=ids([asked]))
        items = tuple(each for each in items if each.collection_id == collection.pk)
    return {each.entry_id for each in items}


def _ticked(request: HttpRequest) -> set[int]:
    return set(ids(request.POST.getlist("entry")))


@require_safe
@never_cache
@login_required
@may_read
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the deposit slip as a PDF."""
    shown = get_object_or_404(Deposit, pk=pk, reverses__isnull=True)

    def printed() -> bytes:
        context = pages.context(report=deposit_slip(shown))
        html = render_to_string("treasury/print/deposit_slip.html", context)
        return pdf.from_html(html)

    name = f"deposit-{shown.deposited_on}"
    return give_pdf(request, printed, title=_("Deposit slip"), name=name)
