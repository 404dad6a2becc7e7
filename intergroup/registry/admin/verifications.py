"""The yearly questions to groups, and the answers."""

from intergroup.kit import admin
from intergroup.registry.models import Verification


@admin.register(Verification)
class VerificationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Who was asked when, and what they said."""

    list_display = ["group", "asked_on", "expires_on", "answer"]
    list_filter = ["answer"]
    list_select_related = ["group"]
    search_fields = ["=group__number", "group__name"]
    fields = ["group", "person", "asked_on", "reminded_on", "expires_on", "answer"]
