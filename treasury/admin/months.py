"""The months that were closed."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from treasury.models import ClosedMonth


@admin.register(ClosedMonth)
class ClosedMonthAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Months whose books are closed; they are closed on a page of their own."""

    list_display = ["month", "closed_at", "by", "state"]
    list_select_related = ["closed_by__person"]

    fields = [
        "first_on",
        "explanation",
        "closed_at",
        "by",
        "reopen_reason",
        "asked_by",
        "reopened_at",
        "opened_by",
    ]
    readonly_fields = ["by", "asked_by", "opened_by"]
    page_links = (
        admin.Link(
            gettext_lazy("Month end"),
            "treasury:month-end",
            "treasury.view_closedmonth",
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Open it again"),
            "treasury:month-reopen",
            "treasury.reopen_closedmonth",
        ),
    )

    def row_links_of(self, request, obj):
        return () if obj.reopened_at else super().row_links_of(request, obj)

    @admin.display(description=gettext_lazy("month"), ordering="first_on")
    def month(self, closed):
        return str(closed)

    @admin.display(description=gettext_lazy("closed by"))
    def by(self, closed):
        return closed.closed_by.shown_name if closed.closed_by else ""

    @admin.display(description=gettext_lazy("asked by"))
    def asked_by(self, closed):
        return closed.reopen_asked_by.shown_name if closed.reopen_asked_by else ""

    @admin.display(description=gettext_lazy("opened again by"))
    def opened_by(self, closed):
        return closed.reopened_by.shown_name if closed.reopened_by else ""

    @admin.display(description=gettext_lazy("state"))
    def state(self, closed):
        if closed.reopened_at:
            return gettext_lazy("opened again")
        if closed.reopen_asked_by_id:
            return gettext_lazy("asked to be opened again")
        return gettext_lazy("closed")
