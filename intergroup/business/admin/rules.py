"""The rules of order: one row, which is written once and then changed."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Rules
from intergroup.kit import admin


@admin.register(Rules)
class RulesAdmin(admin.KeptMixin, admin.ModelAdmin):
    fieldsets = [
        (
            _("Quorum"),
            {
                "fields": [
                    "quorum_kind",
                    ("quorum_parts", "quorum_of"),
                    ("quorum_groups", "quorum_officers"),
                    "quorum_office",
                    "quorum_base",
                    "is_quorum_recalled",
                ]
            },
        ),
        (
            _("Who votes"),
            {
                "fields": [
                    ("attendances_before_vote", "days_before_vote"),
                    "absences_off_roll",
                ]
            },
        ),
        (
            _("Motions"),
            {
                "fields": [
                    ("majority", "policy_majority"),
                    "base",
                    "is_sent_back_by_abstentions",
                    "most_blocks",
                    "numbering",
                    "months_before_again",
                    "has_public_form",
                ]
            },
        ),
        (
            _("Before a meeting"),
            {"fields": [("notice_days", "reports_days", "motions_days")]},
        ),
    ]

    def add_view(self, request, form_url="", extra_context=None):
        """Lead to the rules where there are some: there are no others."""
        if Rules.objects.exists():
            return redirect("admin:business_rules_change", 1)
        return super().add_view(request, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
