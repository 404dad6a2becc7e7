"""Reconcile: the bank’s lines on the left, the books on the right."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from intergroup.kit import admin, office, once
from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Body
from treasury.actions.matching import Confidence, Proposal
from treasury.actions.reconciling import (
    books_of,
    clear,
    clear_proposed,
    clear_up_to,
    keep_statement,
    proposals,
    reconcile,
    state_balance,
    unclear,
)
from treasury.actions.standing import standing
from treasury.models import Account, Clearing, Entry, Statement, StatementLine
from treasury.views.showing import ids
from treasury.views.statement_forms import AssertionForm, BalanceForm

SHOWN = 200  # rows of each list; more are told by their number
CONFIDENCE = {
    Confidence.SURE: gettext_lazy("sure"),
    Confidence.LIKELY: gettext_lazy("likely"),
    Confidence.POSSIBLE: gettext_lazy("possible"),
}
may_see = permission_required("treasury.view_statement", raise_exception=True)
may_tick = permission_required(
    ["treasury.add_clearing", "treasury.change_statement"], raise_exception=True
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal as the page shows it; ``key`` comes back with its button."""

    key: str
    line: StatementLine | None
    proposal: Proposal
    confidence: str


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_see
def overview(request: HttpRequest) -> HttpResponse:
    """List the accounts with their last statements; take an assertion."""
    if request.method == "POST":
        admin.require(request, "treasury.add_statement")
    may_write = request.user.has_perm("treasury.add_statement")
    form = AssertionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return _assert(request, form)
    accounts = Account.objects.holding_money().open()
    accounts = accounts.exclude(purpose=Account.Purpose.UNDEPOSITED)
    return office.page(
        request,
        "treasury/office/reconcile.html",
        title=_("Reconcile"),
        accounts=[(each, _latest(each)) for each in accounts],
        form=form,
        may_write=may_write,
        currency=Body.objects.current().currency,
    )


@require_http_methods(["GET", "HEAD"])
@never_cache
@login_required
@may_see
def worksheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one statement beside the books."""
    statement = get_object_or_404(Statement.objects.select_related("account"), pk=pk)
    stands = standing(statement)
    cleared = statement.clearings.select_related("entry", "line")
    return office.page(
        request,
        "treasury/office/reconcile_statement.html",
        title=_("%(account)s on %(day)s") % _named(statement),
        crumbs=[(_("Reconcile"), reverse("treasury:reconcile"))],
        statement=statement,
        stands=stands,
        lines=stands.unmatched[:SHOWN],
        more=len(stands.unmatched[SHOWN:]),
        cleared=cleared.order_by("-line__dated", "line", "-entry__dated")[:SHOWN],
        form=BalanceForm(label_suffix=""),
        may_write=_may_write(request, statement),
        currency=Body.objects.current().currency,
        **_open_parts(statement),
    )


@require_POST
@login_required
@may_tick
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Clear what was proposed: one proposal, or all that the page showed."""
    statement = get_object_or_404(Statement, pk=pk)
    wanted = set(request.POST.getlist("accept"))
    with admin.rules_shown(request):
        chosen = [each for each in _offers(statement) if each.key in wanted]
        count = clear_proposed(statement, [each.proposal for each in chosen])
        told = ngettext("%s match was kept.", "%s matches were kept.", count)
        messages.success(request, told % count)
    return redirect("treasury:reconcile-statement", pk)


@require_POST
@login_required
@may_tick
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Clear the entries that were chosen, with the line that was chosen if any."""
    statement = get_object_or_404(Statement, pk=pk)
    entries = Entry.objects.in_order().filter(pk__in=_numbers(request, "entry"))
    lines = StatementLine.objects.filter(pk__in=_numbers(request, "line"))
    with admin.rules_shown(request):
        clear(statement, list(entries), line=lines.first())
        messages.success(request, _("This was ticked off."))
    return redirect("treasury:reconcile-statement", pk)


@require_POST
@login_required
@may_tick
def tick_earlier(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick off everything that earlier statements, or the bank’s page, have shown."""
    statement = get_object_or_404(Statement, pk=pk)
    with admin.rules_shown(request):
        if day := _earlier_day(statement):
            count = clear_up_to(statement, day)
            told = ngettext(
                "%s entry was ticked off.", "%s entries were ticked off.", count
            )
            messages.success(request, told % count)
    return redirect("treasury:reconcile-statement", pk)


