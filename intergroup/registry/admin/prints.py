"""The directories that were printed."""

from intergroup.kit import admin
from intergroup.registry.models import DirectoryPrint


@admin.register(DirectoryPrint)
class DirectoryPrintAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was printed, when and for whom."""

    list_display = ["made_at", "for_whom", "layout", "page_count"]
    fields = ["made_at", "made_by", "for_whom", "layout", "page_count", "sha256"]
