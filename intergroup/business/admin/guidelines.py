"""The policies of the body."""

from intergroup.business.models import Guideline
from intergroup.kit import admin


@admin.register(Guideline)
class GuidelineAdmin(admin.KeptMixin, admin.ModelAdmin):
    list_display = ["title", "section", "adopted_on", "ended_on"]
    search_fields = ["title", "section", "text"]

    fields = [
        "title",
        "section",
        "text",
        ("adopted_on", "ended_on"),
        "motion",
        "replaces",
    ]
    autocomplete_fields = ["motion", "replaces"]
