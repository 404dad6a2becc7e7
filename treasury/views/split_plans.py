"""Split plans: those that others use, to start from, and a new version of one’s own."""

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
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import office, once
from intergroup.kit.rules import show_rule
from treasury.actions.distributing import copy_plan
from treasury.actions.ready_plans import READY
from treasury.models import SplitPlan
from treasury.views.showing import DayField

LIST = "admin:treasury_splitplan_changelist"
may_plan = permission_required("treasury.add_splitplan", raise_exception=True)


class VersionForm(forms.ModelForm):
    """From which day a new version of a plan holds, and by which motion."""

    class Meta:
        model = SplitPlan
        fields = ["effective_on", "motion"]
        field_classes = {"effective_on": DayField}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        motions = self.fields["motion"]
        motions.queryset = motions.queryset.select_related("meeting")
        motions.empty_label = _("None")


@require_safe
@never_cache
@login_required
@may_plan
def ready(request: HttpRequest) -> HttpResponse:
    """Show the plans that others use; each leads to a form that it fills in."""
    return office.page(
        request,
        "treasury/office/passing_plans.html",
        title=_("Plans that others use"),
        crumbs=[(_("Split plans"), reverse(LIST))],
        plans=READY.values(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_plan
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Copy a plan from a day on, so that the copy can be written anew."""
    plan = get_object_or_404(SplitPlan, pk=pk)
    form = VersionForm(
        request.POST or None, initial={"effective_on": timezone.localdate()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            return _copy(request, plan, form)
        except ValidationError as error:
            show_rule(form, error)
    page = reverse("admin:treasury_splitplan_change", args=[pk])
    return office.page(
        request,
        "treasury/office/passing_version.html",
        title=_("New version of “%s”") % plan.name,
        crumbs=[(_("Split plans"), reverse(LIST)), (str(plan), page)],
        plan=plan,
        shares=plan.shares.order_by("pk"),
        form=form,
        back=page,
    )


@transaction.atomic
def _copy(request: HttpRequest, plan: SplitPlan, form: VersionForm) -> HttpResponse:
    if not once.spend(request):
        once.say_so(request)
        return redirect(LIST)
    made = copy_plan(
        plan,
        effective_on=form.cleaned_data["effective_on"],
        motion=form.cleaned_data["motion"],
    )
    told = _("Copied “%s”. Write its shares as the group conscience has decided.")
    messages.success(request, told % plan.name)
    return redirect("admin:treasury_splitplan_change", made.pk)
