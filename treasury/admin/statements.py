"""Statements of banks and payment apps."""

from intergroup.kit import admin
from treasury.models import ColumnMapping, Statement


@admin.register(Statement)
class StatementAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What the bank says."""


@admin.register(ColumnMapping)
class ColumnMappingAdmin(admin.ModelAdmin):
    """Which column of a bank’s file is what."""
