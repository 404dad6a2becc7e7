"""Transfers: recorded, and taken back, never changed."""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.moving import record_transfer, take_back_transfer
from treasury.admin.days import refuse_future
from treasury.admin.warnings import warn_below_zero
from treasury.models import Account, Fund, Transfer


class MovedYear(admin.YearFilter):
    """The year something was moved in."""

    column = "moved_on"


@admin.register(Transfer)
class TransferAdmin(admin.CorrectedMixin, admin.AddOnlyMixin, admin.ModelAdmin):
    """What was moved."""

    list_display = ["moved_on", "purpose", "figures", "source", "target", "correction"]
    list_display_links = ["moved_on", "purpose"]
    list_filter = [MovedYear, "from_fund", "to_fund"]
    list_select_related = ["from_account", "to_account", "from_fund", "to_fund"]
    search_fields = ["purpose"]

    fieldsets = [
        (None, {"fields": ["moved_on", "amount", "purpose"]}),
        (
            gettext_lazy("From"),
            {
                "fields": ["from_account", "from_fund"],
                "description": gettext_lazy(
                    "Money that waits to be deposited leaves by a deposit slip."
                ),
            },
        ),
        (
            gettext_lazy("To"),
            {
                "fields": ["to_account", "to_fund"],
                "description": gettext_lazy(
                    "To set money apart, keep the account and choose another fund."
                ),
            },
        ),
    ]

    way_back = "entry__reversed_by__transfer"
    actions = ["take_back"]
    row_actions = ["take_back"]

    def get_queryset(self, request):
        """Return the rows, each knowing by its entry what it takes back."""
        takes_back = F("entry__reverses__transfer")
        return super().get_queryset(request).annotate(reverses_id=takes_back)

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer only funds that are open."""
        form = super().get_form(request, obj, change, **kwargs)
        for name, field in form.base_fields.items():
            if name.endswith("_fund"):
                field.queryset = Fund.objects.filter(closed_on=None)
        return form

    def get_changeform_initial_data(self, request):
        """Today, from and to the operating fund; where to, the treasurer says."""
        bank = Account.objects.by_purpose().get(Account.Purpose.BANK)
        operating = Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()
        usual = {
            "moved_on": timezone.localdate(),
            "from_account": bank,
            "to_account": bank,
            "from_fund": operating,
            "to_fund": operating,
        }
        return {**usual, **super().get_changeform_initial_data(request)}

    def has_take_back_permission(self, request):
        """Those who may record one may take one back."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, transfer):
        return money.figures(transfer.amount)

    @admin.display(description=gettext_lazy("from"))
    def source(self, transfer):
        return f"{transfer.from_account.name}, {transfer.from_fund}"

    @admin.display(description=gettext_lazy("to"))
    def target(self, transfer):
        return f"{transfer.to_account.name}, {transfer.to_fund}"

    def told(self, request, obj):
        """Say what was moved, and whence and where."""
        return _("Moved %(amount)s from %(source)s to %(target)s.") % {
            "amount": money.in_words(obj.amount, Body.objects.current().currency),
            "source": f"“{self.source(obj)}”",
            "target": f"“{self.target(obj)}”",
        }

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "moved_on")
        record_transfer(obj, recorded_by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        """Warn, once it is said that it was moved, of what is below zero now."""
        response = super().response_add(request, obj, post_url_continue)
        warn_below_zero(request, [obj.from_account], [obj.from_fund], obj.moved_on)
        return response

    @admin.action(
        description=gettext_lazy("Take back the selected transfers"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        today = timezone.localdate()
        for transfer in queryset:
            with admin.rules_shown(request):
                back = take_back_transfer(
                    transfer, dated=today, recorded_by=request.user
                )
                told = _("Took back “%s”; the first row stays.") % transfer
                admin.messages.success(request, told)
                held = ([back.from_account], [back.from_fund])
                warn_below_zero(request, *held, today)
