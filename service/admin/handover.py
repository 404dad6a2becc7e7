"""Hand-overs: what is on its way from one trusted servant to the next."""

from intergroup.kit import admin
from service.models import Handover


@admin.register(Handover)
class HandoverAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["__str__", "from_term", "to_term", "opened_on"]
    list_select_related = [
        "from_term__position",
        "from_term__person",
        "to_term__position",
        "to_term__person",
    ]
    search_fields = ["from_term__position__name"]

    fields = ["from_term", "to_term", "opened_on"]
