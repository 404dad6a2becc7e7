"""What was sent, presented and reported: read here, made on pages of its own."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import (
    MeetingReport,
    Minutes,
    PresentedPacket,
    Sending,
    SendingLine,
)
from intergroup.kit import admin


class SendingLineInline(admin.ReadOnlyMixin, admin.TabularInline):
    """Whom it went to."""

    model = SendingLine
    fields = ["to", "is_sent", "problem"]


@admin.register(Sending)
class SendingAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["sent_at", "kind", "subject"]
    list_filter = ["kind"]

    fields = ["kind", "subject", "meeting", "motion", "sent_at", "sent_by", "sha256"]
    inlines = [SendingLineInline]
    row_links = (
        admin.Link(_("How far it is"), "business:sent", "business.add_sending"),
    )


@admin.register(PresentedPacket)
class PresentedPacketAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["meeting", "is_final", "is_large", "made_at", "page_count"]
    list_select_related = ["meeting"]

    fields = [
        "meeting",
        ("is_final", "is_large"),
        "made_at",
        "made_by",
        "page_count",
        "sha256",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).listed()


@admin.register(MeetingReport)
class MeetingReportAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["meeting", "group", "office", "state", "sent_at"]
    list_filter = ["state"]
    list_select_related = ["meeting", "group"]
    search_fields = ["office", "group__name"]


@admin.register(Minutes)
class MinutesAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["meeting", "state", "circulated_on", "approved_on"]
    list_filter = ["state"]
    list_select_related = ["meeting"]
    search_fields = ["text", "parts__prose"]

    fields = [
        "meeting",
        "state",
        "circulated_on",
        "approved_on",
        "approved_at",
        "approved_by",
        "text",
        "sha256",
    ]
    page_links = (
        admin.Link(
            _("Find in the minutes"),
            "business:minutes-archive",
            "business.view_minutes",
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).listed()
