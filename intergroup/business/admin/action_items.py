"""What somebody took on, and until when."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import ActionItem
from intergroup.kit import admin


class OpenFilter(admin.SimpleListFilter):
    """Whether it is done."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("done", _("Done"))]

    def queryset(self, request, queryset):
        if self.value() in {"open", "done"}:
            return queryset.filter(done_on__isnull=self.value() == "open")
        return queryset


@admin.register(ActionItem)
class ActionItemAdmin(admin.ModelAdmin):
    actions = None  # one at a time
    list_display = ["title", "person", "office", "wanted_on", "done_on"]
    list_filter = [OpenFilter]
    list_select_related = ["person"]
    search_fields = ["title", "office", "note"]

    fields = [
        "title",
        ("person", "office"),
        "meeting",
        ("wanted_on", "done_on"),
        "note",
    ]
    autocomplete_fields = ["person", "meeting"]
