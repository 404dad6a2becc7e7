"""Meeting lists of others that are read again and again."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import FeedSource


@admin.register(FeedSource)
class FeedSourceAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Where meetings come from, and when the list was last read."""

    list_display = ["name", "website", "read_at"]

    fields = ["name", "website", "read_at", "meetings"]
    readonly_fields = ["read_at", "meetings"]

    page_links = (
        admin.Link(
            _("Read a list"), "admin:registry_meeting_import", "registry.add_meeting"
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).defer("rows")

    @admin.display(description=_("meetings it has or had"))
    def meetings(self, source):
        return len(source.rows)
