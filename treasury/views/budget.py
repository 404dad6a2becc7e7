"""The budget’s own pages: begin it, write its lines, adopt it, amend it by motion."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

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
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.models import Motion
from intergroup.kit import office, once
from intergroup.kit.dates import Period, add_months, parse_day
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from service.models import Committee
from treasury.actions.budgeting import adopt_budget, amend_budget, start_budget
from treasury.models import Account, Budget, BudgetAmendment
from treasury.reports.actuals import actuals
from treasury.reports.planned import planned_by_line, year_before, year_of
from treasury.views.showing import DayField, name_choice

LIST = "admin:treasury_budget_changelist"
PLANNED_KINDS = (Account.Kind.INCOME, Account.Kind.EXPENSE)
may_write = permission_required(
    ["treasury.add_budget", "treasury.change_budgetline"], raise_exception=True
)
may_amend = permission_required("treasury.add_budgetamendment", raise_exception=True)


class StartForm(forms.ModelForm):
    """Which year, and what its budget begins from."""

    FROM = (
        ("nothing", gettext_lazy("Nothing")),
        ("budget", gettext_lazy("Last year’s budget, as amended")),
        ("actual", gettext_lazy("What came in and was spent last year")),
    )
    source = forms.ChoiceField(choices=FROM, label=gettext_lazy("Begin from"))

    class Meta:
        model = Budget
        fields = ["begins_on"]
        field_classes = {"begins_on": DayField}

    def clean_begins_on(self) -> date:
        """Refuse a year that no body has lived in, or will."""
        return parse_day(self.cleaned_data["begins_on"])


class AdoptForm(forms.ModelForm):
    """On which day it was adopted, and by which motion."""

    class Meta:
        model = Budget
        fields = ["adopted_on", "motion"]
        field_classes = {"adopted_on": DayField}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["adopted_on"].required = True
        _offer_motions(self.fields["motion"])

    def clean_adopted_on(self) -> date:
        """Refuse a day that has not come yet."""
        return _come(self.cleaned_data["adopted_on"])


class AmendForm(forms.ModelForm):
    """Which line is changed by how much, and by which motion."""

    account = forms.ModelChoiceField(
        Account.objects.filter(kind__in=PLANNED_KINDS), label=gettext_lazy("Account")
    )
    committee = forms.ModelChoiceField(
        Committee.objects.all(), label=gettext_lazy("Committee"), required=False
    )

    class Meta:
        model = BudgetAmendment
        fields = ["decided_on", "change", "motion"]
        field_classes = {"decided_on": DayField}
        help_texts = {"change": gettext_lazy("800 for more, -800 for less.")}

    field_order = ["account", "committee", "change", "decided_on", "motion"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        name_choice(self.fields["account"])
        self.fields["committee"].empty_label = _("None")
        _offer_motions(self.fields["motion"])

    def clean_decided_on(self) -> date:
        """Refuse a day that has not come yet."""
        return _come(self.cleaned_data["decided_on"])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_write
def start(request: HttpRequest) -> HttpResponse:
    """Begin the budget of a year, from nothing or from the year before."""
    usual = {"begins_on": _next_year(timezone.localdate())}
    form = StartForm(request.POST or None, initial=usual, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            return _start(request, form)
        except ValidationError as error:
            show_rule(form, error)
    return _asking(request, form, title=_("New budget"), button=_("Begin it"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_write
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Say on which day, and by which motion, a budget was adopted."""
    budget = get_object_or_404(Budget, pk=pk)
    usual = {"adopted_on": timezone.localdate()}
    form = AdoptForm(request.POST or None, initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            adopt_budget(budget, **form.cleaned_data)
        except ValidationError as error:
            show_rule(form, error)
        else:
            told = _("The budget is adopted. From now on a motion amends it.")
            messages.success(request, told)
            return redirect("admin:treasury_budget_change", pk)
    return _asking(
        request, form, title=_("Adopt the budget"), button=_("Adopt it"), budget=budget
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_amend
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a line of an adopted budget, by a motion."""
    budget = get_object_or_404(Budget, pk=pk)
    usual = {"decided_on": timezone.localdate()}
    form = AmendForm(request.POST or None, initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            return _amend(request, budget, form)
        except ValidationError as error:
            show_rule(form, error)
    title = _("Amend the budget")
    return _asking(request, form, title=title, button=_("Amend it"), budget=budget)


@transaction.atomic
def _start(request: HttpRequest, form: StartForm) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect(LIST)
    budget = form.save(commit=False)
    source = form.cleaned_data["source"]
    start_budget(budget, amounts=_amounts(budget.begins_on, source))
    messages.success(request, _("Begun. Write its lines, and adopt it by a motion."))
    return redirect("treasury:budget-lines", budget.pk)


@transaction.atomic
def _amend(request: HttpRequest, budget: Budget, form: AmendForm) -> HttpResponse:
    page = redirect("admin:treasury_budget_change", budget.pk)
    if not once.spend(request):
        once.say_so(request)
        return page
    account = form.cleaned_data["account"]
    amend_budget(
        form.save(commit=False),
        budget=budget,
        account=account,
        committee=form.cleaned_data["committee"],
        recorded_by=request.user,
    )
    messages.success(request, _("Amended the line “%s”.") % account.name)
    return page


def _amounts(begins_on: date, source: str) -> Mapping[tuple[int, int | None], Decimal]:
    """Return what a budget begins with, from the year before it."""
    before = year_before(Period(begins_on, begins_on))
    if source == "actual":
        return actuals(before)
    return planned_by_line(before) if source == "budget" else {}


def _next_year(today: date) -> date:
    """Propose this fiscal year, or the first after it that has no budget."""
    first = year_of(today).first
    taken = set(Budget.objects.values_list("begins_on", flat=True))
    while first in taken:
        first = add_months(first, 12)
    return first


def _offer_motions(field: forms.ModelChoiceField) -> None:
    """Offer the motions that were carried, the newest first."""
    carried = Motion.objects.filter(result=Motion.Result.CARRIED)
    field.queryset = carried.select_related("meeting")
    field.empty_label = _("Choose…") if field.required else _("None")


def _come(day: date) -> date:
    if day > timezone.localdate():
        raise ValidationError(_("This day has not come yet."), code="future")
    return day


def _asking(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: str,
    button: str,
    budget: Budget | None = None,
) -> HttpResponse:
    crumbs, back = [(_("Budgets"), reverse(LIST))], reverse(LIST)
    if budget:
        back = reverse("admin:treasury_budget_change", args=[budget.pk])
        crumbs.append((str(budget), back))
    return office.page(
        request,
        "treasury/office/budget_form.html",
        title=title,
        crumbs=crumbs,
        form=form,
        button=button,
        back=back,
        currency=Body.objects.current().currency,
    )
