"""People, and the groups they speak for. No list shows how to reach anybody."""

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin, dates
from intergroup.registry.actions.forgetting import (
    forget_person,
    people_to_forget,
    withdraw_consent,
)
from intergroup.registry.models import GroupContact, Person, Representative

KEPT_MONTHS = 24  # since the last service, before somebody may be forgotten


def _since():
    return dates.add_months(timezone.localdate(), -KEPT_MONTHS)


class ServingFilter(admin.SimpleListFilter):
    """Those who speak for a group today."""

    title = _("serving")
    parameter_name = "serving"

    def lookups(self, request, model_admin):
        return [("now", _("Serving now"))]

    def queryset(self, request, queryset):
        if self.value() == "now":
            return queryset.serving_on(timezone.localdate())
        return queryset


class ForgetFilter(admin.SimpleListFilter):
    """Those who have served in nothing for a long time, and those forgotten."""

    title = _("service")
    parameter_name = "service"

    def lookups(self, request, model_admin):
        return [
            ("long-ago", _("Not for 24 months")),
            ("forgotten", _("Forgotten")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "long-ago":
            return queryset.filter(pk__in=people_to_forget(_since()).values("pk"))
        if self.value() == "forgotten":
            return queryset.filter(forgotten_on__isnull=False)
        return queryset


class RepresentationInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The groups a person speaks for or spoke for."""

    model = Representative
    fields = ["group", "is_alternate", "began_on", "ends_on"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("group", "person")


class ContactForInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The groups a person is or was a contact for."""

    model = GroupContact
    fields = ["group", "kind", "is_listed", "began_on", "ended_on"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("group", "person")


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """First name, last initial, and how to reach them in confidence."""

    list_display = ["__str__", "listing_agreed_on"]
    list_filter = [ForgetFilter]
    search_fields = ["first_name"]

    fieldsets = [
        (None, {"fields": ["first_name", "last_initial"]}),
        (_("In confidence"), {"fields": ["email", "phone"]}),
        (
            _("What this person agreed to show"),
            {
                "description": _(
                    "Each is the day on which they said so. Empty: it is not shown."
                ),
                "fields": ["listing_agreed_on", "email_agreed_on", "phone_agreed_on"],
            },
        ),
    ]
    inlines = [RepresentationInline, ContactForInline]

    actions = ["withdraw", "forget"]
    row_actions = ["withdraw", "forget"]

    def get_inlines(self, request, obj):
        """A new person has not served yet."""
        return self.inlines if obj else []

    def has_change_permission(self, request, obj=None):
        """Of one who was forgotten there is nothing to change."""
        is_forgotten = obj is not None and obj.forgotten_on
        return super().has_change_permission(request, obj) and not is_forgotten

    def get_row_actions(self, request, obj):
        """Offer what makes sense for this person now."""
        if obj.forgotten_on:
            return []
        agreed = (obj.listing_agreed_on, obj.email_agreed_on, obj.phone_agreed_on)
        may_go = people_to_forget(_since()).filter(pk=obj.pk).exists()
        offered = {"withdraw": any(agreed), "forget": may_go}
        return [name for name, is_offered in offered.items() if is_offered]

    @admin.action(
        description=_("They take back what they agreed to show"),
        on_row=_("Take back consent"),
        permissions=["change"],
    )
    def withdraw(self, request, queryset):
        for person in queryset:
            withdraw_consent(person)
            told = gettext("Nothing of %s is shown any more.") % person
            admin.messages.success(request, told)

    @admin.action(
        description=_("Forget them: this cannot be undone"),
        on_row=_("Forget this person"),
        permissions=["change"],
    )
    def forget(self, request, queryset):
        today, since = timezone.localdate(), _since()
        for person in queryset:
            with admin.rules_shown(request):
                forget_person(person, on=today, since=since)
                told = gettext("One person was forgotten.")
                admin.messages.success(request, told)


@admin.register(Representative)
class RepresentativeAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Who speaks for which group, from when to when."""

    list_display = ["group", "person", "is_alternate", "began_on", "ends_on"]
    list_filter = [ServingFilter, "is_alternate"]
    list_select_related = ["group", "person"]
    search_fields = ["=group__number", "group__name", "person__first_name"]

    fields = ["group", "person", "is_alternate", "began_on", "ends_on"]

    row_links = (
        admin.Link(
            _("Hand this service on"),
            "registry:rotate",
            "registry.change_representative",
        ),
    )

    def row_links_of(self, request, obj):
        """A term that has ended is handed on to nobody."""
        is_over = obj.ends_on and obj.ends_on <= timezone.localdate()
        return () if is_over else self.row_links

    def told(self, request, obj):
        """Warn of two who serve in the same at once."""
        others = Representative.objects.filter(
            group=obj.group, is_alternate=obj.is_alternate
        ).exclude(pk=obj.pk)
        if obj.ends_on:
            others = others.filter(began_on__lt=obj.ends_on)
        others = others.exclude(ends_on__lte=obj.began_on)
        if other := others.select_related("person").first():
            sentence = gettext(
                "Saved. %(who)s serves in the same on some of these days."
            )
            return sentence % {"who": other.person}
        return None
