"""Committees, and positions with those who have served in them."""

from itertools import combinations

from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.terms import begin_term
from service.models import Committee, Position, Term
from service.models.terms import SEAT_TAKEN
from service.resources import PositionResource


class OpenFilter(admin.SimpleListFilter):
    """Positions the body has, and those it had."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("closed", _("Closed"))]

    def queryset(self, request, queryset):
        is_open = queryset.open_on(timezone.localdate()).values("pk")
        if self.value() == "open":
            return queryset.filter(pk__in=is_open)
        return queryset.exclude(pk__in=is_open) if self.value() else queryset


class TermFormSet(BaseInlineFormSet):
    """New terms, of which two in one form may claim the same seat."""

    def clean(self):
        """Refuse two new terms that share a seat and a day."""
        super().clean()
        new = [row for row in self.extra_forms if row.has_changed() and row.is_valid()]
        for one, other in combinations(new, 2):
            if one.instance.shares_a_day_with(other.instance):
                other.add_error(None, ValidationError(SEAT_TAKEN, code="seat_taken"))


class TermInline(admin.AddOnlyMixin, admin.TabularInline):
    """Who serves and has served; a new term is added here, an old one has its page."""

    model = Term
    formset = TermFormSet
    fields = ["seat", "person", "began_on", "ends_on", "filled", "elected_at"]
    can_delete = False
    show_change_link = True


@admin.register(Committee)
class CommitteeAdmin(admin.KeptMixin, admin.ExportAdmin):
    list_display = ["name", "purpose"]
    search_fields = ["name"]


@admin.register(Position)
class PositionAdmin(admin.KeptMixin, admin.ExportAdmin):
    list_display = ["name", "committee", "filled", "term_months", "sobriety_months"]
    list_filter = [OpenFilter, "committee"]
    list_select_related = ["committee"]
    search_fields = ["name"]

    fieldsets = [
        (None, {"fields": ["name", "committee", "order", "duties", "email"]}),
        (
            _("Term"),
            {"fields": ["seats", "term_months", "sobriety_months", "alternate_of"]},
        ),
        (
            _("Rights"),
            {
                "fields": ["has_vote", "role", "closed_on"],
                "description": _(
                    "Whoever serves in the position has its role in this software, "
                    "from the first day of the term to the last."
                ),
            },
        ),
    ]
    inlines = [TermInline]
    resource_classes = [PositionResource]

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.with_serving_count(timezone.localdate())

    @admin.display(description=_("seats filled"))
    def filled(self, obj):
        params = {"filled": obj.serving_count, "seats": obj.seats}
        return _("%(filled)s of %(seats)s") % params

    def save_formset(self, request, form, formset, change):
        new = [row.instance for row in formset.extra_forms if row.has_changed()]
        for term in new:
            term.position = form.instance
            begin_term(term, recorded_by=request.user)
        formset.new_objects, formset.changed_objects = new, []
        formset.deleted_objects = []
