"""The yearly questions to groups, and the answers."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import Verification


class QuestionFilter(admin.SimpleListFilter):
    """Whether a question waits, was left without an answer, or was answered."""

    title = _("question")
    parameter_name = "question"

    def lookups(self, request, model_admin):
        return [
            ("open", _("Waits for an answer")),
            ("ended", _("Link ended without one")),
            ("answered", _("Answered")),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "open":
            return queryset.open_on(today)
        if self.value() == "ended":
            return queryset.filter(answered_at__isnull=True, expires_on__lte=today)
        if self.value() == "answered":
            return queryset.filter(answered_at__isnull=False)
        return queryset


@admin.register(Verification)
class VerificationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Who was asked when, and what they said."""

    list_display = [
        "group",
        "asked_on",
        "reminded_on",
        "expires_on",
        "answered_at",
        "answer",
    ]
    list_filter = [QuestionFilter, "answer", "asked_on"]
    list_select_related = ["group"]
    search_fields = ["=group__number", "group__name"]
    search_help_text = _("Number or name of the group")

    fields = [
        "group",
        "person",
        "asked_on",
        "reminded_on",
        "expires_on",
        "answered_at",
        "answer",
        "registration",
    ]

    page_links = (
        admin.Link(
            _("Ask groups, and see who has answered"),
            "registry:verification",
            "registry.view_verification",
        ),
    )
