"""Words that are held back from the public until somebody has looked at them."""

from intergroup.kit import admin
from intergroup.registry.models import Finding


@admin.register(Finding)
class FindingAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was found, where, and what was decided."""

    list_display = ["found", "kind", "meeting", "group", "location", "decision"]
    list_filter = ["decision", "kind"]
    list_select_related = ["meeting", "group", "location"]
