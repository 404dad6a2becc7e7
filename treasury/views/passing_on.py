"""Passing on: what is available, each share before it is saved, one save, the paper."""

from datetime import date
from decimal import Decimal
from functools import partial
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.business.models import Motion
from intergroup.kit import money, office, once
from intergroup.kit.printing import give_pdf
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.distributing import check_vote, vote_distribution
from treasury.actions.paying import pay_share
from treasury.models import Distribution, DistributionShare, Fund, SplitPlan
from treasury.reports.reserve import Reserve, reserve_on
from treasury.reports.worksheet import Worksheet, worksheet, worksheet_pdf
from treasury.views.paying import ToPay, payment_page
from treasury.views.showing import DayField

LIST = "admin:treasury_distribution_changelist"
may_read = permission_required("treasury.view_distribution", raise_exception=True)
may_vote = permission_required("treasury.add_distribution", raise_exception=True)


class PassingOnForm(forms.ModelForm):
    """How much was voted, when, by which plan and motion."""

    class Meta:
        model = Distribution
        fields = ["voted_on", "amount", "plan", "fund", "motion"]
        field_classes = {"voted_on": DayField}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["plan"].queryset = SplitPlan.objects.order_by("-effective_on")
        self.fields["plan"].label_from_instance = _plan_in_words
        self.fields["fund"].queryset = Fund.objects.filter(closed_on=None)
        carried = Motion.objects.filter(result=Motion.Result.CARRIED)
        self.fields["motion"].queryset = carried.select_related("meeting")
        self.fields["motion"].empty_label = _("None")

    def clean_voted_on(self) -> date:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["voted_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day has not come yet."), code="future")
        return day


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_vote
def passing_on(request: HttpRequest) -> HttpResponse:
    """Ask what was voted; show each share; record it when that is said to be right."""
    today = timezone.localdate()
    asked = request.POST or (request.GET if "amount" in request.GET else None)
    form = PassingOnForm(asked, initial=_usual(today))
    if request.method == "POST" and form.is_valid():
        try:
            return _record(request, form.instance)
        except ValidationError as error:
            show_rule(form, error)
    sheet = _worked_out(form) if asked and form.is_valid() else None
    day = sheet.day if sheet else today
    return office.page(
        request,
        "treasury/office/passing_on.html",
        title=_("Pass on"),
        crumbs=[(_("Distributions"), reverse(LIST))],
        form=form,
        sheet=sheet,
        shown=[(name, _text(form, name)) for name in form.fields],
        reserve=reserve_on(day),
        currency=Body.objects.current().currency,
        has_plans=form.fields["plan"].queryset.exists(),
        paper=_paper(form),
    )


@require_safe
@never_cache
@login_required
@may_vote
def proposal(request: HttpRequest) -> HttpResponse:
    """Give the worksheet of what is not recorded yet, for the meeting that votes."""
    form = PassingOnForm(request.GET)
    if not form.is_valid() or _worked_out(form) is None:
        raise Http404("no worksheet without an amount and a plan")
    return _file(request, form.instance)


@require_safe
@never_cache
@login_required
@may_read
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the worksheet of what was voted; a row that takes back has none."""
    distribution = get_object_or_404(Distribution, pk=pk, reverses=None)
    return _file(request, distribution)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_read
@permission_required("treasury.add_expense", raise_exception=True)
def pay(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how a share that was voted is paid, and pay it."""
    related = ("distribution__fund", "distribution__motion", "account")
    shares = DistributionShare.objects.select_related(*related)
    share = get_object_or_404(shares, pk=pk)
    distribution = share.distribution
    page = reverse("admin:treasury_distribution_change", args=[distribution.pk])
    voted = money.in_words(share.amount, Body.objects.current().currency)
    what = ToPay(
        title=_("Pay the share of %s") % share.recipient,
        crumbs=((_("Distributions"), reverse(LIST)), (str(distribution), page)),
        facts=(
            (_("Paid to"), share.recipient),
            (_("Amount"), voted),
            (_("Voted on"), str(distribution)),
            (_("Fund"), distribution.fund.name),
        ),
        pay=partial(pay_share, share),
        done=page,
    )
    return payment_page(request, what)


def _usual(today: date) -> dict[str, object]:
    """Propose today, the plan in force, and what is above the reserve."""
    operating = Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()
    return {
        "voted_on": today,
        "plan": SplitPlan.objects.in_force(today).first(),
        "fund": operating,
        "amount": _proposed(reserve_on(today)),
    }


def _plan_in_words(plan: SplitPlan) -> str:
    day = date_format(plan.effective_on, "DATE_FORMAT")
    return _("%(name)s, from %(day)s") % {"name": plan.name, "day": day}


def _proposed(reserve: Reserve | None) -> Decimal | None:
    """Propose what is available, as far as the operating fund itself holds it."""
    if reserve is None:
        return None
    amount = min(reserve.available, reserve.operating)
    return amount if amount > 0 else None


def _worked_out(form: PassingOnForm) -> Worksheet | None:
    """Return each share; or None, with the sentences of what is refused."""
    try:
        check_vote(form.instance)
        return worksheet(form.instance)
    except ValidationError as error:
        show_rule(form, error)
        return None


@transaction.atomic
def _record(request: HttpRequest, distribution: Distribution) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect(LIST)
    vote_distribution(distribution, recorded_by=request.user)
    number = distribution.shares.count()
    told = ngettext(
        "Recorded: %(amount)s to be passed on in one share. Pay it when it goes out.",
        "Recorded: %(amount)s to be passed on in %(number)s shares. "
        "Pay each when it goes out.",
        number,
    )
    amount = money.in_words(distribution.amount, Body.objects.current().currency)
    messages.success(request, told % {"amount": amount, "number": number})
    return redirect("admin:treasury_distribution_change", distribution.pk)


def _text(form: PassingOnForm, name: str) -> str:
    """Return a value as the form takes it, to be sent again unseen."""
    value = form[name].value()
    return "" if value is None else str(value)


def _paper(form: PassingOnForm) -> str:
    if not form.is_bound:
        return ""
    query = urlencode({name: _text(form, name) for name in form.fields})
    return f"{reverse('treasury:passing-on-proposal')}?{query}"


def _file(request: HttpRequest, distribution: Distribution) -> HttpResponse:
    def printed() -> bytes:
        return worksheet_pdf(worksheet(distribution))

    name = f"passing-on-{distribution.voted_on}"
    return give_pdf(request, printed, title=_("Worksheet"), name=name)
