"""Budgets and their amendments."""

from intergroup.kit import admin
from treasury.models import Budget


@admin.register(Budget)
class BudgetAdmin(admin.ModelAdmin):
    """A year’s budget."""
