"""Money from outside the fellowship: declined, sent back, and never income."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.outside import record_outside_offer
from treasury.admin.days import refuse_future
from treasury.models import OutsideOffer


class WhetherReturned(admin.SimpleListFilter):
    """Whether it went back."""

    title = gettext_lazy("returned")
    parameter_name = "returned"

    def lookups(self, request, model_admin):
        return [("no", _("Still waits to go back")), ("yes", _("Returned"))]

    def queryset(self, request, queryset):
        if self.value() not in {"yes", "no"}:
            return queryset
        return queryset.filter(returned_on__isnull=self.value() == "no")


@admin.register(OutsideOffer)
class OutsideOfferAdmin(admin.AddOnlyMixin, admin.ModelAdmin):
    """Money from outside, declined and sent back."""

    list_display = ["offered_on", "offered_by", "figures", "arrived", "went_back"]
    list_display_links = ["offered_on", "offered_by"]
    list_filter = [WhetherReturned]
    list_select_related = ["account"]
    search_fields = ["offered_by", "reference", "returned_how"]

    fieldsets = [
        (
            None,
            {
                "fields": ["offered_on", "offered_by", "amount", "method", "reference"],
                "description": gettext_lazy(
                    "Money from outside the fellowship is never income: it is declined "
                    "and goes back, with a letter."
                ),
            },
        ),
        (gettext_lazy("Where it is"), {"fields": ["account"]}),
        (
            gettext_lazy("When it went back"),
            {
                "fields": ["returned_on", "returned_how"],
                "description": gettext_lazy(
                    "Leave this empty while it is still with you."
                ),
            },
        ),
    ]

    row_links = (
        admin.Link(
            gettext_lazy("Send it back…"),
            "treasury:outside-return",
            "treasury.add_outsideoffer",
        ),
        admin.Link(
            gettext_lazy("Letter (PDF)"),
            "treasury:outside-letter",
            "treasury.view_outsideoffer",
        ),
    )

    def row_links_of(self, request, obj):
        """Offer to send back what has not gone back."""
        return self.row_links[1:] if obj.returned_on else self.row_links

    def get_changeform_initial_data(self, request):
        return {
            "offered_on": timezone.localdate(),
            **super().get_changeform_initial_data(request),
        }

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, offer):
        return money.figures(offer.amount)

    @admin.display(description=gettext_lazy("arrived in"))
    def arrived(self, offer):
        return offer.account.name if offer.account else _("handed back as it came")

    @admin.display(description=gettext_lazy("returned on"), ordering="returned_on")
    def went_back(self, offer):
        return offer.returned_on or _("waits to go back")

    def told(self, request, obj):
        """Say whether it waits to go back."""
        amount = money.in_words(obj.amount, Body.objects.current().currency)
        if obj.returned_on:
            told = _(
                "Recorded that %(amount)s from %(whom)s was declined and returned."
            )
        else:
            told = _("Recorded %(amount)s from %(whom)s: it waits to go back.")
        return told % {"amount": amount, "whom": obj.offered_by}

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "offered_on")
        if obj.returned_on:
            refuse_future(obj, "returned_on")
        record_outside_offer(obj, recorded_by=request.user)
