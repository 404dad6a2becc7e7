"""Accounts and funds: named as the body likes, kept once they were used."""

from intergroup.kit import admin
from treasury.models import Account, Fund


@admin.register(Account)
class AccountAdmin(admin.KeptMixin, admin.ModelAdmin):
    """The chart of accounts."""

    list_display = ["code", "name", "kind", "closed_on"]
    list_filter = ["kind"]
    search_fields = ["code", "name"]

    fields = ["code", "name", "kind", "closed_on"]

    def get_readonly_fields(self, request, obj=None):
        """An account that was used stays the kind that it is."""
        return ["kind"] if obj and obj.postings.exists() else []


@admin.register(Fund)
class FundAdmin(admin.KeptMixin, admin.ModelAdmin):
    """The funds."""

    list_display = ["name", "order", "closed_on"]
    search_fields = ["name"]

    fields = ["name", "order", "closed_on"]
