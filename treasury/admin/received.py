"""Collections, identifications, other income, deposits and outside offers."""

from intergroup.kit import admin
from treasury.models import (
    Collection,
    Deposit,
    Identification,
    OtherIncome,
    OutsideOffer,
)


@admin.register(Collection)
class CollectionAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was counted, by two people."""


@admin.register(Identification)
class IdentificationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Contributions whose group was found later."""


@admin.register(OtherIncome)
class OtherIncomeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Income that is no contribution."""


@admin.register(Deposit)
class DepositAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Slips taken to the bank."""


@admin.register(OutsideOffer)
class OutsideOfferAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Money from outside, declined and sent back."""
