"""The places of meetings: changed once, for all that are held there."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intergroup.kit import admin
from intergroup.registry.actions.arranging import change_place
from intergroup.registry.admin.findings import LookedOverMixin
from intergroup.registry.admin.hands import hand_of
from intergroup.registry.models import Location, Meeting


class HeldInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The meetings held at a place, to be read here."""

    model = Meeting
    fields = ["day", "time", "name", "group", "unlisted_on"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("group")


@admin.register(Location)
class LocationAdmin(LookedOverMixin, admin.ModelAdmin):
    """The places where meetings are held."""

    list_display = ["__str__", "region", "sub_region", "is_approximate", "meetings"]
    list_filter = ["is_approximate"]
    search_fields = ["name", "address", "region"]
    ordering = ["name", "address", "pk"]  # counting meetings drops the model’s own

    fieldsets = [
        (
            None,
            {
                "description": _(
                    "What is changed here is changed for every meeting held there."
                ),
                "fields": ["name", "address", "region", "sub_region", "notes"],
            },
        ),
        (
            _("On the map"),
            {"fields": ["is_approximate", ("latitude", "longitude")]},
        ),
    ]
    inlines = [HeldInline]

    def get_queryset(self, request):
        counted = Count("meetings")
        return super().get_queryset(request).annotate(meeting_count=counted)

    def get_inlines(self, request, obj):
        """A new place holds no meetings yet."""
        return self.inlines if obj else []

    @admin.display(description=_("meetings"), ordering="meeting_count")
    def meetings(self, location):
        return location.meeting_count

    def save_model(self, request, obj, form, change):
        if change:
            obj.told_of = change_place(obj, hand=hand_of(request))
        else:
            obj.save()

    def told(self, request, obj):
        """Say how many meetings were changed with the place."""
        if not (count := getattr(obj, "told_of", 0)):
            return None
        told = ngettext(
            "“%(place)s” was changed, for %(count)s meeting.",
            "“%(place)s” was changed, for %(count)s meetings.",
            count,
        )
        return told % {"place": obj, "count": count}

    def has_delete_permission(self, request, obj=None):
        """A place that holds meetings is kept."""
        may = super().has_delete_permission(request, obj)
        return may and not (obj and obj.meetings.exists())
