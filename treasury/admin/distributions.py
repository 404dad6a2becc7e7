"""Split plans, and what was passed on by them."""

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.actions.distributing import take_back_distribution
from treasury.actions.paying import unpaid
from treasury.actions.ready_plans import READY
from treasury.actions.splitting import check_whole
from treasury.models import (
    Account,
    Distribution,
    DistributionShare,
    SplitPlan,
    SplitShare,
)

USUAL_ACCOUNT = "6000"  # of the chart of accounts that every body begins with


class SharesFormSet(BaseInlineFormSet):
    """The shares of a plan, which total 100 per cent."""

    def clean(self):
        super().clean()
        if not any(self.errors):
            kept = [each for each in self.forms if each not in self.deleted_forms]
            given = [each.cleaned_data.get("percent") for each in kept]
            check_whole([percent for percent in given if percent is not None])


class UnusedMixin:
    """What stays as it is once something was passed on by it."""

    def has_change_permission(self, request, obj=None):
        is_used = obj is not None and obj.distributions.exists()
        return not is_used and super().has_change_permission(request, obj)


class SplitShareInline(UnusedMixin, admin.TabularInline):
    """Who gets which share."""

    model = SplitShare
    formset = SharesFormSet
    fields = ["recipient", "account", "percent"]

    def get_extra(self, request, obj=None, **kwargs):
        ready = READY.get(request.GET.get("ready", ""))
        return 0 if obj else len(ready.shares) if ready else 3

    def has_add_permission(self, request, obj):
        is_used = obj is not None and obj.distributions.exists()
        return not is_used and super().has_add_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        is_used = obj is not None and obj.distributions.exists()
        return not is_used and super().has_delete_permission(request, obj)


@admin.register(SplitPlan)
class SplitPlanAdmin(UnusedMixin, admin.KeptMixin, admin.ModelAdmin):
    """How what is passed on is divided; a plan that was used stays as it is."""

    list_display = ["name", "effective_on", "motion"]
    list_select_related = ["motion__meeting"]
    search_fields = ["name"]

    fields = ["name", "effective_on", "motion"]
    autocomplete_fields = ["motion"]
    inlines = [SplitShareInline]

    page_links = (
        admin.Link(
            gettext_lazy("Plans that others use"),
            "treasury:split-plans-ready",
            "treasury.add_splitplan",
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Make a new version from a day"),
            "treasury:split-plan-version",
            "treasury.add_splitplan",
        ),
    )

    def get_changeform_initial_data(self, request):
        ready = READY.get(request.GET.get("ready", ""))
        usual = {"effective_on": timezone.localdate()}
        if ready:
            usual["name"] = ready.name
        return usual

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Fill the shares in from a plan that others use, where one was chosen."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        ready = READY.get(request.GET.get("ready", ""))
        if ready and request.method == "GET" and not obj.pk:
            usual = Account.objects.open().filter(code=USUAL_ACCOUNT).first()
            kwargs["initial"] = [
                {"recipient": name, "account": usual, "percent": percent}
                for name, percent in ready.shares
            ]
        return kwargs

    def save_model(self, request, obj, form, change):
        """Hold the plan while its shares are written, and refuse one just used."""
        super().save_model(request, obj, form, change)
        if obj.distributions.exists():
            message = _("Something was passed on by this plan just now. Copy it.")
            raise ValidationError(message, code="used")


class DistributionShareInline(admin.ReadOnlyMixin, admin.TabularInline):
    """What each recipient gets, and whether it is paid."""

    model = DistributionShare
    fields = readonly_fields = ["recipient", "account", "percent", "amount", "paid"]

    def has_view_permission(self, request, obj=None):
        """Those who may see what was voted see its shares."""
        return request.user.has_perm("treasury.view_distribution")

    def get_queryset(self, request):
        shares = super().get_queryset(request).select_related("account")
        return shares.select_related("distribution__reversed_by")

    def get_formset(self, request, obj=None, **kwargs):
        self.may_pay = request.user.has_perm("treasury.add_expense")
        return super().get_formset(request, obj, **kwargs)

    @admin.display(description=gettext_lazy("paid"))
    def paid(self, share):
        """Say on which day, or lead to the page that pays it."""
        context = {
            "share": share,
            "is_open": unpaid(share) != 0,
            "is_live": not hasattr(share.distribution, "reversed_by"),
            "payment": share.payments.order_by("-pk").first(),
            "may_pay": self.may_pay,
        }
        return render_to_string("treasury/office/passing_paid.html", context)


@admin.register(Distribution)
class DistributionAdmin(admin.CorrectedMixin, admin.ReadOnlyMixin, admin.ModelAdmin):
    """What the body voted to pass on."""

    list_display = ["voted_on", "figures", "plan", "fund", "motion", "correction"]
    list_select_related = ["plan", "fund", "motion__meeting"]

    fields = ["voted_on", "amount", "plan", "fund", "motion", "entry"]
    inlines = [DistributionShareInline]

    page_links = (
        admin.Link(
            gettext_lazy("Pass on"), "treasury:passing-on", "treasury.add_distribution"
        ),
    )
    row_links = (
        admin.Link(
            gettext_lazy("Worksheet (PDF)"),
            "treasury:distribution-worksheet",
            "treasury.view_distribution",
        ),
    )
    actions = ["take_back"]
    row_actions = ["take_back"]

    def row_links_of(self, request, obj):
        return () if obj.reverses_id else self.row_links

    def get_row_actions(self, request, obj):
        """Offer to take back only what nothing is paid of."""
        is_paid = any(unpaid(each) != each.amount for each in obj.shares.all())
        return [] if is_paid else super().get_row_actions(request, obj)

    def has_take_back_permission(self, request):
        """Those who may record a vote may take it back."""
        return request.user.has_perm("treasury.add_distribution")

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, distribution):
        return money.figures(distribution.amount)

    @admin.action(
        description=gettext_lazy("Take back the selected distributions"),
        on_row=gettext_lazy("Take back"),
        permissions=["take_back"],
    )
    def take_back(self, request, queryset):
        currency = Body.objects.current().currency
        for distribution in queryset:
            with admin.rules_shown(request):
                take_back_distribution(
                    distribution,
                    dated=timezone.localdate(),
                    recorded_by=request.user,
                )
                amount = money.in_words(distribution.amount, currency)
                told = _("Took back %s that were voted; the first row stays.") % amount
                admin.messages.success(request, told)
