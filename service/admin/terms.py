"""Terms: who serves, who has served, and until when."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.terms import begin_term, change_term
from service.admin.import_forms import AskedMixin, TermsConfirmForm, TermsForm
from service.models import Term
from service.resources import TermResource


class ServingFilter(admin.SimpleListFilter):
    """Who serves today, who has served, who is still to begin."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("serving", _("Serving today")),
            ("ended", _("Ended")),
            ("to-come", _("Still to begin")),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "serving":
            return queryset.serving_on(today)
        if self.value() == "ended":
            return queryset.filter(ends_on__lte=today)
        return queryset.filter(began_on__gt=today) if self.value() else queryset


@admin.register(Term)
class TermAdmin(AskedMixin, admin.KeptMixin, admin.ImportExportAdmin):
    """Who serves, who has served, and who is still to begin."""

    list_display = ["position", "person", "began_on", "until", "filled"]
    list_filter = [ServingFilter, "filled", "position"]
    list_select_related = ["position", "person"]
    search_fields = ["position__name", "person__first_name"]
    ordering = ["position__order", "position__name", "seat", "-began_on"]

    fields = [
        "position",
        "seat",
        "person",
        ("began_on", "ends_on"),
        "filled",
        "standing",
        "elected_at",
        ("is_eligible", "attested_on"),
    ]
    resource_classes = [TermResource]
    import_form_class = TermsForm
    confirm_form_class = TermsConfirmForm
    asked_name, asked_right = "create_people", "registry.add_person"

    @admin.display(description=_("until"), ordering="ends_on")
    def until(self, obj):
        return obj.last_on or _("open")

    def save_model(self, request, obj, form, change):
        if change:
            change_term(obj, changed_by=request.user)
        else:
            begin_term(obj, recorded_by=request.user)
