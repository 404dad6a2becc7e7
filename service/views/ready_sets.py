"""Ready-made sets: what each would add, and when its terms begin; then it is added.

What is there already is known by its name, and stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit import admin, office, once
from intergroup.kit.dates import DayFormField
from service.actions.ready_sets import (
    READY_SETS,
    Added,
    Planned,
    ReadySet,
    add_ready_set,
    plan_ready_set,
)
from service.models import Position
from service.reports.positions import (
    month_name,
    months_in_words,
    rotation_in_words,
)

MONTHS = range(1, 13)
LIST = "admin:service_position_changelist"
may_add = permission_required(
    ["service.add_position", "service.add_committee"], raise_exception=True
)


class BeginningForm(forms.Form):
    """When terms begin, when is elected, and which positions are wanted."""

    cycle_from = DayFormField(
        label=gettext_lazy("Terms begin on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy(
            "A day on which the terms of the first half begin, such as January 1; the "
            "second half begins half a term later. Empty: a term begins when somebody "
            "is chosen, and nothing is staggered."
        ),
    )
    election_month = forms.TypedChoiceField(
        label=gettext_lazy("Elected in"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        none = ("", _("The months before a term ends"))
        months = [(str(each), month_name(each)) for each in MONTHS]
        self.fields["election_month"].choices = [none, *months]


@dataclass(frozen=True, slots=True)
class Row:
    """One position of a set in words; ``state`` is empty for one that is new."""

    name: str
    committee: str
    duties: str
    rotation: str
    sobriety: str
    who_may_hold: str
    alternate: str
    role: str
    state: str
    is_wanted: bool


@require_safe
@never_cache
@login_required
@may_add
def ready_sets(request: HttpRequest) -> HttpResponse:
    """Show which sets there are."""
    return office.page(
        request,
        "service/office/ready_sets.html",
        title=_("Ready-made sets"),
        crumbs=_crumbs(),
        sets=READY_SETS.values(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_add
def ready_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a set would add; POST adds what is not there."""
    ready = READY_SETS.get(slug)
    if ready is None:
        raise Http404(slug)
    first = timezone.localdate().replace(month=1, day=1)
    initial = {"cycle_from": first, "election_month": ready.election_month}
    form = BeginningForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and "show" not in request.POST:
        _add(request, ready, form.cleaned_data)
        return redirect(LIST)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else initial
    wanted = request.POST.getlist("position") if form.is_bound else None
    rows = list(_rows(ready, wanted, chosen))
    return office.page(
        request,
        "service/office/ready_set.html",
        status=400 if form.errors else 200,
        title=ready.name,
        crumbs=[*_crumbs(), (_("Ready-made sets"), reverse("service:ready-sets"))],
        ready=ready,
        form=form,
        rows=rows,
        new=sum(not row.state for row in rows),
    )


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Positions"), reverse(LIST))]


def _rows(
    ready: ReadySet, wanted: list[str] | None, chosen: dict[str, object]
) -> Iterator[Row]:
    for each in plan_ready_set(ready, **chosen):
        position = each.there or each.position
        is_wanted = wanted is None or each.position.name in wanted
        yield Row(
            name=each.position.name,
            committee=each.committee,
            duties=position.duties,
            rotation=rotation_in_words(position),
            sobriety=_months(position.sobriety_months),
            who_may_hold=position.who_may_hold,
            alternate=_alternate(each),
            role=position.role.name if position.role else "",
            state=_state(each.there),
            is_wanted=is_wanted and each.there is None,
        )


def _months(months: int | None) -> str:
    return months_in_words(months) if months else ""


def _alternate(planned: Planned) -> str:
    """Say beside whom it stands, and when it takes over by itself."""
    if not planned.alternate_of:
        return ""
    said = {
        Position.StepsUp.NEVER: _("Alternate of: %s."),
        Position.StepsUp.VACANCY: _("Alternate of: %s. Steps up when they leave."),
        Position.StepsUp.ALWAYS: _("Alternate of: %s. Follows them."),
    }
    return said[planned.position.steps_up] % planned.alternate_of


def _state(there: Position | None) -> str:
    if there is None:
        return ""
    return _("There, but closed") if there.closed_on else _("There already")


def _add(request: HttpRequest, ready: ReadySet, chosen: dict[str, date | int]) -> None:
    """Add what was ticked, once; say what was added, and what was there."""
    only = request.POST.getlist("position")
    with transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return
        added = add_ready_set(ready, **chosen, only=only)
    for each in (*added.committees, *added.positions):
        screen = admin.site.get_model_admin(type(each))
        screen.log_addition(request, each, [{"added": {}}])
    _tell(request, added)


def _tell(request: HttpRequest, added: Added) -> None:
    if not added.positions:
        messages.info(request, _("Nothing was added: it is all there, or not ticked."))
        return
    count = len(added.positions)
    said = ngettext(
        "Added %(count)s position: %(names)s.",
        "Added %(count)s positions: %(names)s.",
        count,
    )
    names = ", ".join(each.name for each in added.positions)
    told = [said % {"count": count, "names": names}]
    if added.committees:
        names = ", ".join(each.name for each in added.committees)
        told.append(_("New committees: %s.") % names)
    if added.there:
        told.append(_("There already: %s.") % ", ".join(added.there))
    told.append(_("Change them as your body has it."))
    messages.success(request, " ".join(told))
