"""Who can be reached for a group, and which confidential sheets were printed."""

from intergroup.kit import admin
from intergroup.registry.models import ContactSheet, GroupContact


@admin.register(GroupContact)
class GroupContactAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Contacts of groups, in confidence."""

    list_display = ["group", "person", "kind", "is_listed", "began_on", "ended_on"]
    list_filter = ["kind", "is_listed"]
    list_select_related = ["group", "person"]
    search_fields = ["=group__number", "group__name", "person__first_name"]


@admin.register(ContactSheet)
class ContactSheetAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Who printed a contact sheet, when, and of what."""

    list_display = ["printed_at", "printed_by", "scope", "people_count"]
    list_select_related = ["printed_by"]
