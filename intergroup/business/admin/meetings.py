"""A business meeting on one page: agenda, roll call, motions, and its packet."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.business.actions.motions import settle
from intergroup.business.actions.rollcall import keep_roll
from intergroup.business.admin.rollcall import RollCallFormSet
from intergroup.business.models import AgendaItem, Attendance, BusinessMeeting, Motion
from intergroup.business.reports.rollcall import roll_call
from intergroup.business.reports.upcoming import plan_after
from intergroup.kit import admin

LOW = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 1, "cols": 30})}}


class YearFilter(admin.YearFilter):
    """The year a meeting is held in."""

    column = "held_on"


class AgendaInline(admin.TabularInline):
    """The agenda, in the order of its numbers."""

    model = AgendaItem
    fields = ["order", "title", "led_by", "minutes", "notes"]
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


class MotionInline(admin.TabularInline):
    """The motions brought to this meeting; the rest of each is on its own page."""

    model = Motion
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
        (_("Reports on"), {"fields": [("reports_from", "reports_to")]}),
        (
            _("Quorum"),
            {"fields": ["quorum_now", ("quorum_parts", "quorum_of"), "roll_size"]},
        ),
        (_("Packet"), {"fields": ["notes", "final_on"]}),
    ]
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "cols": 60})},
    }
    readonly_fields = ["quorum_now"]
    inlines = [AgendaInline, RollCallInline, MotionInline]
    change_form_template = "business/office/meeting_form.html"

    def get_changeform_initial_data(self, request):
        """Propose the meeting after the latest one: its place, its hour, its month."""
        return {**plan_after(), **super().get_changeform_initial_data(request)}

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
        keep_roll(form.instance, on=timezone.localdate())
