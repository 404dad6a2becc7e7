"""What the list of meetings is narrowed by."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin


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


class PatternFilter(admin.SimpleListFilter):
    """Meetings that are not held every week of the year."""

    title = _("held")
    parameter_name = "held"

    def lookups(self, request, model_admin):
        return [
            ("weekly", _("Every week")),
            ("monthly", _("In some weeks of the month")),
            ("season", _("For a season")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "weekly":
                return queryset.filter(weeks="")
            case "monthly":
                return queryset.exclude(weeks="")
            case "season":
                return queryset.exclude(first_on=None, last_on=None)
        return queryset
