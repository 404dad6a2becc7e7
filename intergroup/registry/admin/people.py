"""People, and the groups they speak for. No list shows how to reach anybody."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import Person, Representative


class ServingFilter(admin.SimpleListFilter):
    """Those who speak for a group today."""

    title = _("serving")
    parameter_name = "serving"

    def lookups(self, request, model_admin):
        return [("now", _("Serving now"))]

    def queryset(self, request, queryset):
        if self.value() == "now":
            return queryset.serving_on(timezone.localdate())
        return queryset


class RepresentationInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The groups a person speaks for or spoke for."""

    model = Representative
    fields = ["group", "is_alternate", "began_on", "ends_on"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("group", "person")


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """First name, last initial, and how to reach them in confidence."""

    list_display = ["__str__", "listing_agreed_on"]
    search_fields = ["first_name"]

    fieldsets = [
        (None, {"fields": ["first_name", "last_initial", "listing_agreed_on"]}),
        (_("In confidence"), {"fields": ["email", "phone"]}),
    ]
    inlines = [RepresentationInline]

    def get_inlines(self, request, obj):
        """A new person has not served yet."""
        return self.inlines if obj else []


@admin.register(Representative)
class RepresentativeAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Who speaks for which group, from when to when."""

    list_display = ["group", "person", "is_alternate", "began_on", "ends_on"]
    list_filter = [ServingFilter, "is_alternate"]
    list_select_related = ["group", "person"]
    search_fields = ["=group__number", "group__name", "person__first_name"]

    fields = ["group", "person", "is_alternate", "began_on", "ends_on"]
