"""The book of all motions, searched by words; and those that were sent in."""

from urllib.parse import urlencode

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.business.models import Guideline, Motion
from intergroup.business.reports.motion_words import result_in_words, waiting_in_words
from intergroup.business.views.motions.finding import (
    RUNS,
    PlainForm,
    crumbs_of,
    may_read,
    may_run,
    seen_by,
)
from intergroup.kit import office

ON_A_PAGE = 25
LONGEST = 200


class BookForm(PlainForm):
    """What is looked for; every box may stay empty."""

    q = forms.CharField(
        label=gettext_lazy("Words or number"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    result = forms.ChoiceField(label=gettext_lazy("Result"), required=False)
    policy = forms.BooleanField(
        label=gettext_lazy("Only those about policy"), required=False
    )

    def __init__(self, data, *, motions):
        super().__init__(data)
        years = sorted(
            {day.year for day in motions.dates("meeting__held_on", "year")},
            reverse=True,
        )
        anything = ("", _("All"))
        self.fields["year"].choices = [anything, *((str(y), y) for y in years)]
        self.fields["result"].choices = [anything, *Motion.Result.choices[1:]]


@require_safe
@never_cache
@login_required
@may_read
def motions(request: HttpRequest) -> HttpResponse:
    """Search the book of motions."""
    rows = seen_by(request).exclude(result=Motion.Result.RECEIVED)
    form = BookForm(request.GET, motions=rows)
    form.is_valid()  # what cannot be read is left out
    said = form.cleaned_data
    found = _found(rows, said).order_by("-meeting__held_on", "-number", "-pk")
    found = found.prefetch_related("steps")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    runs = request.user.has_perm(RUNS)
    return office.page(
        request,
        "business/office/motions.html",
        title=_("Book of motions"),
        form=form,
        page=page,
        lines=[(each, _where(each)) for each in page],
        query=urlencode({name: said[name] for name in said if said[name]}),
        runs=runs,
        received=Motion.objects.received().count() if runs else 0,
        policies=_policies(request),
    )


@require_safe
@never_cache
@login_required
@may_run
def received(request: HttpRequest) -> HttpResponse:
    """List what was sent in and waits to be decided on."""
    rows = Motion.objects.received().select_related(
        "meeting", "moved_by_group", "submission"
    )
    return office.page(
        request,
        "business/office/motions_received.html",
        title=_("Motions sent in"),
        crumbs=crumbs_of(),
        motions=rows,
    )


def _found(rows: QuerySet[Motion], said: dict[str, object]) -> QuerySet[Motion]:
    for word in str(said.get("q", "")).split():
        meant = Q(number__icontains=word) | Q(title__icontains=word)
        meant |= Q(text__icontains=word) | Q(intent__icontains=word)
        rows = rows.filter(meant)
    if said.get("year"):
        rows = rows.filter(meeting__held_on__year=int(said["year"]))
    if said.get("result"):
        rows = rows.filter(result=said["result"])
    if said.get("policy"):
        rows = rows.filter(is_policy_change=True)
    return rows


def _where(motion: Motion) -> str:
    if motion.result in Motion.WAITING:
        return waiting_in_words(motion)
    return result_in_words(motion)


def _policies(request: HttpRequest) -> QuerySet[Guideline]:
    """Return the policies that hold, for those who may read them."""
    if not request.user.has_perm("business.view_guideline"):
        return Guideline.objects.none()
    held = Guideline.objects.filter(ended_on__isnull=True)
    return held.select_related("motion").order_by("section", "title")
