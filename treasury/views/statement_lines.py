"""What only the bank knew of: its fee or its interest, recorded from its line."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office
from intergroup.registry.models import Body
from treasury.actions.reconciling import record_charge, record_income
from treasury.models import Account, Fund, Statement, StatementLine
from treasury.views.statement_forms import ChargeForm, IncomeForm

may_record = permission_required(
    ["treasury.add_clearing", "treasury.add_expense", "treasury.add_otherincome"],
    raise_exception=True,
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_record
def record_line(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Ask what a line of the bank’s was for, and record it."""
    statement = get_object_or_404(Statement.objects.select_related("account"), pk=pk)
    shown = get_object_or_404(StatementLine, pk=line, account=statement.account)
    form = _form(request, shown)
    if form.is_bound and _is_recorded(request, form, statement, shown):
        messages.success(request, _("Recorded, and ticked off."))
        return redirect("treasury:reconcile-statement", pk)
    return office.page(
        request,
        "treasury/office/reconcile_line.html",
        title=_("Record what the bank did"),
        crumbs=[
            (_("Reconcile"), reverse("treasury:reconcile")),
            (
                str(statement.account),
                reverse("treasury:reconcile-statement", args=[pk]),
            ),
        ],
        form=form,
        line=shown,
        statement=statement,
        currency=Body.objects.current().currency,
    )


def _form(request: HttpRequest, line: StatementLine) -> ModelForm:
    usual = {"purpose": line.description or line.kind, "fund": _operating()}
    sent = request.POST or None
    if line.amount < 0:
        fees = Account.objects.by_purpose().get(Account.Purpose.FEES)
        usual |= {"paid_on": line.dated, "payee": _("The bank"), "account": fees}
        return ChargeForm(sent, initial=usual, label_suffix="")
    usual["received_on"] = line.dated
    return IncomeForm(sent, initial=usual, label_suffix="")


def _operating() -> Fund | None:
    return Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()


def _is_recorded(
    request: HttpRequest, form: ModelForm, statement: Statement, line: StatementLine
) -> bool:
    """Record what the form says; what the action refuses stands in the form."""
    if not form.is_valid():
        return False
    record = record_charge if line.amount < 0 else record_income
    try:
        record(
            line,
            form.save(commit=False),
            statement=statement,
            recorded_by=request.user,
        )
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return False
    return True
