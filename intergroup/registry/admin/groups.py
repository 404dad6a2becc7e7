"""Groups and districts: registered, verified, closed with a date, never deleted."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin, dates
from intergroup.registry.actions.arranging import save_group
from intergroup.registry.actions.listing import next_number
from intergroup.registry.actions.living import STEPS, steps_from
from intergroup.registry.actions.verifying import verify_group
from intergroup.registry.admin.changes import ChangesMixin
from intergroup.registry.admin.contacts import GroupContactInline
from intergroup.registry.admin.findings import LookedOverMixin
from intergroup.registry.admin.group_filters import LackingFilter
from intergroup.registry.admin.group_forms import GroupForm
from intergroup.registry.admin.hands import hand_of
from intergroup.registry.admin.seen import SeenMixin
from intergroup.registry.models import (
    Directory,
    District,
    ExternalNumber,
    Group,
    Meeting,
    Representative,
)
from intergroup.registry.resources import GroupResource

WELCOME = admin.Link(
    _("Welcome letter"), "registry:welcome-letter", "registry.change_group"
)
STEP_LINKS = {
    name: admin.Link(step.label, f"registry:group-step-{name}", "registry.change_group")
    for name, step in STEPS.items()
}
LIFE = ["status_since", "pending_until", "paused_until", "merged_into", "took_in"]


class VerifiedFilter(admin.SimpleListFilter):
    """Groups whose listing is to be confirmed, by the months of the directory."""

    title = _("verified")
    parameter_name = "verified"

    def lookups(self, request, model_admin):
        return [("old", _("Not for so long")), ("lately", _("Lately"))]

    def queryset(self, request, queryset):
        months = Directory.objects.current().verify_months
        since = dates.add_months(timezone.localdate(), -months)
        if self.value() == "old":
            return queryset.unverified_since(since)
        if self.value() == "lately":
            return queryset.filter(verified_on__gte=since)
        return queryset


class RollFilter(admin.SimpleListFilter):
    """Groups that meet, as far as anybody knows."""

    title = _("roll")
    parameter_name = "roll"

    def lookups(self, request, model_admin):
        return [("on", _("On the roll")), ("off", _("Off the roll"))]

    def queryset(self, request, queryset):
        if self.value() == "on":
            return queryset.on_the_roll()
        if self.value() == "off":
            return queryset.exclude(status__in=Group.ON_THE_ROLL)
        return queryset


class ExternalNumberInline(admin.TabularInline):
    """Numbers that others gave to the group."""

    model = ExternalNumber


class MeetingInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The group’s meetings, to be read here and changed on their own pages."""

    model = Meeting
    fields = ["day", "time", "name", "attendance", "unlisted_on"]
    show_change_link = True


class RepresentativeInline(admin.TabularInline):
    """Who speaks for the group, and who did; a term is ended, never deleted."""

    model = Representative
    fields = ["person", "is_alternate", "began_on", "ends_on"]
    autocomplete_fields = ["person"]
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "group")


@admin.register(Group)
class GroupAdmin(
    ChangesMixin, LookedOverMixin, SeenMixin, admin.KeptMixin, admin.ExportAdmin
):
    """The register of groups."""

    list_display = ["number", "name", "district", "status", "meetings", "age"]
    list_display_links = ["number", "name"]
    list_filter = [RollFilter, "status", LackingFilter, VerifiedFilter, "district"]
    list_select_related = ["district"]
    search_fields = ["=number", "name", "=haws_number", "=external_numbers__number"]
    search_help_text = _("Number or name, HAWS number, or another’s number")
    ordering = ["number"]  # counting meetings drops the model’s own

    form = GroupForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "status"),
                    "name",
                    "district",
                    "haws_number",
                    "member_count",
                    ("language", "mailing_language"),
                    "seen",
                ]
            },
        ),
        (
            _("Days"),
            {"fields": ["started_on", "registered_on", "verified_on", "closed_on"]},
        ),
        (
            _("Shown to everybody"),
            {
                "fields": [
                    "website",
                    "email",
                    "phone",
                    "notes",
                    "is_password_private",
                ]
            },
        ),
        (
            _("Seventh Tradition"),
            {
                "description": _("Names at the services, not web addresses."),
                "fields": [("venmo", "square"), ("paypal", "homegroup_online")],
            },
        ),
    ]
    inlines = [
        MeetingInline,
        RepresentativeInline,
        GroupContactInline,
        ExternalNumberInline,
    ]

    resource_classes = [GroupResource]
    row_links = (WELCOME,)
    actions = ["verify"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_meeting_count()

    def get_readonly_fields(self, request, obj=None):
        """A number is permanent, and a status changes by the steps of its life."""
        led = ["number", "status", "closed_on", *LIFE]
        return [*led, "history"] if obj else []

    def save_model(self, request, obj, form, change):
        save_group(obj, hand=hand_of(request))

    def get_fieldsets(self, request, obj=None):
        """A new group has had no life yet."""
        led = (_("Its life, step by step"), {"fields": LIFE})
        past = (_("What changed lately"), {"fields": ["history"]})
        first, *others = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            names = [each for each in first[1]["fields"] if each != "seen"]
            first = (first[0], {"fields": names})
        return [first, led, *others, past] if obj else [first, *others]

    def row_links_of(self, request, obj):
        """Offer the steps that a group of this status may take."""
        steps = (STEP_LINKS[name] for name in steps_from(obj.status))
        return (*steps, *super().row_links_of(request, obj))

    def get_inlines(self, request, obj):
        """A new group has no meetings yet."""
        return self.inlines if obj else [RepresentativeInline, ExternalNumberInline]

    def get_changeform_initial_data(self, request):
        """Propose the next number, and today."""
        return {
            "number": next_number(),
            "registered_on": timezone.localdate(),
            **super().get_changeform_initial_data(request),
        }

    @admin.display(description=_("said to be right"), ordering="verified_on")
    def age(self, group):
        """Tell how old the listing is."""
        today = timezone.localdate()
        if not group.verified_on or group.verified_on >= today:
            return group.verified_on and gettext("today")
        return gettext("%s ago") % timesince(group.verified_on, today, depth=1)

    @admin.display(description=_("meetings"), ordering="meeting_count")
    def meetings(self, group):
        return group.meeting_count

    @admin.display(description=_("merged into it"))
    def took_in(self, group):
        return ", ".join(str(each) for each in group.merged_from.all()) or "–"

    @admin.action(
        description=_("The chosen groups said today: our listing is right"),
        permissions=["change"],
    )
    def verify(self, request, queryset):
        today = timezone.localdate()
        for group in queryset:
            with admin.rules_shown(request):
                verify_group(group, on=today, verified_by=request.user)
                told = gettext("Verified today: “%s”.") % group
                admin.messages.success(request, told)


@admin.register(District)
class DistrictAdmin(admin.ModelAdmin):
    """The parts of the body’s territory."""

    list_display = ["number", "name", "on_the_roll"]
    list_display_links = ["number", "name"]
    search_fields = ["=number", "name"]
    ordering = ["number"]

    fields = ["number", "name"]

    def get_queryset(self, request):
        meets = Q(groups__status__in=Group.ON_THE_ROLL)
        counted = Count("groups", filter=meets)
        return super().get_queryset(request).annotate(group_count=counted)

    @admin.display(description=_("groups on the roll"), ordering="group_count")
    def on_the_roll(self, district):
        return district.group_count
