"""Budgets: each year’s lines and the motions that amended them."""

from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.models import Budget, BudgetAmendment, BudgetLine


class BudgetLineInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The lines: as they were adopted, and as they stand."""

    model = BudgetLine
    fields = readonly_fields = ["account", "committee", "amount", "stands", "note"]

    def get_queryset(self, request):
        lines = super().get_queryset(request).select_related("account", "committee")
        return lines.annotate(changed=Sum("amendments__change"))

    @admin.display(description=gettext_lazy("as amended"))
    def stands(self, line):
        return money.figures(line.amount + (line.changed or money.ZERO))


@admin.register(Budget)
class BudgetAdmin(admin.KeptMixin, admin.ModelAdmin):
    """A year’s budget; it is written, adopted and amended on pages of its own."""

    list_display = ["year", "adopted_on", "motion", "income", "expenses"]
    list_select_related = ["motion__meeting"]

    fields = ["year", "adopted_on", "motion", "note", "amended"]
    readonly_fields = ["year", "adopted_on", "motion", "amended"]
    inlines = [BudgetLineInline]

    page_links = (
        admin.Link(
            gettext_lazy("New budget"), "treasury:budget-start", "treasury.add_budget"
        ),
    )
    DRAFT = (
        admin.Link(
            gettext_lazy("Write the lines"),
            "treasury:budget-lines",
            "treasury.add_budget",
        ),
        admin.Link(
            gettext_lazy("Adopt it"), "treasury:budget-adopt", "treasury.add_budget"
        ),
    )
    ADOPTED = (
        admin.Link(
            gettext_lazy("Amend it by motion"),
            "treasury:budget-amend",
            "treasury.add_budgetamendment",
        ),
    )

    def has_add_permission(self, request):
        """A budget begins on a page of its own."""
        return False

    def row_links_of(self, request, obj):
        return self.ADOPTED if obj.adopted_on else self.DRAFT

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("lines__account")

    @admin.display(description=gettext_lazy("year"), ordering="begins_on")
    def year(self, budget):
        return date_format(budget.begins_on, "DATE_FORMAT")

    @admin.display(description=gettext_lazy("income"))
    def income(self, budget):
        return self._sum(budget, "income")

    @admin.display(description=gettext_lazy("expenses"))
    def expenses(self, budget):
        return self._sum(budget, "expense")

    @admin.display(description=gettext_lazy("amended by motion"))
    def amended(self, budget):
        """Tell each amendment in a sentence of its own."""
        made = BudgetAmendment.objects.filter(line__budget=budget)
        told = made.select_related("line__account", "line__committee", "motion")
        return "; ".join(map(_in_words, told.order_by("decided_on", "pk")))

    def _sum(self, budget, kind):
        lines = (x for x in budget.lines.all() if x.account.kind == kind)
        return money.figures(money.total(line.amount for line in lines))


def _in_words(amendment):
    line, sign = amendment.line, "+" if amendment.change > 0 else ""
    names = filter(None, (line.account.name, line.committee and line.committee.name))
    return _("%(day)s: %(line)s %(change)s (motion %(motion)s)") % {
        "day": date_format(amendment.decided_on, "DATE_FORMAT"),
        "line": ", ".join(names),
        "change": sign + money.figures(amendment.change),
        "motion": amendment.motion.number,
    }
