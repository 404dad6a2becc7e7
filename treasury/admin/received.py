"""Other income, deposits and outside offers."""

from intergroup.kit import admin
from treasury.models import (
    Deposit,
    OtherIncome,
    OutsideOffer,
)


@admin.register(OtherIncome)
class OtherIncomeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Income that is no contribution."""


@admin.register(Deposit)
class DepositAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Slips taken to the bank."""


@admin.register(OutsideOffer)
class OutsideOfferAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Money from outside, declined and sent back."""
