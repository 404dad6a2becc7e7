"""Reports as presented, and batches of statements."""

from intergroup.kit import admin
from treasury.models import PresentedReport, StatementBatch


@admin.register(PresentedReport)
class PresentedReportAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Reports as they were presented."""

    exclude = ["content", "pdf"]


@admin.register(StatementBatch)
class StatementBatchAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Statements of every group."""
