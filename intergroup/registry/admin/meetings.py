"""Meetings: several days in one edit, copied, taken off the list and put back."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.actions.arranging import (
    add_meetings,
    change_meeting,
    put_back,
    siblings,
    take_off,
)
from intergroup.registry.admin.changes import ChangesMixin
from intergroup.registry.admin.findings import LookedOverMixin
from intergroup.registry.admin.hands import hand_of
from intergroup.registry.admin.import_forms import (
    ListConfirmForm,
    ListFile,
    ListImportForm,
)
from intergroup.registry.admin.meeting_filters import (
    HasGroupFilter,
    ListedFilter,
    PatternFilter,
)
from intergroup.registry.admin.meeting_forms import (
    NEW_PLACE,
    KnownMeetingForm,
    NewMeetingForm,
)
from intergroup.registry.admin.seen import SeenMixin
from intergroup.registry.models import IN_WEEK_ORDER, Meeting
from intergroup.registry.resources import MeetingResource

CONFERENCE = ["conference_url", "conference_url_notes"]
CONFERENCE += ["conference_phone", "conference_phone_notes"]
COPIED = ["name", "group", "time", "end_time", "weeks", "first_on", "last_on"]
COPIED += ["time_zone", "attendance", "location", "notes", *CONFERENCE]
COPIED += ["venmo", "square", "paypal", "homegroup_online"]


@admin.register(Meeting)
class MeetingAdmin(
    ChangesMixin, LookedOverMixin, SeenMixin, admin.KeptMixin, admin.ImportExportAdmin
):
    """The meeting list."""

    list_display = ["name", "day", "time", "group", "attendance", "location"]
    list_filter = [
        ListedFilter,
        HasGroupFilter,
        "day",
        "attendance",
        PatternFilter,
        "group__district",
    ]
    list_select_related = ["group", "location"]
    search_fields = ["name", "group__name", "=group__number", "location__name"]
    search_help_text = _("Name of the meeting, of its group or of its place")
    ordering = IN_WEEK_ORDER

    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["shared_place", "unlisted_on", "updated_at", "extra", "history"]
    autocomplete_fields = ["group", "location"]

    resource_classes = [MeetingResource]
    import_format = ListFile
    import_form_class = ListImportForm
    confirm_form_class = ListConfirmForm
    actions = ["copy", "take_off", "put_back"]
    row_actions = ["copy", "take_off", "put_back"]

    def get_form(self, request, obj=None, change=None, **kwargs):
        kwargs["form"] = KnownMeetingForm if obj else NewMeetingForm
        return super().get_form(request, obj, change, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A new type is made on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "types":
            field.widget.can_add_related = False
        return field

    def get_fieldsets(self, request, obj=None):
        """Leave out what is only asked where one who only reads is looking."""
        may = self.has_change_permission(request, obj) if obj else True
        where = ["attendance", "location", *(["shared_place"] if obj else [])]
        where += [*NEW_PLACE, *CONFERENCE] if may else CONFERENCE
        what = ["name", "slug", "group"]
        return [
            (None, {"fields": [*what, "is_another", "seen"] if may else what}),
            (_("When"), {"fields": _when(obj)}),
            (_("Where"), {"fields": where}),
            (_("What kind"), {"fields": ["types", "notes"]}),
            (
                _("Seventh Tradition"),
                {
                    "classes": ["collapse"],
                    "description": _(
                        "Only where the meeting’s differ from its group’s."
                    ),
                    "fields": ["venmo", "square", "paypal", "homegroup_online"],
                },
            ),
            *_last(obj, may=may),
        ]

    def get_prepopulated_fields(self, request, obj=None):
        """An address on the web that is known stays as it is."""
        return {} if obj else self.prepopulated_fields

    def get_readonly_fields(self, request, obj=None):
        """Links, prints and lists of others know a meeting by its address."""
        return [*self.readonly_fields, "slug"] if obj else self.readonly_fields

    def get_changeform_initial_data(self, request):
        """Begin with what another meeting says, where one is to be copied."""
        initial = super().get_changeform_initial_data(request)
        copied = Meeting.objects.filter(pk=_number(initial.pop("copy", ""))).first()
        if copied is None:
            return initial
        values = {
            name: getattr(copied, Meeting._meta.get_field(name).attname)
            for name in COPIED
        }
        types = list(copied.types.values_list("pk", flat=True))
        return {**values, "types": types, **initial}

    def get_import_resource_kwargs(self, request, **kwargs):
        """Hand on whose list it is, and whether what has gone is taken off."""
        form = kwargs["form"]
        is_good = form.is_bound and form.is_valid()
        return {"asked": form.asked()} if is_good else {}

    def get_confirm_form_initial(self, request, import_form):
        initial = super().get_confirm_form_initial(request, import_form)
        if import_form is not None:
            initial["source_name"] = import_form.asked()["source"]
        return initial

    def get_row_actions(self, request, obj):
        """Offer to take it off the list, or to put it back."""
        return ["copy", "put_back" if obj.unlisted_on else "take_off"]

    @admin.display(description=_("meetings there"))
    def shared_place(self, meeting):
        """Tell that a place is shared, before somebody changes it for all."""
        count = meeting.location.meetings.listed().count() if meeting.location else 0
        told = ngettext(
            "%(count)s meeting is held at this place.",
            "%(count)s meetings are held at this place: who changes the place changes "
            "it for all of them.",
            count,
        )
        return told % {"count": count} if count else ""

    def save_model(self, request, obj, form, change):
        chosen = form.cleaned_data
        days = chosen.get("more_days" if change else "days") or []
        options = {
            "types": chosen["types"],
            "days": [int(each) for each in days],
            "hand": hand_of(request),
        }
        if change:
            alike = chosen.get("also") or []
            request.alike = len(alike)
            request.added = change_meeting(obj, also=alike, **options)
        else:
            request.alike = 0
            request.added = add_meetings(obj, **options)

    def told(self, request, obj):
        """Say on which days it was added, and how many others were changed alike."""
        added = [each for each in request.added if each.day is not None]
        days = [str(Meeting.Day(each.day).label) for each in added]
        said = []
        if len(days) > 1 or (days and obj not in request.added):
            told = gettext("“%(name)s” was added on %(days)s.")
            said.append(told % {"name": obj, "days": ", ".join(days)})
        if request.alike:
            told = ngettext(
                "It was changed, and %s other meeting with it.",
                "It was changed, and %s other meetings with it.",
                request.alike,
            )
            said.append(told % request.alike)
        return " ".join(said) or None

    @admin.action(
        description=_("Copy the chosen meeting"),
        on_row=_("Copy this meeting"),
        permissions=["add"],
    )
    def copy(self, request, queryset):
        chosen = list(queryset[:2])
        if len(chosen) > 1:
            told = gettext("Choose one meeting to copy.")
            admin.messages.error(request, told)
            return None
        address = reverse("admin:registry_meeting_add")
        return HttpResponseRedirect(f"{address}?{urlencode({'copy': chosen[0].pk})}")

    @admin.action(
        description=_("Take the chosen meetings off the list"),
        on_row=_("Take it off the list"),
        permissions=["change"],
    )
    def take_off(self, request, queryset):
        count = take_off(queryset, hand=hand_of(request))
        told = gettext("Taken off the list: %s.") % count
        admin.messages.success(request, told)

    @admin.action(
        description=_("Put the chosen meetings back on the list"),
        on_row=_("Put it back on the list"),
        permissions=["change"],
    )
    def put_back(self, request, queryset):
        count = put_back(queryset, hand=hand_of(request))
        told = gettext("Put back on the list: %s.") % count
        admin.messages.success(request, told)


def _when(obj):
    day = "day" if obj else "days"
    return [
        day,
        ("time", "end_time"),
        "weeks",
        ("first_on", "last_on"),
        "time_zone",
    ]


def _last(obj, *, may):
    """Return the boxes for other days, and what is only read."""
    if obj is None:
        return []
    ticks = ["also", "more_days"] if siblings(obj).exists() else ["more_days"]
    others = [(_("Other days"), {"fields": ticks})] if may else []
    read = {"fields": ["unlisted_on", "updated_at", "extra", "history"]}
    return [*others, (_("In the list"), read)]


def _number(text):
    return int(text) if text.isdecimal() else None
