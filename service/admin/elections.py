"""Elections: which position, when, by which method, and what came of it."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.models import Election


@admin.register(Election)
class ElectionAdmin(admin.KeptMixin, admin.ModelAdmin):
    list_display = ["position", "opened_on", "method", "outcome"]
    list_filter = ["outcome", "method"]
    list_select_related = ["position", "method"]
    search_fields = ["position__name"]

    fieldsets = [
        (None, {"fields": ["position", "seats", "meeting", "method", "opened_on"]}),
        (
            _("Term to fill"),
            {"fields": [("begins_on", "ends_on"), "is_remainder"]},
        ),
    ]
