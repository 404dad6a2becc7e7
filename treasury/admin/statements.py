"""Statements of banks and payment apps: a list to read, and the way to their pages."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.models import ColumnMapping, Statement, StatementLine


class EndedYear(admin.YearFilter):
    """The year a statement ends in."""

    column = "ends_on"


class StatementLineInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The lines of a statement."""

    model = StatementLine
    fields = readonly_fields = ["dated", "description", "reference", "kind", "figures"]

    @admin.display(description=gettext_lazy("amount"))
    def figures(self, line):
        return money.figures(line.amount)


@admin.register(Statement)
class StatementAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What the bank says; its own page holds it against the books."""

    list_display = ["ends_on", "account", "kind", "figures", "is_reconciled"]
    list_filter = [EndedYear, "account", "kind"]
    list_select_related = ["account"]

    fields = [
        "account",
        "kind",
        "begins_on",
        "ends_on",
        "opening",
        "closing",
        "file_name",
        "imported_at",
        "by",
        "reconciled_at",
        "settled_by",
    ]
    readonly_fields = ["by", "settled_by"]
    inlines = [StatementLineInline]

    page_links = (
        admin.Link(
            gettext_lazy("Reconcile"), "treasury:reconcile", "treasury.view_statement"
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Hold it against the books"),
            "treasury:reconcile-statement",
            "treasury.view_statement",
        ),
    )

    @admin.display(description=gettext_lazy("balance"), ordering="closing")
    def figures(self, statement):
        return money.figures(statement.closing)

    @admin.display(description=gettext_lazy("reconciled"), boolean=True)
    def is_reconciled(self, statement):
        return statement.reconciled_at is not None

    @admin.display(description=gettext_lazy("imported by"))
    def by(self, statement):
        return statement.imported_by.shown_name if statement.imported_by else ""

    @admin.display(description=gettext_lazy("reconciled by"))
    def settled_by(self, statement):
        by = statement.reconciled_by
        return by.shown_name if by else ""


@admin.register(ColumnMapping)
class ColumnMappingAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Which column of a bank’s file is what: chosen where a file is imported."""

    list_display = ["name", "account", "headers"]
    list_select_related = ["account"]

    fields = ["name", "account", "headers", "columns"]