@require_POST
@login_required
@may_tick
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one tick."""
    statement = get_object_or_404(Statement, pk=pk)
    clearing = get_object_or_404(Clearing, pk__in=_numbers(request, "clearing")[:1])
    with admin.rules_shown(request):
        unclear(clearing)
        messages.success(request, _("The tick was taken back."))
    return redirect("treasury:reconcile-statement", statement.pk)


@require_POST
@login_required
@may_tick
def say_balance(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the closing balance that a file does not tell."""
    statement = get_object_or_404(Statement, pk=pk)
    form = BalanceForm(request.POST)
    with admin.rules_shown(request):
        if not form.is_valid():
            raise ValidationError(form.errors.get_json_data()["closing"][0]["message"])
        state_balance(statement, form.cleaned_data["closing"])
    return redirect("treasury:reconcile-statement", pk)


@require_POST
@login_required
@may_tick
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle the statement, for good."""
    statement = get_object_or_404(Statement, pk=pk)
    with admin.rules_shown(request):
        reconcile(statement, at=timezone.now(), reconciled_by=request.user)
        messages.success(request, _("Reconciled, to the cent."))
    return redirect("treasury:reconcile-statement", pk)


def _assert(request: HttpRequest, form: AssertionForm) -> HttpResponse:
    """Keep what the bank says, once for each time the form was sent."""
    statement = form.save(commit=False)
    statement.kind = Statement.Kind.ASSERTED
    with admin.rules_shown(request), transaction.atomic():
        if not once.spend(request):
            once.say_so(request)
            return redirect("treasury:reconcile")
        keep_statement(statement, [], imported_by=request.user)
        return redirect("treasury:reconcile-statement", statement.pk)
    return redirect("treasury:reconcile")


def _open_parts(statement: Statement) -> dict[str, object]:
    """Return what is still to be done on a statement, nothing for a settled one."""
    if statement.reconciled_at:
        return {}
    offers, books = _offers(statement), books_of(statement)
    day = _earlier_day(statement)
    earlier = [each for each in books if day and each.dated <= day]
    return {
        "offers": offers,
        "offered": _offered(offers),
        "books": books[-SHOWN:],
        "hidden": len(books[:-SHOWN]),
        "earlier": (day, len(earlier)) if earlier else None,
    }


def _earlier_day(statement: Statement) -> date | None:
    """Return up to which day all may be ticked at once, or None where it may not.

    A file shows its own lines; what came before the first one was on paper.
    """
    if statement.kind == Statement.Kind.ASSERTED:
        return statement.ends_on
    settled = Statement.objects.reconciled().filter(account=statement.account_id)
    if statement.begins_on is None or settled.exists():
        return None
    return statement.begins_on - ONE_DAY


def _latest(account: Account) -> list[Statement]:
    return list(Statement.objects.filter(account=account)[:4])


def _offers(statement: Statement) -> list[Offer]:
    found = proposals(statement)
    lines = StatementLine.objects.in_bulk([each.line_id for each in found])
    return [
        Offer(_key(each), lines.get(each.line_id), each, CONFIDENCE[each.confidence])
        for each in found
    ]


def _offered(offers: list[Offer]) -> dict[str, set[int]]:
    """Return the lines and the entries that stand in a proposal."""
    return {
        "lines": {each.line.pk for each in offers if each.line},
        "entries": {e.entry_id for each in offers for e in each.proposal.entries},
    }


def _key(proposal: Proposal) -> str:
    """Return what a button sends: it fits nothing else, should the books move on."""
    entries = "-".join(str(each.entry_id) for each in proposal.entries)
    return f"{proposal.line_id or 0}:{entries}"


def _may_write(request: HttpRequest, statement: Statement) -> bool:
    is_open = statement.reconciled_at is None
    return is_open and request.user.has_perm("treasury.add_clearing")


def _named(statement: Statement) -> dict[str, str]:
    day = date_format(statement.ends_on, "DATE_FORMAT")
    return {"account": statement.account.name, "day": day}


def _numbers(request: HttpRequest, name: str) -> list[int]:
    return ids(request.POST.getlist(name))
