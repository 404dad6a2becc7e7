"""Bills, the papers that prove them, and checks that were spoiled."""

from intergroup.kit import admin
from treasury.models import Bill, RecurringBill, VoidCheque, Voucher


@admin.register(Bill)
class BillAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What somebody asks the body to pay."""


@admin.register(RecurringBill)
class RecurringBillAdmin(admin.ModelAdmin):
    """Bills that come again."""


@admin.register(Voucher)
class VoucherAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Papers that prove a bill or a payment."""

    exclude = ["content", "pdf"]


@admin.register(VoidCheque)
class VoidChequeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Spoiled checks; their numbers stay used."""
