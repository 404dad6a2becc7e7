"""Who can be reached for a group, and which confidential sheets were printed."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import ContactSheet, GroupContact


class NowFilter(admin.SimpleListFilter):
    """Contacts of today, and those of the past."""

    title = _("time")
    parameter_name = "time"

    def lookups(self, request, model_admin):
        return [("now", _("Today’s")), ("past", _("Former"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "now":
            return queryset.on(today)
        if self.value() == "past":
            return queryset.filter(ended_on__lte=today)
        return queryset


class GroupContactInline(admin.TabularInline):
    """Whom to reach for a group; one who goes gets an end, and is never deleted."""

    model = GroupContact
    fields = ["person", "kind", "is_listed", "mailbox", "began_on", "ended_on"]
    autocomplete_fields = ["person"]
    can_delete = False
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "group")


@admin.register(GroupContact)
class GroupContactAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Contacts of groups, in confidence."""

    list_display = ["group", "person", "kind", "is_listed", "began_on", "ended_on"]
    list_filter = [NowFilter, "kind", "is_listed", "is_mail_returned"]
    list_select_related = ["group", "person"]
    search_fields = ["=group__number", "group__name", "person__first_name"]

    fieldsets = [
        (None, {"fields": ["group", "person", "kind", "began_on", "ended_on"]}),
        (_("Shown, with consent"), {"fields": ["is_listed", "mailbox"]}),
        (_("In confidence"), {"fields": ["postal_address", "is_mail_returned"]}),
    ]
    autocomplete_fields = ["group", "person"]

    page_links = (
        admin.Link(
            _("Contact sheet"), "registry:contact-sheet", "registry.add_contactsheet"
        ),
    )

    def get_changeform_initial_data(self, request):
        """Propose today as their first day."""
        initial = super().get_changeform_initial_data(request)
        return {"began_on": timezone.localdate(), **initial}


@admin.register(ContactSheet)
class ContactSheetAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Who printed a contact sheet, when, and of what."""

    list_display = ["printed_at", "reader", "scope", "people_count"]
    list_select_related = ["printed_by__person"]

    fields = ["printed_at", "reader", "scope", "people_count"]

    @admin.display(description=_("printed by"))
    def reader(self, sheet):
        return sheet.printed_by.shown_name
