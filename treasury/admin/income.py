"""Other income: recorded, and taken back, never changed."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.income import (
    CONTRIBUTED,
    record_other_income,
    take_back_other_income,
)
from treasury.admin.days import refuse_future
from treasury.models import Account, Fund, OtherIncome


class EarnedYear(admin.YearFilter):
    """The year something was received in."""

    column = "received_on"


@admin.register(OtherIncome)
class OtherIncomeAdmin(admin.CorrectedMixin, admin.AddOnlyMixin, admin.ExportAdmin):
    """Income that is no contribution."""

    list_display = [
        "received_on",
        "purpose",
        "kind",
        "figures",
        "into",
        "fund",
        "correction",
    ]
    list_display_links = ["received_on", "purpose"]
    list_filter = [EarnedYear, "account", "fund"]
    list_select_related = ["account", "paid_into", "fund"]
    search_fields = ["purpose", "reference"]

    fields = [
        "received_on",
        "purpose",
        "amount",
        "account",
        "paid_into",
        "fund",
        "method",
        "reference",
    ]

    actions = ["take_back"]
    row_actions = ["take_back"]

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer what is open, and no account of contributions."""
        form = super().get_form(request, obj, change, **kwargs)
        if "fund" in form.base_fields:
            form.base_fields["fund"].queryset = Fund.objects.filter(closed_on=None)
            kinds = form.base_fields["account"]
            kinds.queryset = kinds.queryset.exclude(purpose__in=CONTRIBUTED)
        return form

    def get_changeform_initial_data(self, request):
        """Today, into the bank, for the operating fund."""
        bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
        operating = Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()
        return {
            "received_on": timezone.localdate(),
            "paid_into": bank,
            "fund": operating,
            **super().get_changeform_initial_data(request),
        }

    def has_take_back_permission(self, request):
        """Those who may record some may take it back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("kind"), ordering="account__code")
    def kind(self, income):
        return income.account.name

    @admin.display(description=gettext_lazy("into"), ordering="paid_into__code")
    def into(self, income):
        return income.paid_into.name

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, income):
        return money.figures(income.amount)

    def told(self, request, obj):
        """Say what was recorded, and where the money is."""
        return _("Recorded %(amount)s for “%(purpose)s”, into “%(account)s”.") % {
            "amount": money.in_words(obj.amount, Body.objects.current().currency),
            "purpose": obj.purpose,
            "account": obj.paid_into.name,
        }

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "received_on")
        record_other_income(obj, recorded_by=request.user)

    @admin.action(
        description=gettext_lazy("Take back the selected income"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        today, currency = timezone.localdate(), Body.objects.current().currency
        for income in queryset:
            with admin.rules_shown(request):
                take_back_other_income(income, dated=today, recorded_by=request.user)
                told = _("Took back %(amount)s for “%(purpose)s”; the first row stays.")
                amount = money.in_words(income.amount, currency)
                params = {"amount": amount, "purpose": income.purpose}
                admin.messages.success(request, told % params)
