"""Elections: which position, where they stand, and the way to the page of each."""

from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from service.models import Election
from service.reports.elections.state import state_in_words

Outcome = Election.Outcome


class StateFilter(admin.SimpleListFilter):
    """Those that are open, and what came of the others."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        over = [each for each in Outcome if each != Outcome.OPEN]
        return [("open", _("Open")), *((each, capfirst(each.label)) for each in over)]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.open()
        return queryset.filter(outcome=self.value()) if self.value() else queryset


class OpenedYear(admin.YearFilter):
    """The year in which nominations were opened."""

    column = "opened_on"


@admin.register(Election)
class ElectionAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Each election has a page of its own, where everything is written."""

    list_display = ["position", "seats", "meeting", "standing"]
    list_filter = [StateFilter, OpenedYear, "method"]
    list_select_related = ["position", "meeting"]
    search_fields = ["position__name"]

    page_links = (
        admin.Link(
            gettext_lazy("Open an election"),
            "service:election-open",
            "service.add_election",
        ),
        admin.Link(
            gettext_lazy("Elections of the next meeting"),
            "service:elections",
            "service.view_election",
        ),
        admin.Link(
            gettext_lazy("What to elect"), "service:to-elect", "service.view_election"
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    @admin.display(description=gettext_lazy("state"))
    def standing(self, election):
        return state_in_words(election)

    def change_view(self, request, object_id, *args, **kwargs):
        """Lead to the page of the election."""
        if object_id.isascii() and object_id.isdecimal():
            return redirect("service:election", object_id)
        return super().change_view(request, object_id, *args, **kwargs)
