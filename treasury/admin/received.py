"""Other income and outside offers."""

from intergroup.kit import admin
from treasury.models import (
    OtherIncome,
    OutsideOffer,
)


@admin.register(OtherIncome)
class OtherIncomeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Income that is no contribution."""


@admin.register(OutsideOffer)
class OutsideOfferAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Money from outside, declined and sent back."""
