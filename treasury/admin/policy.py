"""How the body handles its money, and the limit for a member."""

from intergroup.kit import admin
from treasury.models import Policy, YearlyLimit


@admin.register(Policy)
class PolicyAdmin(admin.ModelAdmin):
    """How we handle money."""


@admin.register(YearlyLimit)
class YearlyLimitAdmin(admin.ModelAdmin):
    """The yearly limit for a member."""
