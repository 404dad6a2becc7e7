"""The kinds of meetings, and what each is called in other languages."""

from intergroup.kit import admin
from intergroup.registry.models import MeetingType, MeetingTypeName


class NameInline(admin.TabularInline):
    """What a type is called in another language."""

    model = MeetingTypeName


@admin.register(MeetingType)
class MeetingTypeAdmin(admin.ModelAdmin):
    """The kinds of meetings, by code."""

    list_display = ["code", "name", "aa_code", "order"]
    list_display_links = ["code", "name"]
    search_fields = ["=code", "name", "names__name"]

    fields = ["code", "name", "aa_code", "order"]
    inlines = [NameInline]
