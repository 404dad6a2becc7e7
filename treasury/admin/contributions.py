"""Contributions: recorded one by one or from a file, and taken back, never changed."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money, pdf
from intergroup.registry.models import Body
from treasury.actions.contributions import (
    record_contribution,
    take_back_contribution,
)
from treasury.actions.limits import limit_warning
from treasury.admin.collections import SHEET
from treasury.admin.days import refuse_future
from treasury.models import Contribution, Fund, ImportBatch
from treasury.reports.givers import FOUND, giver_in_words, known_in_words
from treasury.reports.receipts import receipts_of, receipts_pdf
from treasury.resources.contributions import load_contributions

MOST_RECEIPTS = 500
QUEUE = admin.Link(
    gettext_lazy("What waits to be identified"),
    "treasury:unidentified",
    "treasury.add_identification",
)
RECEIPT = admin.Link(
    gettext_lazy("Receipt (PDF)"), "treasury:receipt", "treasury.view_contribution"
)
IDENTIFY = admin.Link(
    gettext_lazy("It came from…"), "treasury:identify", "treasury.add_identification"
)


class ReceivedYear(admin.YearFilter):
    """The year a contribution was received in."""

    column = "received_on"


class Waiting(admin.SimpleListFilter):
    """What still waits for its group, and what was found out later."""

    title = gettext_lazy("unidentified")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", _("Not yet identified")), ("found", _("Identified later"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.unidentified()
        if self.value() == "found":
            return queryset.identified()
        return queryset


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
            "fee",
            "method",
            "reference",
            "fund__name",
        )
        export_order = fields


@admin.register(Contribution)
class ContributionAdmin(
    admin.CorrectedMixin, admin.AddOnlyMixin, admin.ImportExportAdmin
):
    """What was received, freely."""

    list_display = [
        "received_on",
        "giver",
        "figures",
        "how",
        "fund",
        "number",
        "correction",
    ]
    list_display_links = ["received_on", "giver"]
    list_filter = [Waiting, "source", ReceivedYear, "method", "fund"]
    list_select_related = ["group", "fund"]
    search_fields = ["=group__number", "group__name", "reference", "marked"]
    search_help_text = gettext_lazy("Group number or name, or a reference")

    fieldsets = [
        (None, {"fields": ["received_on", "source", "group", "amount", "method"]}),
        (
            gettext_lazy("How it came, and for what"),
            {"fields": ["reference", "marked", "fund", "account"]},
        ),
        (
            gettext_lazy("Fees, members and events"),
            {
                "fields": ["fee", "contributor", "event"],
                "classes": ["collapse"],
            },
        ),
    ]

    page_links = (SHEET, QUEUE)
    resource_classes = [ContributionResource]
    actions = ["print_receipts", "take_back"]
    row_actions = ["take_back"]

    def get_queryset(self, request):
        """Return the rows, each with what was found out about it later."""
        return super().get_queryset(request).prefetch_related(FOUND)

    def get_fieldsets(self, request, obj=None):
        """Add, to what was recorded, its receipt, what arrived, and from whom."""
        told = (None, {"fields": ["number", "known", "net_figures"]})
        return [told, *self.fieldsets] if obj else self.fieldsets

    def get_readonly_fields(self, request, obj=None):
        return ["number", "known", "net_figures"] if obj else []

    def row_links_of(self, request, obj):
        """Offer a receipt unless it is a correction; identify only what waits."""
        if obj.reverses_id:
            return ()
        waits = Contribution.objects.unidentified().filter(pk=obj.pk).exists()
        return (RECEIPT, IDENTIFY) if waits else (RECEIPT,)

    def get_changeform_initial_data(self, request):
        """Today; an empty fund is operating, an empty account the usual one."""
        today = timezone.localdate()
        return {"received_on": today, **super().get_changeform_initial_data(request)}

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer only what is open, and let the usual fund and account be left out."""
        form = super().get_form(request, obj, change, **kwargs)
        if "fund" in form.base_fields:
            fund, account = form.base_fields["fund"], form.base_fields["account"]
            fund.queryset = Fund.objects.filter(closed_on=None)
            for name in ("fund", "account", "fee"):
                form.base_fields[name].required = False
            fund.empty_label = _("Nothing was said: operating")
            fund.help_text = _("Money that is not marked for a fund goes to operating.")
            account.empty_label = _("Where this method usually arrives")
            account.help_text = _(
                "Cash and checks are in hand until they are deposited; the others are "
                "in the account called after them, or in the bank."
            )
        return form

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("from"), ordering="group__number")
    def giver(self, contribution):
        if contribution.found or not (contribution.group or contribution.marked):
            return known_in_words(contribution)
        return contribution.group or contribution.marked

    @admin.display(description=gettext_lazy("from"))
    def known(self, contribution):
        return known_in_words(contribution)

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, contribution):
        return money.figures(contribution.amount)

    @admin.display(description=gettext_lazy("how"), ordering="method")
    def how(self, contribution):
        told = (contribution.get_method_display(), contribution.reference)
        return " ".join(filter(None, map(str, told)))

    @admin.display(description=gettext_lazy("what arrived"))
    def net_figures(self, contribution):
        return money.figures(contribution.net)

    @admin.display(description=gettext_lazy("receipt"))
    def number(self, contribution):
        return contribution.receipt

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "received_on")
        record_contribution(obj, recorded_by=request.user)
        if warning := limit_warning(obj):
            admin.messages.warning(request, warning)

    def told(self, request, obj):
        """Say what was recorded: “$45.00 from Group 12, Friday Hope. Receipt …”."""
        said = _("Recorded %(amount)s from %(giver)s. Receipt %(receipt)s.")
        if obj.source == Contribution.Source.UNIDENTIFIED:
            said = _("Recorded %(amount)s, not yet identified. Receipt %(receipt)s.")
        giver = giver_in_words(obj)
        amount = money.in_words(obj.amount, Body.objects.current().currency)
        giver = giver if obj.group else giver[:1].lower() + giver[1:]
        return said % {"amount": amount, "giver": giver, "receipt": obj.receipt}

    @admin.action(
        description=gettext_lazy("Print the receipts of the selected contributions"),
        permissions=["view"],
    )
    def print_receipts(self, request, queryset):
        ids = queryset.filter(reverses__isnull=True).values_list("pk", flat=True)
        ids = list(ids[: MOST_RECEIPTS + 1])
        if not 0 < len(ids) <= MOST_RECEIPTS:
            told = _("Select between 1 and %s contributions; a correction has none.")
            return self.message_user(request, told % MOST_RECEIPTS, "error")
        try:
            content = receipts_pdf(receipts_of(ids))
        except pdf.CannotPrintError as error:
            return self.message_user(request, str(error), "error")
        headers = {"Content-Disposition": 'inline; filename="receipts.pdf"'}
        return HttpResponse(content, "application/pdf", headers=headers)

    @admin.action(
        description=gettext_lazy("Take back the selected contributions"),
        on_row=gettext_lazy("Take back"),
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
