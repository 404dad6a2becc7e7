"""Batches of statements: the yearly statements of every group."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from treasury.models import StatementBatch


@admin.register(StatementBatch)
class StatementBatchAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Statements of every group, made as one batch on a page of their own."""

    list_display = ["period", "groups", "asked_at", "ended_at"]

    fields = ["first_on", "last_on", "groups", "asked_at", "asked", "ended_at"]
    readonly_fields = ["asked"]

    page_links = (
        admin.Link(
            gettext_lazy("Make yearly statements"),
            "treasury:statement-batch-new",
            "treasury.add_statementbatch",
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("See how far they are, and take them"),
            "treasury:statement-batch",
            "treasury.view_statementbatch",
        ),
    )

    @admin.display(description=gettext_lazy("period"), ordering="first_on")
    def period(self, batch):
        return str(batch)

    @admin.display(description=gettext_lazy("asked by"))
    def asked(self, batch):
        return batch.asked_by.shown_name if batch.asked_by else ""
