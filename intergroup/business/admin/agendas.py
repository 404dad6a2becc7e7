"""Orders of business that meetings are called with."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import AgendaTemplate, AgendaTemplateItem
from intergroup.kit import admin

ADD = "business.add_agendatemplate"
READY = admin.Link(_("Ready-made agendas"), "business:ready-agendas", ADD)
BEGIN = admin.Link(_("Begin with a ready-made agenda"), "business:ready-agendas", ADD)


class AgendaTemplateItemInline(admin.TabularInline):
    """The lines, in the order of their numbers."""

    model = AgendaTemplateItem
    fields = ["order", "kind", "title", "led_by", "minutes"]


@admin.register(AgendaTemplate)
class AgendaTemplateAdmin(admin.ModelAdmin):
    actions = None  # one at a time
    list_display = ["name", "is_usual"]
    page_links = (READY,)
    empty_links = (BEGIN,)
    search_fields = ["name"]

    fields = ["name", "is_usual"]
    inlines = [AgendaTemplateItemInline]
