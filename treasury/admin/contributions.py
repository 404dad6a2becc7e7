"""Contributions: recorded one by one or from a file, and taken back, never changed."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.contributions import (
    record_contribution,
    take_back_contribution,
)
from treasury.admin.days import refuse_future
from treasury.models import Account, Contribution, Fund, ImportBatch
from treasury.resources.contributions import load_contributions


class ReceivedYear(admin.YearFilter):
    """The year a contribution was received in."""

    column = "received_on"


def load_today(data, **options):
    """Import as of today, for the form and its preview."""
    return load_contributions(data, today=timezone.localdate(), **options)


class ContributionResource(admin.LoaderResource):
    """What the list gives to a spreadsheet, and the loader for what comes in."""

    loader = staticmethod(load_today)

    class Meta:
        model = Contribution
        fields = (
            "received_on",
            "source",
            "group__number",
            "group__name",
            "marked",
            "amount",
            "method",
            "reference",
            "fund__name",
        )
        export_order = fields


@admin.register(Contribution)
class ContributionAdmin(admin.AddOnlyMixin, admin.ImportExportAdmin):
    """What was received, freely."""

    list_display = ["received_on", "giver", "figures", "method", "reference", "fund"]
    list_display_links = ["received_on", "giver"]
    list_filter = ["source", ReceivedYear, "method", "fund"]
    list_select_related = ["group", "fund"]
    search_fields = ["=group__number", "group__name", "reference", "marked"]
    search_help_text = gettext_lazy("Group number or name, or a reference")

    fields = [
        "received_on",
        "source",
        "group",
        "amount",
        "method",
        "reference",
        "marked",
        "account",
        "fund",
    ]

    resource_classes = [ContributionResource]
    actions = ["take_back"]

    def get_changeform_initial_data(self, request):
        """Today, into the bank, for the operating fund: unmarked money goes there."""
        bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
        operating = Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()
        return {
            "received_on": timezone.localdate(),
            "account": bank,
            "fund": operating,
            **super().get_changeform_initial_data(request),
        }

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer only accounts and funds that are open."""
        form = super().get_form(request, obj, change, **kwargs)
        if "fund" in form.base_fields:
            form.base_fields["fund"].queryset = Fund.objects.filter(closed_on=None)
        return form

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("from"), ordering="group__number")
    def giver(self, contribution):
        if contribution.group:
            return contribution.group
        return contribution.marked or contribution.get_source_display()

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, contribution):
        return money.figures(contribution.amount)

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "received_on")
        record_contribution(obj, recorded_by=request.user)

    @admin.action(
        description=gettext_lazy("Take back the selected contributions"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        today, currency = timezone.localdate(), Body.objects.current().currency
        for contribution in queryset:
            with admin.rules_shown(request):
                take_back_contribution(
                    contribution, dated=today, recorded_by=request.user
                )
                amount = money.in_words(contribution.amount, currency)
                told = _("Took back %(amount)s of %(day)s; the first row stays.")
                params = {"amount": amount, "day": contribution.received_on}
                admin.messages.success(request, told % params)


@admin.register(ImportBatch)
class ImportBatchAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Files that were imported."""

    list_display = ["file_name", "rows", "refused", "imported_at", "imported_by"]
    list_select_related = ["imported_by"]

    fields = ["file_name", "rows", "refused", "imported_at", "imported_by", "sha256"]
