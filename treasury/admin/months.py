"""The months to close."""

from django.utils import timezone
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from treasury.actions.months import close_month
from treasury.models import ClosedMonth


@admin.register(ClosedMonth)
class ClosedMonthAdmin(admin.AddOnlyMixin, admin.ModelAdmin):
    """Months whose books are closed."""

    list_display = ["month", "closed_at", "by"]
    list_select_related = ["closed_by__person"]

    fields = ["first_on"]

    @admin.display(description=gettext_lazy("month"), ordering="first_on")
    def month(self, closed):
        return str(closed)

    @admin.display(description=gettext_lazy("closed by"))
    def by(self, closed):
        return closed.closed_by.shown_name if closed.closed_by else ""

    def save_model(self, request, obj, form, change):
        close_month(obj, today=timezone.localdate(), closed_by=request.user)
