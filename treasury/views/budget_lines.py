"""The lines of a budget: all accounts on one page, for one committee or none."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import money, office
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, parse_money, total
from intergroup.registry.models import Body
from service.models import Committee
from treasury.actions.budgeting import Planned, write_lines
from treasury.models import Account, Budget, BudgetLine
from treasury.reports.actuals import actuals
from treasury.reports.planned import planned_by_line, year_before

LIST = "admin:treasury_budget_changelist"
Kind = Account.Kind
may_write = permission_required(
    ["treasury.add_budget", "treasury.change_budgetline"], raise_exception=True
)


@dataclass(slots=True)
class Box:
    """One account’s line as it is typed; ``stored`` is what the books of today say."""

    account: Account
    text: str
    note: str
    stored: Decimal | None
    seen: str
    budget_before: Decimal | None
    actual_before: Decimal | None
    error: str = ""
    amount: Decimal | None = None

    def read(self) -> None:
        """Read what was typed; a box left empty has no line."""
        try:
            self.amount = parse_money(self.text) if self.text.strip() else None
        except ValidationError as error:
            self.error = error.messages[0]
        if len(self.note) > BudgetLine._meta.get_field("note").max_length:
            self.error = _("A note has at most 200 letters.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_write
def lines(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every account with its line; write them all, or none."""
    budget = get_object_or_404(Budget, pk=pk)
    if budget.adopted_on:
        told = _("This budget is adopted. From now on a motion amends it.")
        messages.info(request, told)
        return redirect("admin:treasury_budget_change", pk)
    committee = _committee(request)
    boxes, problem = _boxes(request, budget, committee), ""
    if request.method == "POST":
        try:
            if _write(budget, committee, boxes):
                messages.success(request, _("The lines are saved."))
                return redirect(request.get_full_path())
        except ValidationError as error:
            problem = error.messages[0]
            for box in boxes:
                box.seen = _text(box.stored)
    return _page(request, budget, committee, boxes, problem)


def _committee(request: HttpRequest) -> Committee | None:
    asked = request.GET.get("committee", "")
    if not asked:
        return None
    if not asked.isdecimal() or len(asked) > 9:
        raise Http404(asked)
    return get_object_or_404(Committee, pk=int(asked))


def _boxes(
    request: HttpRequest, budget: Budget, committee: Committee | None
) -> list[Box]:
    """Return a box for every open account, and for those that have a line."""
    stored = {x.account_id: x for x in budget.lines.filter(committee=committee)}
    before = year_before(Period(budget.begins_on, budget.begins_on))
    planned, spent = planned_by_line(before), actuals(before)
    accounts = Account.objects.filter(kind__in=(Kind.INCOME, Kind.EXPENSE))
    shown = accounts.filter(Q(closed_on=None) | Q(pk__in=stored))
    of = committee and committee.pk
    boxes = []
    for account in shown.order_by("code"):
        line, key = stored.get(account.pk), (account.pk, of)
        box = Box(
            account=account,
            text=_text(line and line.amount),
            note=line.note if line else "",
            stored=line and line.amount,
            seen=_text(line and line.amount),
            budget_before=planned.get(key),
            actual_before=spent.get(key),
        )
        _take(box, request)
        boxes.append(box)
    return boxes


def _take(box: Box, request: HttpRequest) -> None:
    """Take what was typed, where something was sent."""
    if request.method == "POST":
        pk = box.account.pk
        box.text = request.POST.get(f"amount-{pk}", "")
        box.note = request.POST.get(f"note-{pk}", "").strip()
        box.seen = request.POST.get(f"seen-{pk}", "")
        box.read()


def _write(budget: Budget, committee: Committee | None, boxes: list[Box]) -> bool:
    """Write the lines and return True; or False where a box cannot be read."""
    if any(box.error for box in boxes):
        return False
    planned = {box.account: Planned(box.amount, box.note) for box in boxes}
    found = {box.account.pk: _seen(box.seen) for box in boxes}
    seen = {pk: amount for pk, amount in found.items() if amount is not None}
    write_lines(budget, planned, committee=committee, seen=seen)
    return True


def _page(
    request: HttpRequest,
    budget: Budget,
    committee: Committee | None,
    boxes: list[Box],
    problem: str,
) -> HttpResponse:
    currency, page = Body.objects.current().currency, _address(budget)
    parts = {
        kind: [box for box in boxes if box.account.kind == kind]
        for kind in (Kind.INCOME, Kind.EXPENSE)
    }
    used = set(budget.lines.values_list("committee_id", flat=True))
    return office.page(
        request,
        "treasury/office/budget_lines.html",
        title=_("The lines of the budget"),
        crumbs=[(_("Budgets"), reverse(LIST)), (str(budget), page)],
        committee=committee,
        committees=[(each, each.pk in used) for each in Committee.objects.all()],
        parts=[
            (kind.label, rows, _sums(rows), _whole(budget, kind))
            for kind, rows in parts.items()
        ],
        problem=problem,
        errors=[box for box in boxes if box.error],
        currency=currency,
        back=page,
    )


def _sums(boxes: list[Box]) -> tuple[Decimal, Decimal, Decimal]:
    """Return last year’s budget, last year’s actual, and what is stored, added up."""
    return (
        total(box.budget_before or ZERO for box in boxes),
        total(box.actual_before or ZERO for box in boxes),
        total(box.stored or ZERO for box in boxes),
    )


def _whole(budget: Budget, kind: str) -> Decimal:
    """Return what is stored of a kind, for all committees."""
    kept = budget.lines.filter(account__kind=kind)
    return total(kept.values_list("amount", flat=True))


def _address(budget: Budget) -> str:
    return reverse("admin:treasury_budget_change", args=[budget.pk])


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else money.plain(amount).removesuffix(".00")


def _seen(text: str) -> Decimal | None:
    """Read what the page said was stored; what cannot be read was not there."""
    try:
        return parse_money(text) if text else None
    except ValidationError:
        return None
