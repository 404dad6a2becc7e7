"""Events and dates that the body has announced."""

from intergroup.business.models import Event
from intergroup.kit import admin


class YearFilter(admin.YearFilter):
    """The year an event takes place in."""

    column = "begins_on"


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    actions = None  # one at a time
    list_display = ["begins_on", "title", "place", "held_by", "is_off"]
    list_filter = [YearFilter]
    search_fields = ["title", "place", "held_by"]

    fields = [
        "title",
        ("begins_on", "last_on", "begins_at"),
        "place",
        "url",
        "held_by",
        "details",
        "announced_at",
        "is_off",
    ]
    autocomplete_fields = ["announced_at"]
