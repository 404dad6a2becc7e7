"""Split plans, and what was passed on."""

from intergroup.kit import admin
from treasury.models import Distribution, SplitPlan


@admin.register(SplitPlan)
class SplitPlanAdmin(admin.ModelAdmin):
    """How what is passed on is divided."""


@admin.register(Distribution)
class DistributionAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What the body voted to pass on."""
