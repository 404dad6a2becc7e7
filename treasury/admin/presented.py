"""Reports as presented."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from treasury.models import PresentedReport


@admin.register(PresentedReport)
class PresentedReportAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Reports as they were presented; they are presented on a page of their own."""

    list_display = ["period", "status", "presented_at", "by"]
    list_filter = ["status"]
    list_select_related = ["presented_by__person"]

    fields = [
        "first_on",
        "last_on",
        "status",
        "meeting",
        "presented_at",
        "by",
        "figures_sha256",
        "pdf_sha256",
        "seal",
    ]
    readonly_fields = ["by"]
    page_links = (
        admin.Link(
            gettext_lazy("Present the treasurer’s report"),
            "treasury:present",
            "treasury.add_presentedreport",
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Then and now"),
            "treasury:presented",
            "treasury.view_presentedreport",
        ),
        admin.Link(
            gettext_lazy("The paper (PDF)"),
            "treasury:presented-pdf",
            "treasury.view_presentedreport",
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).defer("figures", "pdf")

    @admin.display(description=gettext_lazy("period"), ordering="first_on")
    def period(self, report):
        return str(report)

    @admin.display(description=gettext_lazy("presented by"))
    def by(self, report):
        return report.presented_by.shown_name if report.presented_by else ""
