"""Opening an election: from a position, with everything proposed that can be known."""

from collections.abc import Mapping
from dataclasses import fields

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.business.models import BusinessMeeting
from intergroup.kit import office
from intergroup.kit.dates import DayFormField, add_months
from intergroup.kit.rules import show_rule
from service.actions.electing import open_election
from service.models import Election, ElectionMethod, Position
from service.reports.elections.proposing import Proposed, proposal_for
from service.views.elections.finding import PAGE, crumbs_of, may_open
from service.views.elections.writing import PlainForm, write_once

SHOWN_MONTHS = 12  # of meetings gone by, for an election that is written down later
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PositionForm(PlainForm):
    """To which position."""

    position = forms.ModelChoiceField(
        Position.objects.none(),
        label=gettext_lazy("Position"),
        empty_label=gettext_lazy("Choose…"),
    )

    def __init__(self, data=None):
        super().__init__(data)
        there = Position.objects.open_on(timezone.localdate())
        self.fields["position"].queryset = there


class OpenForm(forms.ModelForm):
    """How many seats, by which method, where, and for which term."""

    class Meta:
        model = Election
        fields = ["method", "seats", "meeting", "begins_on", "ends_on", "is_remainder"]
        field_classes = {"begins_on": DayFormField, "ends_on": DayFormField}
        widgets = {"begins_on": DAY, "ends_on": DAY}

    def __init__(self, position: Position, data=None, *, asked):
        today = timezone.localdate()
        proposed = _initial(proposal_for(position, today=today), asked)
        new = Election(position=position, opened_on=today)
        super().__init__(data, instance=new, initial=proposed, label_suffix="")
        since = add_months(today, -SHOWN_MONTHS)
        recent = BusinessMeeting.objects.filter(held_on__gte=since)
        self.fields["meeting"].queryset = recent.order_by("held_on")
        self.fields["meeting"].empty_label = _("At no business meeting")
        offered = ElectionMethod.objects.filter(is_offered=True)
        self.fields["method"].queryset = offered
        self.fields["method"].empty_label = _("Choose…")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_open
def choose(request: HttpRequest) -> HttpResponse:
    """Ask to which position; ``?position=`` has said it already."""
    form = PositionForm(request.GET if "position" in request.GET else None)
    if form.is_bound and form.is_valid():
        return open_for(request, form.cleaned_data["position"].pk)
    return _page(request, _("Open an election"), choosing=form)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_open
def open_for(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is proposed for an election to this position, and open it.

    A term and a meeting that the address says go before what would be proposed.
    """
    there = Position.objects.open_on(timezone.localdate())
    position = get_object_or_404(there, pk=pk)
    sent = request.POST if request.method == "POST" else None
    form = OpenForm(position, sent, asked=request.GET)
    if form.is_bound and form.is_valid():
        try:
            return _open(request, form.instance)
        except ValidationError as error:
            show_rule(form, error)
    title = _("Open an election: %s") % position
    return _page(request, title, form=form, position=position)


def _open(request: HttpRequest, new: Election) -> HttpResponse:
    by = request.user
    if not write_once(request, lambda: open_election(new, recorded_by=by)):
        return redirect("service:elections")
    messages.success(request, _("Nominations for %s are open.") % new.position)
    return redirect(PAGE, new.pk)


def _page(request: HttpRequest, title: str, **values: object) -> HttpResponse:
    form = values.get("form") or values["choosing"]
    return office.page(
        request,
        "service/office/election_open.html",
        status=400 if form.errors else 200,
        title=title,
        crumbs=crumbs_of(),
        errors=bool(form.errors),
        **values,
    )


def _initial(proposed: Proposed, asked: Mapping[str, str]) -> dict[str, object]:
    initial = {each.name: getattr(proposed, each.name) for each in fields(proposed)}
    if "begins_on" in asked:
        names = ("begins_on", "ends_on")
        initial |= {name: asked.get(name, "") for name in names}
        initial["is_remainder"] = "is_remainder" in asked
    if "meeting" in asked:
        initial["meeting"] = asked["meeting"]
    return initial
