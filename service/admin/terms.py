"""Terms: who serves, who has served, and until when."""

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.handing_on import open_due, open_handover
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
    actions = ["open_the_handover"]
    row_actions = ["open_the_handover"]

    def get_row_actions(self, request, obj):
        """Leave the hand-over out where nothing is handed on."""
        is_handed_on = obj.ends_on and not obj.is_acting
        return super().get_row_actions(request, obj) if is_handed_on else []

    def has_change_handover_permission(self, request):
        return request.user.has_perm("service.change_handover")

    @admin.display(description=_("until"), ordering="ends_on")
    def until(self, obj):
        return obj.last_on or _("open")

    def save_model(self, request, obj, form, change):
        if change:
            change_term(obj, changed_by=request.user)
        else:
            begin_term(obj, recorded_by=request.user)
        open_due(timezone.localdate(), position=obj.position)

    @admin.action(
        description=_("Open the hand-over of the selected terms"),
        on_row=_("Open the hand-over"),
        permissions=["change_handover"],
    )
    def open_the_handover(self, request, queryset):
        opened = []
        for term in queryset:
            with admin.rules_shown(request):
                opened.append(open_handover(term, on=timezone.localdate()))
        if len(opened) == 1:
            return redirect("service:handover", opened[0].pk)
        for each in opened:
            admin.messages.success(request, gettext("Open now: %s.") % each)
        return None
