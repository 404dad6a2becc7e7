"""Expenses: recorded, and taken back, never changed."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.actions.spending import record_expense, take_back_expense
from treasury.admin.days import refuse_future
from treasury.models import Account, Expense, Fund


class PaidYear(admin.YearFilter):
    """The year something was paid in."""

    column = "paid_on"


def _usual():
    """Return the bank account and the operating fund, which most rows are about."""
    bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
    return bank, Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()


@admin.register(Expense)
class ExpenseAdmin(admin.AddOnlyMixin, admin.ExportAdmin):
    """What was paid."""

    list_display = ["paid_on", "payee", "purpose", "account", "figures", "fund"]
    list_display_links = ["paid_on", "payee"]
    list_filter = [PaidYear, "account", "fund"]
    list_select_related = ["account", "fund"]
    search_fields = ["payee", "purpose", "reference"]

    fields = [
        "paid_on",
        "payee",
        "purpose",
        "amount",
        "account",
        "fund",
        "paid_from",
        "reference",
        "authorised_by",
    ]
    autocomplete_fields = ["authorised_by"]

    actions = ["take_back"]

    def get_changeform_initial_data(self, request):
        bank, operating = _usual()
        usual = {
            "paid_on": timezone.localdate(),
            "paid_from": bank,
            "fund": operating,
        }
        return {**usual, **super().get_changeform_initial_data(request)}

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, expense):
        return money.figures(expense.amount)

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "paid_on")
        record_expense(obj, recorded_by=request.user)

    @admin.action(
        description=gettext_lazy("Take back the selected expenses"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        for expense in queryset:
            with admin.rules_shown(request):
                take_back_expense(
                    expense, dated=timezone.localdate(), recorded_by=request.user
                )
                told = _("Took back “%s”; the first row stays.") % expense
                admin.messages.success(request, told)
