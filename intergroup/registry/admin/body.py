"""Our own body: one page, not a list."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import Body


@admin.register(Body)
class BodyAdmin(admin.KeptMixin, admin.ModelAdmin):
    """The body’s name, its words, its money and its year."""

    list_display = ["name", "calls_itself"]

    fieldsets = [
        (None, {"fields": ["name", "short_name", "website", "email"]}),
        (
            _("Its words"),
            {
                "fields": [
                    "calls_itself",
                    "calls_representative",
                    "calls_alternate",
                    "calls_district",
                ]
            },
        ),
        (
            _("Its money and its year"),
            {"fields": ["currency", "fiscal_year_begins", "postal_address"]},
        ),
        (
            _("How it writes"),
            {"fields": ["time_zone", "is_day_first", "paper"]},
        ),
    ]

    def has_add_permission(self, request):
        """There is one."""
        return super().has_add_permission(request) and not Body.objects.exists()

    def changelist_view(self, request, extra_context=None):
        """Go to the one there is."""
        body = Body.objects.first()
        if body and self.has_view_permission(request, body):
            return redirect("admin:registry_body_change", body.pk)
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
