"""What groups sent by the public forms."""

from intergroup.kit import admin
from intergroup.registry.models import Registration


@admin.register(Registration)
class RegistrationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Forms to decide, and those decided."""

    list_display = ["sent_at", "kind", "group", "state"]
    list_filter = ["state", "kind"]
    list_select_related = ["group"]
    search_fields = ["=group__number", "group__name"]
