"""Collections that were counted, and contributions that were identified later."""

from intergroup.kit import admin
from treasury.models import Collection, Identification


@admin.register(Collection)
class CollectionAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was counted, by two people."""


@admin.register(Identification)
class IdentificationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Contributions whose group was found later."""
