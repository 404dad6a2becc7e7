"""Meeting lists of others that are read again and again."""

from intergroup.kit import admin
from intergroup.registry.models import FeedSource


@admin.register(FeedSource)
class FeedSourceAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Where meetings come from, and when the list was last read."""

    list_display = ["name", "website", "read_at"]
    fields = ["name", "website", "read_at"]
    readonly_fields = ["read_at"]
