"""Batches of statements: the yearly statements of every group."""

from intergroup.kit import admin
from treasury.models import StatementBatch


@admin.register(StatementBatch)
class StatementBatchAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Statements of every group."""
