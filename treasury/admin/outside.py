"""Money from outside the fellowship: declined, sent back, and never income."""

from intergroup.kit import admin
from treasury.models import OutsideOffer


@admin.register(OutsideOffer)
class OutsideOfferAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Money from outside, declined and sent back."""
