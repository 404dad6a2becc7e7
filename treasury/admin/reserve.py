"""The prudent reserve."""

from intergroup.kit import admin
from treasury.models import ReserveRule


@admin.register(ReserveRule)
class ReserveRuleAdmin(admin.ModelAdmin):
    """How much is kept, from a day on."""
