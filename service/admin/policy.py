"""How the body serves, and the methods by which it elects."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.admin.seen import PolicySeenMixin
from service.models import ElectionMethod, Policy


@admin.register(Policy)
class PolicyAdmin(PolicySeenMixin, admin.KeptMixin, admin.ModelAdmin):
    """How we serve: one row, which is written once and then changed."""

    fieldsets = [
        (
            _("Open positions"),
            {
                "fields": ["is_public", "invitation"],
                "description": _(
                    "The public page, the flyer and the calendar name positions and "
                    "what they suggest, and never a person."
                ),
            },
        ),
        (_("Rotation"), {"fields": ["soon_days", "handover_days"]}),
    ]

    def has_add_permission(self, request):
        """Let it be written while there is none: there is one policy."""
        return super().has_add_permission(request) and not Policy.objects.exists()

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(ElectionMethod)
class ElectionMethodAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Methods of election, as this body has them."""

    list_display = ["name", "system", "is_offered"]
    search_fields = ["name"]

    fieldsets = [
        (None, {"fields": ["name", "system", "is_offered"]}),
        (
            _("What elects"),
            {
                "fields": [
                    ("needed_parts", "needed_of"),
                    "is_more_than",
                    "is_blank_counted",
                    "single_candidate",
                ]
            },
        ),
        (
            _("Third Legacy"),
            {"fields": ["smallest_tie", "is_second_drawn"]},
        ),
    ]
