"""The directories that were printed."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import DirectoryPrint
from intergroup.registry.reports.printed.wishes import Form, Order

CHANGES = admin.Link(
    _("What changed since"), "registry:print-changes", "registry.view_directoryprint"
)
PRINT = admin.Link(
    _("Print the directory"), "registry:print-directory", "registry.add_directoryprint"
)


@admin.register(DirectoryPrint)
class DirectoryPrintAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was printed, when and for whom."""

    date_hierarchy = "made_at"
    list_display = ["made_at", "for_whom", "arranged", "page_count", "made_by"]
    list_select_related = ["made_by"]
    search_fields = ["for_whom"]
    fields = ["made_at", "made_by", "for_whom", "arranged", "page_count", "sha256"]
    page_links = (PRINT,)
    row_links = (CHANGES,)

    def get_queryset(self, request):
        """Leave out what was printed: the list does not show it."""
        return super().get_queryset(request).defer("listed")

    @admin.display(description=_("layout"), ordering="layout")
    def arranged(self, made):
        """Name the two words that are kept: the order, and what it was printed as."""
        names = dict(Order.choices) | dict(Form.choices)
        return "; ".join(str(names.get(each, each)) for each in made.layout.split(", "))
