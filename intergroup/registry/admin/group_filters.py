"""What the register of groups is narrowed by."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import GroupContact, Representative


class LackingFilter(admin.SimpleListFilter):
    """Groups on the roll for which there is nobody to speak, or to call."""

    title = _("lacking")
    parameter_name = "lacking"

    def lookups(self, request, model_admin):
        return [
            ("representative", _("Without a representative")),
            ("contact", _("Without a contact")),
            ("meeting", _("Without a meeting in the list")),
        ]

    def queryset(self, request, queryset):
        today, groups = timezone.localdate(), queryset.on_the_roll()
        match self.value():
            case "representative":
                there = Representative.objects.serving_on(today)
                return groups.exclude(pk__in=there.values("group"))
            case "contact":
                there = GroupContact.objects.on(today)
                return groups.exclude(pk__in=there.values("group"))
            case "meeting":
                listed = queryset.filter(meetings__unlisted_on=None)
                listed = listed.filter(meetings__isnull=False)
                return groups.exclude(pk__in=listed.values("pk"))
        return queryset
