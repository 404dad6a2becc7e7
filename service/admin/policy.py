"""How the body serves, and the methods by which it elects."""

from django.shortcuts import redirect
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

    def add_view(self, request, form_url="", extra_context=None):
        """Lead to the policy where there is one: there is no other."""
        if Policy.objects.exists():
            return redirect("admin:service_policy_change", 1)
        return super().add_view(request, form_url, extra_context)

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
