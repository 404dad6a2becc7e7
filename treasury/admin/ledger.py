"""The ledger to read."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.models import Entry, Posting


class DatedYear(admin.YearFilter):
    """The year an entry is dated in."""

    column = "dated"


class PostingInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The lines of an entry."""

    model = Posting
    fields = readonly_fields = ["account", "fund", "debit", "credit"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("account", "fund")

    @admin.display(description=gettext_lazy("debit"))
    def debit(self, posting):
        return money.figures(posting.amount) if posting.amount > 0 else ""

    @admin.display(description=gettext_lazy("credit"))
    def credit(self, posting):
        return money.figures(-posting.amount) if posting.amount < 0 else ""


@admin.register(Entry)
class EntryAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """The journal: every entry, as it was posted and sealed."""

    list_display = ["number", "dated", "memo", "posted_at"]
    list_display_links = ["number", "memo"]
    list_filter = [DatedYear]
    search_fields = ["=number", "memo"]

    fields = [
        "number",
        "dated",
        "memo",
        "reverses",
        "posted_at",
        "posted_by",
        "seal",
    ]
    inlines = [PostingInline]

    page_links = (
        admin.Link(
            gettext_lazy("Take the books along"),
            "treasury:books",
            "treasury.view_entry",
        ),
    )
