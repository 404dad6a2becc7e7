"""Collections that were counted, and contributions that were identified later."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from treasury.actions.identifying import take_back_identification
from treasury.models import Collection, Identification
from treasury.reports.givers import giver_of_finding

SHEET = admin.Link(
    gettext_lazy("Collection sheet"), "treasury:collection", "treasury.add_collection"
)


@admin.register(Collection)
class CollectionAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was counted, by two people."""

    list_display = [
        "collected_on",
        "first_counter",
        "second_counter",
        "cash_figures",
        "figures",
        "explanation",
    ]
    search_fields = ["first_counter", "second_counter", "explanation"]

    fields = [
        "collected_on",
        "meeting",
        "first_counter",
        "second_counter",
        "cash",
        "counted",
        "explanation",
        "recorded_at",
        "recorded_by",
    ]

    page_links = (SHEET,)
    row_links = (
        admin.Link(
            gettext_lazy("What was received"),
            "treasury:collection-recorded",
            "treasury.view_collection",
        ),
        admin.Link(
            gettext_lazy("Print all receipts"),
            "treasury:collection-receipts",
            "treasury.view_contribution",
        ),
        admin.Link(
            gettext_lazy("Print the sheet for the binder"),
            "treasury:collection-sheet",
            "treasury.view_collection",
        ),
    )

    @admin.display(description=gettext_lazy("cash entered"), ordering="cash")
    def cash_figures(self, collection):
        return money.figures(collection.cash)

    @admin.display(description=gettext_lazy("counted"), ordering="counted")
    def figures(self, collection):
        return money.figures(collection.counted)


@admin.register(Identification)
class IdentificationAdmin(admin.CorrectedMixin, admin.ReadOnlyMixin, admin.ModelAdmin):
    """Contributions whose group was found later."""

    list_display = ["identified_on", "giver", "figures", "received_on", "correction"]
    list_display_links = ["identified_on", "giver"]
    list_select_related = ["group", "contribution"]
    search_fields = ["=group__number", "group__name"]

    fields = ["contribution", "identified_on", "source", "group", "amount"]

    page_links = (
        admin.Link(
            gettext_lazy("What waits to be identified"),
            "treasury:unidentified",
            "treasury.add_identification",
        ),
    )
    actions = ["take_back"]
    row_actions = ["take_back"]

    def has_take_back_permission(self, request):
        """Those who may identify a contribution may take that back."""
        return request.user.has_perm("treasury.add_identification")

    @admin.display(description=gettext_lazy("from"), ordering="group__number")
    def giver(self, identification):
        return giver_of_finding(identification)

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, identification):
        return money.figures(identification.amount)

    @admin.display(description=gettext_lazy("received on"))
    def received_on(self, identification):
        return identification.contribution.received_on

    @admin.action(
        description=gettext_lazy("Take back the selected identifications"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        for each in queryset:
            with admin.rules_shown(request):
                take_back_identification(
                    each, dated=timezone.localdate(), recorded_by=request.user
                )
                told = _("Took back “%s”; the contribution waits again.") % each
                admin.messages.success(request, told)
