"""How the body handles its money, and the limit for a member."""

from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money
from intergroup.registry.models import Body
from treasury.models import Policy, YearlyLimit


@admin.register(Policy)
class PolicyAdmin(admin.KeptMixin, admin.ModelAdmin):
    """How we handle money: one row, which is written once and then changed."""

    fieldsets = [
        (
            gettext_lazy("Bills"),
            {"fields": ["approval_limit"]},
        ),
        (
            gettext_lazy("Receipts"),
            {
                "fields": [
                    "receipt_words",
                    "is_tax_sentence_printed",
                    "tax_sentence",
                ],
                "description": gettext_lazy(
                    "Your own words stand on every receipt. The tax sentence is "
                    "printed only while its switch is on."
                ),
            },
        ),
        (
            gettext_lazy("Money from outside"),
            {
                "fields": ["refusal_words"],
                "description": gettext_lazy(
                    "These words stand in the letter that goes back with the money."
                ),
            },
        ),
        (
            gettext_lazy("Contributions by group"),
            {
                "fields": ["is_every_group_listed"],
                "description": gettext_lazy(
                    "Off: the report lists only groups with a figure in the period. "
                    "Either way nothing is said of a month without one."
                ),
            },
        ),
    ]

    def has_add_permission(self, request):
        """Let it be written while there is none: there is one policy."""
        return super().has_add_permission(request) and not Policy.objects.exists()

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(YearlyLimit)
class YearlyLimitAdmin(admin.KeptMixin, admin.ModelAdmin):
    """The yearly limit for a member, which warns and stops nobody."""

    list_display = ["effective_on", "currency", "figures"]

    fields = ["effective_on", "currency", "amount"]

    def get_changeform_initial_data(self, request):
        """The body’s own currency."""
        usual = {"currency": Body.objects.current().currency}
        return {**usual, **super().get_changeform_initial_data(request)}

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, limit):
        return money.figures(limit.amount) or gettext_lazy("no limit")
