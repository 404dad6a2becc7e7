"""What of the treasury’s lists is folded away in the menu: not for every day."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from treasury.models import (
    Account,
    Budget,
    ClosedMonth,
    ColumnMapping,
    Entry,
    Fund,
    Identification,
    ImportBatch,
    OutsideOffer,
    Policy,
    PresentedReport,
    RecurringBill,
    ReserveRule,
    SplitPlan,
    StatementBatch,
    VoidCheque,
    Voucher,
    YearlyLimit,
)

admin.site.arrange(
    _("What is agreed"),
    Account,
    Budget,
    Fund,
    Policy,
    RecurringBill,
    ReserveRule,
    SplitPlan,
    YearlyLimit,
)
admin.site.arrange(
    _("Journal and records"),
    ClosedMonth,
    ColumnMapping,
    Entry,
    Identification,
    ImportBatch,
    OutsideOffer,
    PresentedReport,
    StatementBatch,
    VoidCheque,
    Voucher,
)
