"""The prudent reserve: a rule asks only for what its kind needs."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin, money, office
from intergroup.registry.models import Body
from treasury.models import ReservePart, ReserveRule

LIST = "admin:treasury_reserverule_changelist"
Kind = ReserveRule.Kind
SENTENCES = {
    Kind.FIXED: gettext_lazy("The body keeps one sum, whatever it spends."),
    Kind.MONTHS: gettext_lazy(
        "The body keeps what it spends in so many months: the average of the last "
        "twelve months, or a twelfth of this year’s budget."
    ),
    Kind.BUDGET: gettext_lazy(
        "The body keeps a part of what last year’s budget gave to expenses."
    ),
    Kind.TWO_BUDGETS: gettext_lazy(
        "The body keeps a part of this year’s and last year’s budgets together."
    ),
    Kind.PARTS: gettext_lazy(
        "The body adds parts up, such as the lease and each service. The part of a "
        "position counts only while somebody serves in it."
    ),
    Kind.CAP: gettext_lazy(
        "The body keeps at most one year’s budget, what it owes, and one-time costs."
    ),
}
NEEDED = {
    Kind.FIXED: ["amount"],
    Kind.MONTHS: ["months", "basis", "leaves_out"],
    Kind.BUDGET: ["percent", "leaves_out"],
    Kind.TWO_BUDGETS: ["percent", "leaves_out"],
    Kind.PARTS: [],
    Kind.CAP: ["amount", "leaves_out"],
}
REQUIRED = {
    Kind.FIXED: "amount",
    Kind.MONTHS: "months",
    Kind.BUDGET: "percent",
    Kind.TWO_BUDGETS: "percent",
}
HELP = {
    "effective_on": gettext_lazy("The first day on which this rule holds."),
    "months": gettext_lazy("How many months the reserve should last, such as 3."),
    "basis": gettext_lazy("What was passed on is never counted as an expense."),
    "percent": gettext_lazy("Such as 25 or 33.33."),
}


def _check_places(data, *names):
    """Return the errors of amounts that the body’s currency cannot have."""
    currency, errors = Body.objects.current().currency, {}
    for name in names:
        try:
            money.check_places(data.get(name) or money.ZERO, currency)
        except ValidationError as error:
            errors[name] = error
    return errors


class ReserveRuleForm(forms.ModelForm):
    """A rule of one kind."""

    def clean(self):
        data = super().clean()
        for name, error in _check_places(data, "amount", "floor").items():
            self.add_error(name, error)
        return data


class ReservePartForm(forms.ModelForm):
    """A part, in whole units of the currency."""

    def clean(self):
        data = super().clean()
        for name, error in _check_places(data, "amount").items():
            self.add_error(name, error)
        return data


class PartsFormSet(forms.BaseInlineFormSet):
    """The parts of a rule that adds them up."""

    def clean(self):
        super().clean()
        kept = [each for each in self.forms if each not in self.deleted_forms]
        if not any(each.has_changed() or each.instance.pk for each in kept):
            raise ValidationError(_("Add one part or more."), code="no_parts")


class ReservePartInline(admin.TabularInline):
    """So much a month for so many months, while a position is filled perhaps."""

    model = ReservePart
    form = ReservePartForm
    formset = PartsFormSet
    fields = ["name", "amount", "months", "position"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 3


@admin.register(ReserveRule)
class ReserveRuleAdmin(admin.KeptMixin, admin.ModelAdmin):
    """How much is kept, from a day on."""

    list_display = ["effective_on", "kind", "motion"]
    list_select_related = ["motion__meeting"]

    form = ReserveRuleForm
    autocomplete_fields = ["motion"]

    def get_fieldsets(self, request, obj=None):
        kind = self._kind(request, obj)
        fields = ["kind", "effective_on", *NEEDED[kind], "floor", "motion"]
        return [(kind.label, {"fields": fields, "description": SENTENCES[kind]})]

    def get_inlines(self, request, obj):
        return [ReservePartInline] if self._kind(request, obj) == Kind.PARTS else []

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Ask for what the kind needs; the kind itself stays as it was chosen."""
        kind = self._kind(request, obj)
        form = super().get_form(request, obj, change, **kwargs)
        boxes = form.base_fields
        if "kind" not in boxes:
            return form
        boxes["kind"].widget = forms.HiddenInput()
        boxes["kind"].choices = [(kind.value, kind.label)]
        for name in (each for each in HELP if each in boxes):
            boxes[name].help_text = HELP[name]
        if kind in REQUIRED:
            boxes[REQUIRED[kind]].required = True
        if "leaves_out" in boxes:  # nobody adds an account from here
            boxes["leaves_out"].widget = boxes["leaves_out"].widget.widget
            boxes["leaves_out"].label_from_instance = lambda account: account.name
        for name in ("amount", "percent"):
            if name in boxes:
                boxes[name].validators.append(MinValueValidator(money.ZERO))
        return form

    def get_changeform_initial_data(self, request):
        usual = {"kind": self._kind(request), "effective_on": timezone.localdate()}
        return {**usual, **super().get_changeform_initial_data(request)}

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        """Ask for the kind first."""
        kind = request.GET.get("kind", "")
        if request.method == "GET" and kind not in Kind.values:
            admin.require(request, "treasury.add_reserverule")
            return office.page(
                request,
                "treasury/office/reserve_kinds.html",
                title=_("A rule for the prudent reserve"),
                crumbs=[(_("Reserve rules"), reverse(LIST))],
                kinds=[(k.value, k.label, SENTENCES[k]) for k in Kind],
            )
        return super().add_view(request, form_url, extra_context)

    def _kind(self, request, obj=None):
        """Return the kind of the rule; a fixed amount where nobody said."""
        asked = obj.kind if obj else request.GET.get("kind", "")
        return Kind(asked) if asked in Kind.values else Kind.FIXED
