"""Hand-overs: what is on its way from one trusted servant to the next."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from service.models import Handover

READ = "service.view_handover"


class StateFilter(admin.SimpleListFilter):
    """What is still open, and what is done."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("done", _("Done"))]

    def queryset(self, request, queryset):
        is_open = Handover.objects.unfinished().values("pk")
        if self.value() == "open":
            return queryset.filter(pk__in=is_open)
        return queryset.exclude(pk__in=is_open) if self.value() else queryset


@admin.register(Handover)
class HandoverAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """They are opened in time by themselves, or from the page of a term."""

    list_display = ["__str__", "outgoing", "incoming", "progress", "opened_on"]
    list_filter = [StateFilter]
    list_select_related = [
        "from_term__position",
        "from_term__person",
        "to_term__person",
    ]
    search_fields = ["from_term__position__name"]

    fields = ["position", "outgoing", "incoming", "progress", "opened_on"]
    readonly_fields = ["position", "outgoing", "incoming", "progress"]

    row_links = (
        admin.Link(gettext_lazy("The list"), "service:handover", READ),
        admin.Link(gettext_lazy("Packet as PDF"), "service:handover-packet", READ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description=gettext_lazy("position"))
    def position(self, obj):
        return obj.from_term.position

    @admin.display(description=gettext_lazy("from"))
    def outgoing(self, obj):
        return obj.from_term.person

    @admin.display(description=gettext_lazy("to"), empty_value=gettext_lazy("nobody"))
    def incoming(self, obj):
        return obj.to_term.person if obj.to_term else None

    @admin.display(description=gettext_lazy("how far"))
    def progress(self, obj):
        """Tell how many things were given and received."""
        if not obj.listed_count:
            return _("nothing on the list yet")
        if not obj.item_count:
            return _("nothing to hand on")
        counts = {
            "given": obj.given_count,
            "received": obj.taken_count,
            "count": obj.item_count,
        }
        return _("%(received)s of %(count)s received, %(given)s given") % counts
