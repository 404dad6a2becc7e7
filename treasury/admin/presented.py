"""Reports as presented."""

from intergroup.kit import admin
from treasury.models import PresentedReport


@admin.register(PresentedReport)
class PresentedReportAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Reports as they were presented."""

    exclude = ["content", "pdf"]
