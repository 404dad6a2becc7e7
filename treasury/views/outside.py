"""Send money from outside back: record that it went, and print the letter."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import money, office, once, pages, pdf
from intergroup.kit.printing import give_pdf
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.outside import return_outside_offer, waits_as_it_came
from treasury.models import Account, OutsideOffer
from treasury.reports.outside import refusal_letter
from treasury.views.showing import DayField, name_choice

may_return = permission_required("treasury.add_outsideoffer", raise_exception=True)
may_read = permission_required("treasury.view_outsideoffer", raise_exception=True)


class ReturnForm(forms.Form):
    """When it went back, how, and from which account."""

    returned_on = DayField(label=gettext_lazy("Returned on"))
    paid_from = forms.ModelChoiceField(
        Account.objects.none(), label=gettext_lazy("From")
    )
    how = forms.CharField(
        label=gettext_lazy("Returned how"),
        max_length=120,
        help_text=gettext_lazy("A check number, or “the same check”."),
    )

    def __init__(self, offer: OutsideOffer, *args, **kwargs):
        bank, undeposited = Account.Purpose.BANK, Account.Purpose.UNDEPOSITED
        holding = Account.objects.open().holding_money()
        arrived = Q(pk=offer.account_id) if waits_as_it_came(offer) else Q()
        usual = offer.account
        if usual.purpose == undeposited and not arrived:
            usual = holding.filter(purpose=bank).first()
        initial = {"returned_on": timezone.localdate(), "paid_from": usual}
        super().__init__(*args, initial=initial, label_suffix="", **kwargs)
        paid_from = self.fields["paid_from"]
        paid_from.queryset = holding.filter(~Q(purpose=undeposited) | arrived)
        name_choice(paid_from)

    def clean_returned_on(self):
        day = self.cleaned_data["returned_on"]
        if day > timezone.localdate():
            message = _("%s has not come yet.") % date_format(day, "DATE_FORMAT")
            raise ValidationError(message, code="future")
        return day


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_return
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask when and how an offer went back, and record it."""
    offer = get_object_or_404(OutsideOffer.objects.select_related("account"), pk=pk)
    if offer.returned_on or offer.account is None:
        messages.info(request, _("This was returned already."))
        return redirect("admin:treasury_outsideoffer_change", offer.pk)
    form = ReturnForm(offer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _record(request, offer, form.cleaned_data)
        except ValidationError as error:
            show_rule(form, error)
    return office.page(
        request,
        "treasury/office/outside_return.html",
        status=400 if form.errors else 200,
        title=_("Send it back"),
        crumbs=[
            (_("Outside offers"), reverse("admin:treasury_outsideoffer_changelist")),
            (offer, reverse("admin:treasury_outsideoffer_change", args=[offer.pk])),
        ],
        form=form,
        offer=offer,
        currency=Body.objects.current().currency,
    )


def _record(request: HttpRequest, offer: OutsideOffer, said: dict) -> HttpResponse:
    with transaction.atomic():
        if once.spend(request):
            return_outside_offer(offer, recorded_by=request.user, **said)
            amount = money.in_words(offer.amount, Body.objects.current().currency)
            told = _("Recorded that %(amount)s went back to %(whom)s.")
            params = {"amount": amount, "whom": offer.offered_by}
            messages.success(request, told % params)
        else:
            once.say_so(request)
    return redirect("admin:treasury_outsideoffer_change", offer.pk)


@require_safe
@never_cache
@login_required
@may_read
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the letter that goes with it as a PDF."""
    offer = get_object_or_404(OutsideOffer, pk=pk)

    def printed() -> bytes:
        report = refusal_letter(offer, today=timezone.localdate())
        context = pages.context(report=report)
        html = render_to_string("treasury/print/outside_letter.html", context)
        return pdf.from_html(html)

    return give_pdf(request, printed, title=_("Letter"), name=f"letter-{offer.pk}")
