"""Committees, and positions with those who have served in them."""

from itertools import combinations

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.handing_on import open_due
from service.actions.terms import begin_term
from service.actions.usual_points import put_usual_points
from service.models import Committee, HandoverPoint, Position, Term
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


class HandoverPointInline(admin.TabularInline):
    """What is handed on with the position each time."""

    model = HandoverPoint
    fields = ["order", "title", "how"]
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 1, "cols": 50})}
    }


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
            _("Who may serve"),
            {"fields": ["who_may_hold", "sobriety_months", "has_vote", "role"]},
        ),
        (
            _("Term and rotation"),
            {
                "fields": [
                    ("seats", "term_months"),
                    ("cycle_from", "stagger_group", "election_month"),
                    ("most_terms", "months_off", "is_rotation_binding"),
                    "remainder_counts",
                ]
            },
        ),
        (_("Alternate"), {"fields": [("alternate_of", "steps_up")]}),
        (_("Closed"), {"fields": ["closed_on"]}),
    ]
    inlines = [TermInline, HandoverPointInline]
    resource_classes = [PositionResource]
    actions = ["put_points"]
    row_actions = ["put_points"]

    def get_row_actions(self, request, obj):
        """Offer the usual points while there are none."""
        names = super().get_row_actions(request, obj)
        has_points = obj.handover_points.exists()
        return [each for each in names if each != "put_points" or not has_points]

    def has_add_handoverpoint_permission(self, request):
        return request.user.has_perm("service.add_handoverpoint")

    row_links = (
        admin.Link(
            _("Open an election"), "service:election-open-for", "service.add_election"
        ),
    )

    def row_links_of(self, request, obj):
        """Offer no election to a position that the body has no longer."""
        is_closed = obj.closed_on and obj.closed_on <= timezone.localdate()
        return () if is_closed else self.row_links

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.with_serving_count(timezone.localdate())

    @admin.display(description=_("seats filled"))
    def filled(self, obj):
        params = {"filled": obj.serving_count, "seats": obj.seats}
        return _("%(filled)s of %(seats)s") % params

    def save_formset(self, request, form, formset, change):
        if formset.model is not Term:
            super().save_formset(request, form, formset, change)
            return
        new = [row.instance for row in formset.extra_forms if row.has_changed()]
        for term in new:
            term.position = form.instance
            begin_term(term, recorded_by=request.user)
        open_due(timezone.localdate(), position=form.instance)
        formset.new_objects, formset.changed_objects = new, []
        formset.deleted_objects = []

    @admin.action(
        description=_("Put the usual points to hand over on their lists"),
        on_row=_("Put the usual points on the list"),
        permissions=["add_handoverpoint"],
    )
    def put_points(self, request, queryset):
        for position in queryset:
            told = gettext("“%s” has points to hand over already.")
            if put_usual_points(position):
                told = gettext("“%s” has the usual points to hand over now.")
            admin.messages.success(request, told % position)
