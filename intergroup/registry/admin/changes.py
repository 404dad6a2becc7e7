"""What changed in the register, to be read."""

from intergroup.kit import admin
from intergroup.registry.models import ListingChange


@admin.register(ListingChange)
class ListingChangeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Every change, the latest first."""

    list_display = ["changed_on", "group", "meeting", "field", "before", "after", "way"]
    list_filter = ["way", "kind"]
    list_select_related = ["group", "meeting"]
    search_fields = ["=group__number", "group__name", "meeting__name"]
