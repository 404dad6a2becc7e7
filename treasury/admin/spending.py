"""Expenses: recorded, and taken back, never changed."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money, papers, uploads
from intergroup.registry.models import Body
from treasury.actions.spending import record_expense, take_back_expense
from treasury.actions.vouchers import attach_paper
from treasury.admin.days import refuse_future
from treasury.admin.warnings import warn_below_zero
from treasury.models import Account, Expense, Fund, Policy


class PaidYear(admin.YearFilter):
    """The year something was paid in."""

    column = "paid_on"


class ExpenseForm(forms.ModelForm):
    """A small thing that was paid, with its papers."""

    papers = papers.PapersField(required=False)

    def validate_constraints(self):
        """Leave it to the action, which knows beside which field it is told."""


def _usual():
    """Return the bank account and the operating fund, which most rows are about."""
    bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
    return bank, Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()


@admin.register(Expense)
class ExpenseAdmin(admin.CorrectedMixin, admin.AddOnlyMixin, admin.ExportAdmin):
    """What was paid."""

    list_display = [
        "paid_on",
        "payee",
        "purpose",
        "account",
        "figures",
        "fund",
        "correction",
    ]
    list_display_links = ["paid_on", "payee"]
    list_filter = [PaidYear, "account", "fund"]
    list_select_related = ["account", "fund"]
    search_fields = ["payee", "purpose", "reference", "=cheque_number"]

    form = ExpenseForm
    autocomplete_fields = ["authorised_by"]
    readonly_fields = ["papers_kept", "bill"]

    actions = ["take_back"]
    row_actions = ["take_back"]
    row_links = (
        admin.Link(
            gettext_lazy("Add a paper"),
            "treasury:expense-papers",
            "treasury.add_voucher",
        ),
    )

    def get_fields(self, request, obj=None):
        """A form asks for papers; a row that is there shows them."""
        fields = [
            *("paid_on", "payee", "purpose", "amount", "account", "fund"),
            *("paid_from", "method", "cheque_number", "reference"),
            *("committee", "authorised_by"),
        ]
        return [*fields, "bill", "papers_kept"] if obj else [*fields, "papers"]

    def row_links_of(self, request, obj):
        """The papers of a bill are kept with the bill."""
        return () if obj.bill_id or obj.reverses_id else self.row_links

    def get_changeform_initial_data(self, request):
        bank, operating = _usual()
        usual = {
            "paid_on": timezone.localdate(),
            "paid_from": bank,
            "fund": operating,
        }
        return {**usual, **super().get_changeform_initial_data(request)}

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer what is open; what was voted is paid on a page of its own."""
        form = super().get_form(request, obj, change, **kwargs)
        if "account" in form.base_fields:
            account = form.base_fields["account"]
            account.queryset = Account.objects.filter(kind=Account.Kind.EXPENSE)
            form.base_fields["fund"].queryset = Fund.objects.filter(closed_on=None)
            held = Account.objects.holding_money()
            source = held.exclude(purpose=Account.Purpose.UNDEPOSITED)
            form.base_fields["paid_from"].queryset = source
            form.base_fields["amount"].help_text = _limit_in_words()
        return form

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, expense):
        return money.figures(expense.amount)

    @admin.display(description=gettext_lazy("papers"))
    def papers_kept(self, expense):
        proven = expense.bill or expense
        context = {"papers": proven.vouchers.listed()}
        return render_to_string("treasury/office/voucher_links.html", context)

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        """Say so where the papers were too large to be read."""
        if uploads.is_cut(request):
            request.broken_rule = ValidationError({"papers": papers.too_much()})
        return super().changeform_view(request, object_id, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "paid_on")
        record_expense(obj, recorded_by=request.user)
        for each in form.cleaned_data["papers"]:
            attach_paper(each, to=obj, added_by=request.user)

    def told(self, request, obj):
        told = _("Recorded %(amount)s paid to %(payee)s.")
        amount = money.in_words(obj.amount, Body.objects.current().currency)
        return told % {"amount": amount, "payee": obj.payee}

    def response_add(self, request, obj, post_url_continue=None):
        """Warn, once it is said what was paid, of an account below zero now."""
        response = super().response_add(request, obj, post_url_continue)
        warn_below_zero(request, [obj.paid_from], [], timezone.localdate())
        return response

    @admin.action(
        description=gettext_lazy("Take back the selected expenses"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        for expense in queryset:
            with admin.rules_shown(request):
                take_back_expense(
                    expense, dated=timezone.localdate(), recorded_by=request.user
                )
                admin.messages.success(request, _taken_back(expense))


def _taken_back(expense):
    """Say what was taken back, and what that leaves."""
    if expense.cheque_number:
        told = _("Took back “%s”; its check is void, and the first row stays.")
    else:
        told = _("Took back “%s”; the first row stays.")
    return told % expense


def _limit_in_words():
    limit = Policy.objects.current().approval_limit
    if limit is None:
        return ""
    amount = money.in_words(limit, Body.objects.current().currency)
    return _("Above %s ask for it as a bill, which two people approve.") % amount
