"""A business meeting on one page: agenda, roll call, motions, and its packet."""

from django import forms
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.business.actions.calling import prepare
from intergroup.business.actions.motions import settle
from intergroup.business.actions.rollcall import keep_roll
from intergroup.business.admin.rollcall import RollCallFormSet
from intergroup.business.models import (
    AgendaItem,
    AgendaTemplate,
    Attendance,
    BusinessMeeting,
    Motion,
    MotionStep,
)
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.reports.upcoming import plan_after
from intergroup.kit import admin
from intergroup.kit.dates import ONE_DAY

LOW = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 1, "cols": 30})}}


class MeetingForm(forms.ModelForm):
    """A meeting, and the order of business that its agenda begins with."""

    agenda_from = forms.ModelChoiceField(
        AgendaTemplate.objects.all(),
        label=_("Agenda from"),
        required=False,
        help_text=_(
            "What earlier meetings left open is carried over besides. Lines entered "
            "below go before it."
        ),
    )


class YearFilter(admin.YearFilter):
    """The year a meeting is held in."""

    column = "held_on"


class AgendaInline(admin.TabularInline):
    """The agenda, in the order of its numbers."""

    model = AgendaItem
    fields = [
        "order",
        "title",
        "is_left_open",
        "led_by",
        "minutes",
        "kind",
        "notes",
    ]
    formfield_overrides = LOW

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Give the title room for a whole line of the agenda."""
        if db_field.name == "title":
            kwargs["widget"] = forms.TextInput(attrs={"size": 40})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class RollCallInline(admin.TabularInline):
    """Who is here, one row for each group."""

    model = Attendance
    formset = RollCallFormSet
    fields = ["group", "person", "is_alternate", "has_vote"]
    autocomplete_fields = ["group", "person"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave the links beside each choice out of the rows: they hide the names."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        for verb in ("add", "change", "view", "delete"):
            if hasattr(field.widget, f"can_{verb}_related"):
                setattr(field.widget, f"can_{verb}_related", False)
        return field


class MotionRow(forms.ModelForm):
    """A row of a motion: once it has steps, they alone change its result and votes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(self.instance, "has_steps", False):
            for name in {*Motion.OF_STEPS, "majority"} & set(self.fields):
                self.fields[name].disabled = True


class MotionInline(admin.TabularInline):
    """The motions brought to this meeting; the rest of each is on its own page."""

    model = Motion
    form = MotionRow
    fk_name = "meeting"
    fields = [
        "number",
        "title",
        "result",
        "votes_for",
        "votes_against",
        "abstentions",
        "majority",
        "text",
    ]
    formfield_overrides = LOW
    can_delete = False
    show_change_link = True

    def get_queryset(self, request):
        """Say of each motion whether it has steps."""
        steps = MotionStep.objects.filter(motion=OuterRef("pk"))
        return super().get_queryset(request).annotate(has_steps=Exists(steps))


@admin.register(BusinessMeeting)
class BusinessMeetingAdmin(admin.KeptMixin, admin.ModelAdmin):
    list_display = ["held_on", "title", "place", "packet"]
    list_filter = [YearFilter]
    search_fields = ["title", "place"]

    fieldsets = [
        (
            None,
            {"fields": ["title", ("held_on", "begins_at"), "place", "conference_url"]},
        ),
        (
            _("Reports on"),
            {
                "fields": [
                    ("reports_from", "reports_to"),
                    ("reports_due_on", "motions_due_on"),
                ]
            },
        ),
        (None, {"fields": ["quorum_now"]}),
        (
            _("Quorum: as the rules had it when the meeting was planned"),
            {
                "classes": ["collapse"],
                "fields": [
                    "quorum_kind",
                    ("quorum_parts", "quorum_of"),
                    ("quorum_groups", "quorum_officers"),
                    "quorum_office",
                    "quorum_base",
                    "is_quorum_recalled",
                    "roll_size",
                ],
            },
        ),
        (
            _("When it was held"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("opened_at", "opened_by"),
                    ("closed_at", "closed_by"),
                    "observer_count",
                ],
            },
        ),
        (_("Packet"), {"fields": ["notes", "final_on"]}),
    ]
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "cols": 60})},
    }
    readonly_fields = ["quorum_now"]
    form = MeetingForm
    row_links = (
        admin.Link(_("Roll call"), "business:roll", "business.add_attendance"),
        admin.Link(_("Notice"), "business:notice", "business.add_sending"),
        admin.Link(_("Packet"), "business:packet", "business.view_businessmeeting"),
    )
    inlines = [AgendaInline, RollCallInline, MotionInline]
    change_form_template = "business/office/meeting_form.html"

    def get_changeform_initial_data(self, request):
        """Propose the meeting after the latest one: its place, its hour, its month."""
        return {**plan_after(), **super().get_changeform_initial_data(request)}

    def get_fieldsets(self, request, obj=None):
        """Offer an order of business while there is no agenda."""
        fieldsets = super().get_fieldsets(request, obj)
        may = self.has_change_permission(request, obj) or obj is None
        if not may or (obj and obj.agenda.exists()):
            return fieldsets
        (_none, first), *others = fieldsets
        return [(None, {"fields": [*first["fields"], "agenda_from"]}), *others]

    @admin.display(description=_("packet"))
    def packet(self, obj):
        return _("final") if obj.is_final else _("provisional")

    @admin.display(description=_("quorum"))
    def quorum_now(self, obj):
        return roll_call(obj).in_words if obj.pk else "–"

    def save_formset(self, request, form, formset, change):
        if formset.model is Motion:
            for row in formset.forms:
                settle(row.instance, at=form.instance)
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        meeting, today = form.instance, timezone.localdate()
        keep_roll(meeting, on=today)
        chosen = form.cleaned_data.get("agenda_from")
        prepare(meeting, template=chosen, today=today)
        after = BusinessMeeting.objects.ahead(meeting.held_on + ONE_DAY).first()
        if after:
            prepare(after, template=None, today=today)
