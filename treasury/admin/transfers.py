"""Transfers: recorded, and taken back, never changed."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.actions.moving import record_transfer, take_back_transfer
from treasury.admin.days import refuse_future
from treasury.models import Account, Fund, Transfer


@admin.register(Transfer)
class TransferAdmin(admin.AddOnlyMixin, admin.ModelAdmin):
    """What was moved."""

    list_display = ["moved_on", "purpose", "figures", "source", "target"]
    list_select_related = ["from_account", "to_account", "from_fund", "to_fund"]
    search_fields = ["purpose"]

    fields = [
        "moved_on",
        "amount",
        "purpose",
        "from_account",
        "to_account",
        "from_fund",
        "to_fund",
    ]

    actions = ["take_back"]

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    def get_changeform_initial_data(self, request):
        bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
        operating = Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()
        usual = {
            "moved_on": timezone.localdate(),
            "to_account": bank,
            "from_fund": operating,
            "to_fund": operating,
        }
        return {**usual, **super().get_changeform_initial_data(request)}

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, transfer):
        return money.figures(transfer.amount)

    @admin.display(description=gettext_lazy("from"))
    def source(self, transfer):
        return f"{transfer.from_account.name}, {transfer.from_fund}"

    @admin.display(description=gettext_lazy("to"))
    def target(self, transfer):
        return f"{transfer.to_account.name}, {transfer.to_fund}"

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "moved_on")
        record_transfer(obj, recorded_by=request.user)

    @admin.action(
        description=gettext_lazy("Take back the selected transfers"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        for transfer in queryset:
            with admin.rules_shown(request):
                take_back_transfer(
                    transfer, dated=timezone.localdate(), recorded_by=request.user
                )
                told = _("Took back “%s”; the first row stays.") % transfer
                admin.messages.success(request, told)
