"""Deposits: slips taken to the bank, and taken back, never changed."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.depositing import take_back_deposit
from treasury.models import Deposit, DepositItem


class DepositedYear(admin.YearFilter):
    """The year something was deposited in."""

    column = "deposited_on"


class DepositItemInline(admin.ReadOnlyMixin, admin.TabularInline):
    """What is on a slip."""

    model = DepositItem
    fields = readonly_fields = ["received", "what", "amount"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("entry")

    def has_view_permission(self, request, obj=None):
        """Those who may see a slip see what is on it."""
        return request.user.has_perm("treasury.view_deposit")

    @admin.display(description=gettext_lazy("received"))
    def received(self, item):
        return date_format(item.entry.dated, "DATE_FORMAT")

    @admin.display(description=gettext_lazy("what"))
    def what(self, item):
        return item.entry.memo


@admin.register(Deposit)
class DepositAdmin(admin.CorrectedMixin, admin.ReadOnlyMixin, admin.ModelAdmin):
    """Slips taken to the bank."""

    list_display = ["deposited_on", "into", "figures", "reference", "correction"]
    list_filter = [DepositedYear]
    list_select_related = ["to_account"]
    search_fields = ["reference"]

    fields = ["deposited_on", "to_account", "amount", "reference", "by"]
    readonly_fields = ["by"]
    inlines = [DepositItemInline]

    actions = ["take_back"]
    row_actions = ["take_back"]
    page_links = (
        admin.Link(
            gettext_lazy("Deposit what was received"),
            "treasury:deposit",
            "treasury.add_deposit",
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Deposit slip (PDF)"),
            "treasury:deposit-slip",
            "treasury.view_deposit",
        ),
    )

    def row_links_of(self, request, obj):
        return () if obj.reverses_id else self.row_links

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return request.user.has_perm("treasury.add_deposit")

    @admin.display(description=gettext_lazy("into"), ordering="to_account__code")
    def into(self, deposit):
        return deposit.to_account.name

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, deposit):
        return money.figures(deposit.amount)

    @admin.display(description=gettext_lazy("recorded by"))
    def by(self, deposit):
        return deposit.recorded_by.shown_name if deposit.recorded_by else ""

    @admin.action(
        description=gettext_lazy("Take back the selected deposits"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        today, currency = timezone.localdate(), Body.objects.current().currency
        for deposit in queryset:
            with admin.rules_shown(request):
                take_back_deposit(deposit, dated=today, recorded_by=request.user)
                amount = money.in_words(deposit.amount, currency)
                told = _("Took back the deposit of %s; what was on it waits again.")
                admin.messages.success(request, told % amount)
