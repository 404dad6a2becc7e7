"""Orders of business that meetings are called with."""

from intergroup.business.models import AgendaTemplate, AgendaTemplateItem
from intergroup.kit import admin


class AgendaTemplateItemInline(admin.TabularInline):
    """The lines, in the order of their numbers."""

    model = AgendaTemplateItem
    fields = ["order", "kind", "title", "led_by", "minutes"]


@admin.register(AgendaTemplate)
class AgendaTemplateAdmin(admin.ModelAdmin):
    actions = None  # one at a time
    list_display = ["name", "is_usual"]
    search_fields = ["name"]

    fields = ["name", "is_usual"]
    inlines = [AgendaTemplateItemInline]
