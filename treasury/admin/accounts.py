"""Accounts and funds: named as the body likes, closed when empty, never deleted."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from treasury.actions.chart import keep_account, keep_fund, next_codes
from treasury.models import Account, Fund


class WhetherClosed(admin.SimpleListFilter):
    """Whether it is still in use."""

    title = gettext_lazy("use")
    parameter_name = "closed"

    def lookups(self, request, model_admin):
        return [("no", _("In use")), ("yes", _("Closed"))]

    def queryset(self, request, queryset):
        if self.value() not in {"yes", "no"}:
            return queryset
        return queryset.filter(closed_on__isnull=self.value() == "no")


class ChartMixin:
    """What accounts and funds have in common: a use, and a day of closing."""

    @admin.display(description=gettext_lazy("used by the program as"))
    def used_as(self, row):
        return row.get_purpose_display()

    def get_fields(self, request, obj=None):
        """Ask of a new one only what it needs."""
        return self.fields if obj else self.fields[: self.fields.index("used_as")]

    def told(self, request, obj):
        """Say what closing means, where it was closed just now."""
        if not obj.closed_on or "closed_on" not in request.POST:
            return None
        day = date_format(obj.closed_on, "DATE_FORMAT")
        told = _("“%(name)s” is closed on %(day)s: nothing is recorded in it any more.")
        return told % {"name": obj.name, "day": day}


@admin.register(Account)
class AccountAdmin(ChartMixin, admin.KeptMixin, admin.ModelAdmin):
    """The chart of accounts."""

    list_display = ["code", "name", "kind", "used_as", "closed_on"]
    list_display_links = ["code", "name"]
    list_filter = ["kind", WhetherClosed]
    search_fields = ["code", "name"]

    fields = ["code", "name", "kind", "used_as", "closed_on"]

    page_links = (
        admin.Link(
            gettext_lazy("Balances brought forward"),
            "treasury:opening",
            "treasury.add_transfer",
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        """An account that was used stays the kind that it is."""
        is_used = obj and (obj.purpose or obj.postings.exists())
        return ["used_as", "kind"] if is_used else ["used_as"]

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Say which codes are next, and what closing asks for."""
        form = super().get_form(request, obj, change, **kwargs)
        if "code" in form.base_fields and obj is None:
            told = [f"{Account.Kind(k).label} {c}" for k, c in next_codes().items()]
            help_text = _("The next that are free: %s.") % ", ".join(told)
            form.base_fields["code"].help_text = help_text
        if "closed_on" in form.base_fields:
            help_text = _("Only when it is empty; what it held stays in the books.")
            form.base_fields["closed_on"].help_text = help_text
        return form

    def get_changeform_initial_data(self, request):
        """With ``?kind=``, begin with the code that is next for it."""
        given = super().get_changeform_initial_data(request)
        return {"code": next_codes().get(given.get("kind"), ""), **given}

    def save_model(self, request, obj, form, change):
        keep_account(obj, today=timezone.localdate())


@admin.register(Fund)
class FundAdmin(ChartMixin, admin.KeptMixin, admin.ModelAdmin):
    """The funds."""

    list_display = ["name", "order", "used_as", "closed_on"]
    list_filter = [WhetherClosed]
    search_fields = ["name"]

    fields = ["name", "order", "used_as", "closed_on"]
    readonly_fields = ["used_as"]

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Say what the order is for, and what closing asks for."""
        form = super().get_form(request, obj, change, **kwargs)
        texts = {
            "order": _("Funds stand in this order in every list and report."),
            "closed_on": _("Only when no account holds money of it."),
        }
        for name, help_text in texts.items():
            if name in form.base_fields:
                form.base_fields[name].help_text = help_text
        return form

    def save_model(self, request, obj, form, change):
        keep_fund(obj, today=timezone.localdate())
