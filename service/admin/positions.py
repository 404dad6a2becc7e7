"""Positions, with those who have served in them."""

from itertools import combinations

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.closing import save_position
from service.actions.handing_on import open_due
from service.actions.terms import begin_term
from service.actions.usual_points import put_usual_points
from service.admin.import_forms import (
    AskedMixin,
    PositionsConfirmForm,
    PositionsForm,
)
from service.admin.seen import PositionSeenMixin
from service.admin.states import OpenFilter, SeatsFilter
from service.models import Committee, HandoverPoint, Position, Term
from service.models.terms import SEAT_TAKEN
from service.reports.positions import months_in_words, rotation_in_words
from service.resources import PositionResource

ADD = "service.add_position"
SEE = "service.view_position"
FLYER = admin.Link(_("Flyer of open positions (PDF)"), "service:opportunities-pdf", SEE)
PAGE = admin.Link(_("What everybody sees"), "service:open-positions", SEE)
READY_SETS = admin.Link(_("Ready-made sets"), "service:ready-sets", ADD)
OPEN_ELECTION = admin.Link(
    _("Open an election"), "service:election-open-for", "service.add_election"
)
BEGIN = admin.Link(_("Begin with a ready-made set"), "service:ready-sets", ADD)
HELP = {
    "committee": _("Empty: it belongs to the body itself."),
    "duties": _(
        "Two or three sentences that somebody new understands. Everybody may come to "
        "read them: no names and no telephone numbers."
    ),
    "seats": _("How many people serve in it at the same time."),
    "term_months": _("24 for two years."),
    "sobriety_months": _(
        "24 for two years. Empty: none. It is a suggestion, and stops nobody."
    ),
    "most_terms": _("2: after two terms somebody else serves. Empty: no such custom."),
    "months_off": _("12: a year, before the same person serves in it again."),
    "stagger_group": _(
        "So that not all rotate at once, and somebody always knows the way."
    ),
    "has_vote": _("At the business meeting, besides the groups."),
    "alternate_of": _("Whose place it takes when they cannot come."),
    "steps_up": _("Only an alternate does."),
}


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


@admin.register(Position)
class PositionAdmin(
    AskedMixin, PositionSeenMixin, admin.KeptMixin, admin.ImportExportAdmin
):
    """What positions the body has, what each asks, and who serves."""

    list_display = ["name", "committee", "filled", "rotation", "suggested"]
    list_filter = [OpenFilter, SeatsFilter, "committee"]
    list_select_related = ["committee"]
    search_fields = ["name", "committee__name"]
    search_help_text = _("Name of the position, or of its committee")

    fieldsets = [
        (None, {"fields": ["name", "committee", "order", "duties", "email"]}),
        (
            _("Who may serve"),
            {
                "fields": ["who_may_hold", "sobriety_months", "has_vote", "role"],
                "description": _(
                    "What is suggested is told to whoever asks, and warns; it never "
                    "stops an election. No clean date is kept anywhere."
                ),
            },
        ),
        (
            _("Term and rotation"),
            {
                "fields": [
                    ("seats", "term_months"),
                    ("cycle_from", "stagger_group"),
                    "election_month",
                    ("most_terms", "months_off"),
                    "is_rotation_binding",
                    "remainder_counts",
                ]
            },
        ),
        (_("Alternate"), {"fields": [("alternate_of", "steps_up")]}),
        (
            _("Closed"),
            {
                "fields": ["closed_on"],
                "description": _(
                    "A position that is no longer needed is closed, and keeps its "
                    "history. Terms in it end first."
                ),
            },
        ),
    ]
    inlines = [TermInline, HandoverPointInline]

    page_links = (FLYER, PAGE, READY_SETS)
    empty_links = (BEGIN,)
    row_links = (OPEN_ELECTION,)
    resource_classes = [PositionResource]
    import_form_class = PositionsForm
    confirm_form_class = PositionsConfirmForm
    asked_name, asked_right = "create_committees", "service.add_committee"
    actions = ["put_points"]
    row_actions = ["put_points"]

    def get_row_actions(self, request, obj):
        """Offer the usual points while there are none."""
        names = super().get_row_actions(request, obj)
        has_points = obj.handover_points.exists()
        return [each for each in names if each != "put_points" or not has_points]

    def has_add_handoverpoint_permission(self, request):
        return request.user.has_perm("service.add_handoverpoint")

    def row_links_of(self, request, obj):
        """Offer no election to a position that the body has no longer."""
        is_closed = obj.closed_on and obj.closed_on <= timezone.localdate()
        return () if is_closed else self.row_links

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.with_serving_count(timezone.localdate())

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        """Offer committees there are, and no position as an alternate of itself."""
        kwargs.setdefault("help_texts", HELP)
        form = super().get_form(request, obj, change, **kwargs)
        if "committee" in form.base_fields:
            open_now = Committee.objects.open_on(timezone.localdate())
            own = Committee.objects.filter(pk=obj.committee_id if obj else None)
            form.base_fields["committee"].queryset = open_now | own
            others = Position.objects.exclude(pk=obj.pk if obj else None)
            form.base_fields["alternate_of"].queryset = others
        return form

    @admin.display(description=_("seats filled"))
    def filled(self, obj):
        params = {"filled": obj.serving_count, "seats": obj.seats}
        return _("%(filled)s of %(seats)s") % params

    @admin.display(description=_("term and rotation"), ordering="term_months")
    def rotation(self, obj):
        return rotation_in_words(obj)

    @admin.display(description=_("suggested sobriety"), ordering="sobriety_months")
    def suggested(self, obj):
        return months_in_words(obj.sobriety_months) if obj.sobriety_months else ""

    def save_model(self, request, obj, form, change):
        save_position(obj)

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
