"""Bills, the papers that prove them, and checks that were spoiled."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money, papers, uploads
from intergroup.registry.models import Body
from treasury.actions.bills import request_bill
from treasury.actions.paying import void_cheque
from treasury.actions.recurring import keep_recurring
from treasury.admin.days import refuse_future
from treasury.models import (
    Account,
    Bill,
    Fund,
    Policy,
    RecurringBill,
    VoidCheque,
    Voucher,
)

ASKED = [
    "payee",
    "purpose",
    "amount",
    "account",
    "fund",
    "committee",
    "position",
    "authorised_by",
]


def _operating():
    return Fund.objects.filter(purpose=Fund.Purpose.OPERATING).first()


def _limit_in_words():
    """Say from which amount on two people approve, or nothing."""
    limit = Policy.objects.current().approval_limit
    if limit is None:
        return ""
    amount = money.in_words(limit, Body.objects.current().currency)
    return _("Above %s two people approve, and the motion is named.") % amount


class AskedMixin:
    """What the forms of a bill and of a recurring bill have in common."""

    autocomplete_fields = ["authorised_by"]

    def get_changeform_initial_data(self, request):
        usual = {"fund": _operating()}
        return {**usual, **super().get_changeform_initial_data(request)}

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer funds that are open, and tell the limit beside the amount."""
        form = super().get_form(request, obj, change, **kwargs)
        if "fund" in form.base_fields:
            form.base_fields["fund"].queryset = Fund.objects.filter(closed_on=None)
            form.base_fields["amount"].help_text = _limit_in_words()
        return form

    @admin.display(description=gettext_lazy("amount"), ordering="amount")
    def figures(self, asked):
        return money.figures(asked.amount)


def _waits_for(user):
    """Tell of each bill whether this person may approve it today."""
    waiting = Bill.objects.waiting_for(user, day=timezone.localdate())
    return Exists(waiting.filter(pk=OuterRef("pk")))


class StateFilter(admin.SimpleListFilter):
    """What waits for the one who looks, and each state."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        waits = ("mine", _("Waits for you"))
        mine = [waits] if request.user.has_perm("treasury.add_approval") else []
        return [*mine, *Bill.State.choices]

    def queryset(self, request, queryset):
        if self.value() == "mine":
            return queryset.filter(waits_for_me=True)
        return queryset.filter(state=self.value()) if self.value() else queryset


class RequestedYear(admin.YearFilter):
    """The year a bill was asked for in."""

    column = "requested_on"


class BillForm(forms.ModelForm):
    """A bill with its papers; who is paid may follow from the position."""

    papers = papers.PapersField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["payee"].required = False
        self.fields["payee"].help_text = _(
            "A business; or leave it empty, and choose the position to be paid back. "
            "Never a person’s name."
        )


@admin.register(Bill)
class BillAdmin(AskedMixin, admin.AddOnlyMixin, admin.ModelAdmin):
    """What somebody asks the body to pay; each bill has a page of its own."""

    list_display = ["requested_on", "payee", "purpose", "figures", "standing", "pay_by"]
    list_display_links = ["requested_on", "payee"]
    list_filter = [StateFilter, RequestedYear]
    search_fields = ["payee", "purpose"]

    form = BillForm
    fields = ["kind", *ASKED, "pay_by", "papers"]

    page_links = (
        admin.Link(
            gettext_lazy("Recurring bills that have come"),
            "treasury:bills-recurring",
            "treasury.add_recurringbill",
        ),
    )

    def get_queryset(self, request):
        bills = super().get_queryset(request).with_state()
        return bills.annotate(waits_for_me=_waits_for(request.user))

    def get_ordering(self, request):
        """What waits for the one who looks stands on top, if anything can."""
        if not request.user.has_perm("treasury.add_approval"):
            return ["-requested_on", "-pk"]
        return [_waits_for(request.user).desc(), "-requested_on", "-pk"]

    @admin.display(description=gettext_lazy("state"))
    def standing(self, bill):
        return render_to_string("treasury/office/bill_state.html", {"bill": bill})

    def change_view(self, request, object_id, *args, **kwargs):
        """Lead to the page of the bill."""
        if object_id.isascii() and object_id.isdecimal():
            return redirect("treasury:bill", object_id)
        return super().change_view(request, object_id, *args, **kwargs)

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        """Say so where the papers were too large to be read."""
        if uploads.is_cut(request):
            request.broken_rule = ValidationError({"papers": papers.too_much()})
        return super().changeform_view(request, object_id, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.requested_on = timezone.localdate()
        sent = form.cleaned_data["papers"]
        request_bill(obj, papers=sent, requested_by=request.user)

    def told(self, request, obj):
        amount = money.in_words(obj.amount, Body.objects.current().currency)
        facts = {"amount": amount, "payee": obj.payee}
        if obj.approvals_needed == 2:
            told = _(
                "Asked for %(amount)s for %(payee)s. Two different people approve it."
            )
            return told % facts
        return _("Asked for %(amount)s for %(payee)s. One person approves it.") % facts

    def response_post_save_add(self, request, obj):
        """Lead to the page of the new bill."""
        if obj is None:
            return super().response_post_save_add(request, obj)
        return redirect("treasury:bill", obj.pk)


@admin.register(RecurringBill)
class RecurringBillAdmin(AskedMixin, admin.KeptMixin, admin.ModelAdmin):
    """Bills that come again."""

    list_display = ["next_on", "payee", "purpose", "figures", "every_months", "ends_on"]
    list_display_links = ["next_on", "payee"]
    search_fields = ["payee", "purpose"]

    fields = [*ASKED, "next_on", "every_months", "ends_on"]

    page_links = BillAdmin.page_links

    def save_model(self, request, obj, form, change):
        keep_recurring(obj, today=timezone.localdate())

    def told(self, request, obj):
        facts = {"bill": obj, "day": date_format(obj.next_on, "DATE_FORMAT")}
        return _("“%(bill)s” is asked for next on %(day)s.") % facts


@admin.register(Voucher)
class VoucherAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Papers that prove a bill or a payment."""

    list_display = ["added_at", "name", "kind", "proves"]
    list_select_related = ["bill", "expense"]
    search_fields = ["name"]

    fields = ["name", "kind", "proves", "added_at", "by", "sha256"]
    readonly_fields = ["proves", "by"]

    row_links = (
        admin.Link(
            gettext_lazy("Show it"), "treasury:voucher", "treasury.view_voucher"
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).listed()

    @admin.display(description=gettext_lazy("belongs to"))
    def proves(self, voucher):
        return voucher.bill or voucher.expense

    @admin.display(description=gettext_lazy("added by"))
    def by(self, voucher):
        return voucher.added_by.shown_name if voucher.added_by else ""


@admin.register(VoidCheque)
class VoidChequeAdmin(admin.AddOnlyMixin, admin.ModelAdmin):
    """Spoiled checks; their numbers stay used."""

    list_display = ["number", "account", "voided_on", "reason"]
    list_select_related = ["account"]
    list_filter = ["account"]

    fields = ["account", "number", "voided_on", "reason"]

    def get_changeform_initial_data(self, request):
        usual = {"voided_on": timezone.localdate()}
        usual["account"] = Account.objects.by_purpose().get(Account.Purpose.BANK)
        return {**usual, **super().get_changeform_initial_data(request)}

    def save_model(self, request, obj, form, change):
        refuse_future(obj, "voided_on")
        void_cheque(obj, recorded_by=request.user)

    def told(self, request, obj):
        return _("Check %s is void; its number stays used.") % obj.number
