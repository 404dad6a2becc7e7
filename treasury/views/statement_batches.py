"""Yearly statements of all groups: ask for them, watch them being made, take them."""

from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from intergroup.kit import office, once
from intergroup.kit.dates import ONE_DAY, Period, fiscal_year
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body
from treasury.actions.statement_batches import ask_for_statements
from treasury.models import Contribution, GroupStatement, StatementBatch
from treasury.reports.statement_progress import statement_progress
from treasury.views.statement_launch import launch, words
from treasury.views.statement_zip import file_name, years, zipped

EVERY = "every"
SECONDS = 3  # between two looks at how far it is
GROUPS = (
    ("giving", gettext_lazy("Each group that contributed")),
    (EVERY, gettext_lazy("Every group on the roll")),
)
may_see = permission_required("treasury.view_statementbatch", raise_exception=True)
may_ask = permission_required("treasury.add_statementbatch", raise_exception=True)


class BatchForm(forms.Form):
    """Of which year, and of which groups."""

    first_on = forms.TypedChoiceField(
        label=gettext_lazy("Year"), coerce=date.fromisoformat
    )
    groups = forms.ChoiceField(label=gettext_lazy("Groups"), choices=GROUPS)

    def __init__(self, *args, periods, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        named = [(each.first.isoformat(), _year(each)) for each in periods]
        self.fields["first_on"].choices = named


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_ask
def new_batch(request: HttpRequest) -> HttpResponse:
    """Ask for the statements of a year; POST begins to make them."""
    periods = _periods(timezone.localdate())
    over = [each for each in periods if each.last < timezone.localdate()]
    initial = {"first_on": (over or periods)[0].first.isoformat()}
    form = BatchForm(request.POST or None, periods=periods, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = next(p for p in periods if p.first == form.cleaned_data["first_on"])
        try:
            is_every_group = form.cleaned_data["groups"] == EVERY
            return _begin(request, chosen, is_every_group=is_every_group)
        except ValidationError as error:
            show_rule(form, error)
    return office.page(
        request,
        "treasury/office/statement_batch_new.html",
        status=400 if form.errors else 200,
        title=_("Yearly statements"),
        crumbs=_crumbs(),
        form=form,
    )


@require_safe
@never_cache
@login_required
@may_see
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the statements are; the page looks again while they are made."""
    shown = get_object_or_404(StatementBatch, pk=pk)
    progress = statement_progress(shown, now=timezone.now())
    response = office.page(
        request,
        "treasury/office/statement_batch.html",
        title=_("Statements of %s") % _year(Period(shown.first_on, shown.last_on)),
        crumbs=_crumbs(),
        progress=progress,
        by_hand=" ".join(words(pk)),
        may_go_on=request.user.has_perm("treasury.add_statementbatch"),
    )
    if progress.is_going:
        response["Refresh"] = str(SECONDS)
    return response


@require_POST
@never_cache
@login_required
@may_ask
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Make what is not made yet, after something stopped it."""
    shown = get_object_or_404(StatementBatch, pk=pk)
    if statement_progress(shown, now=timezone.now()).is_stopped:
        _launch(request, pk)
    return redirect("treasury:statement-batch", pk)


@require_safe
@never_cache
@login_required
@may_see
def batch_zip(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Give all statements that are made as one ZIP."""
    shown = get_object_or_404(StatementBatch, pk=pk)
    name = f"statements-{years(shown)}.zip"
    place = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": place}
    return StreamingHttpResponse(zipped(shown), "application/zip", headers=headers)


@require_safe
@never_cache
@login_required
@may_see
def batch_statement(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    """Give the statement of one group."""
    rows = GroupStatement.objects.select_related("batch", "group")
    made = get_object_or_404(rows, pk=statement, batch=pk)
    name = file_name(made)
    place = content_disposition_header(as_attachment=False, filename=name)
    headers = {"Content-Disposition": place}
    return HttpResponse(bytes(made.pdf), "application/pdf", headers=headers)


def _begin(
    request: HttpRequest, period: Period, *, is_every_group: bool
) -> HttpResponse:
    with transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("admin:treasury_statementbatch_changelist")
        made = ask_for_statements(
            StatementBatch(first_on=period.first, last_on=period.last),
            is_every_group=is_every_group,
            asked_by=request.user,
        )
    _launch(request, made.pk)
    return redirect("treasury:statement-batch", made.pk)


def _launch(request: HttpRequest, pk: int) -> None:
    if not launch(pk):
        command = " ".join(words(pk))
        told = _("The work could not begin. On the server, run: bin/manage %s")
        messages.error(request, told % command)


def _periods(today: date) -> list[Period]:
    """Return the fiscal years with contributions and this one, the latest first."""
    first_month = Body.objects.current().fiscal_year_begins
    oldest = Contribution.objects.order_by("received_on").first()
    begin = oldest.received_on if oldest else today
    found = [fiscal_year(today, first_month=first_month)]
    while found[-1].first > begin:
        found.append(fiscal_year(found[-1].first - ONE_DAY, first_month=first_month))
    return found


def _year(period: Period) -> str:
    if period.first.month == 1:
        return str(period.first.year)
    return f"{period.first.year}–{period.last.year}"


def _crumbs() -> list[tuple[str, str]]:
    address = reverse("admin:treasury_statementbatch_changelist")
    return [(_("Batches of statements"), address)]
