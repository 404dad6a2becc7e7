"""Meetings, where they are, and what kind they are."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import IN_WEEK_ORDER, Location, Meeting, MeetingType
from intergroup.registry.resources import MeetingResource


class ListedFilter(admin.SimpleListFilter):
    """Whether a meeting is in the list now."""

    title = _("list")
    parameter_name = "list"

    def lookups(self, request, model_admin):
        return [("on", _("In the list")), ("off", _("Taken off it"))]

    def queryset(self, request, queryset):
        if self.value() == "on":
            return queryset.listed()
        if self.value() == "off":
            return queryset.exclude(unlisted_on=None)
        return queryset


class HasGroupFilter(admin.SimpleListFilter):
    """Meetings that came without a group: listed, without a vote."""

    title = _("group")
    parameter_name = "group"

    def lookups(self, request, model_admin):
        return [("with", _("With a group")), ("without", _("Without a group"))]

    def queryset(self, request, queryset):
        if self.value() in ("with", "without"):
            return queryset.filter(group__isnull=self.value() == "without")
        return queryset


@admin.register(Meeting)
class MeetingAdmin(admin.ImportExportAdmin):
    """The meeting list."""

    list_display = ["name", "day", "time", "group", "attendance", "location"]
    list_filter = [ListedFilter, HasGroupFilter, "day", "attendance", "group__district"]
    list_select_related = ["group", "location"]
    search_fields = ["name", "group__name", "=group__number", "location__name"]
    search_help_text = _("Name of the meeting, of its group or of its place")
    ordering = IN_WEEK_ORDER

    fieldsets = [
        (None, {"fields": ["name", "slug", "group", "types", "notes"]}),
        (_("When"), {"fields": ["day", "time", "end_time", "time_zone"]}),
        (
            _("Where"),
            {
                "fields": [
                    "attendance",
                    "location",
                    "conference_url",
                    "conference_url_notes",
                    "conference_phone",
                    "conference_phone_notes",
                ]
            },
        ),
        (
            _("Seventh Tradition"),
            {
                "classes": ["collapse"],
                "description": _("Only where the meeting’s differ from its group’s."),
                "fields": ["venmo", "square", "paypal", "homegroup_online"],
            },
        ),
        (_("In the list"), {"fields": ["unlisted_on", "updated_at", "extra"]}),
    ]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["updated_at", "extra"]

    resource_classes = [MeetingResource]

    def get_prepopulated_fields(self, request, obj=None):
        """An address on the web that is known stays as it is."""
        return {} if obj else self.prepopulated_fields


@admin.register(MeetingType)
class MeetingTypeAdmin(admin.ModelAdmin):
    """The kinds of meetings, by code."""

    list_display = ["code", "name", "aa_code", "order"]
    list_display_links = ["code", "name"]
    search_fields = ["=code", "name"]

    fields = ["code", "name", "aa_code", "order"]


@admin.register(Location)
class LocationAdmin(admin.ModelAdmin):
    """The places where meetings are held."""

    list_display = ["__str__", "region", "sub_region", "is_approximate", "meetings"]
    list_filter = ["is_approximate"]
    search_fields = ["name", "address", "region"]

    fields = [
        "name",
        "address",
        "region",
        "sub_region",
        "is_approximate",
        "latitude",
        "longitude",
        "notes",
    ]

    def get_queryset(self, request):
        counted = Count("meetings")
        return super().get_queryset(request).annotate(meeting_count=counted)

    @admin.display(description=_("meetings"), ordering="meeting_count")
    def meetings(self, location):
        return location.meeting_count
