"""Who signs in, in which roles, and which of these no term ends.

What a role may do is kept in code.
"""

from collections.abc import Iterable

from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group as Role
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import User
from intergroup.registry.models.users import roles_by_service

admin.site.unregister(Role)


class NewUserForm(AdminUserCreationForm):
    """A new user by e-mail address, with a password or without one."""

    class Meta:
        model = User
        fields = ("email", "person")


class RightsFilter(admin.SimpleListFilter):
    """Whose rights end by themselves, and whose do not."""

    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request, model_admin):
        return [
            ("by-hand", _("Given by hand: no term ends them")),
            ("by-service", _("Through service only")),
        ]

    def queryset(self, request, queryset):
        by_hand = queryset.with_rights_by_hand().values("pk")
        if self.value() == "by-hand":
            return queryset.filter(pk__in=by_hand)
        return queryset.exclude(pk__in=by_hand) if self.value() else queryset


@admin.register(User)
class UserAdmin(admin.UserAdmin):
    """The people who sign in."""

    list_display = ["shown_name", "through_service", "by_hand", "is_active"]
    list_display += ["last_login"]
    list_filter = [RightsFilter, "is_active"]
    list_select_related = ["person"]
    search_fields = ["email", "person__first_name"]
    ordering = ["email"]

    fieldsets = [
        (None, {"fields": ["email", "password", "person", "is_active"]}),
        (_("Through service"), {"fields": ["through_service"]}),
        (
            _("By hand"),
            {
                "fields": ["groups", "is_staff", "is_superuser"],
                "description": _(
                    "Rights follow service: they come with the first day of a term, "
                    "and go with the last. What is ticked here is for people without "
                    "a position, and stays until it is taken away."
                ),
            },
        ),
        (_("Days"), {"fields": ["joined_at", "last_login"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "email",
                    "person",
                    "usable_password",
                    "password1",
                    "password2",
                ]
            },
        )
    ]
    readonly_fields = ["through_service", "joined_at", "last_login"]
    filter_horizontal = []
    add_form = NewUserForm

    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_changelist_instance(self, request):
        """Look up at once what all users of the page hold."""
        page = super().get_changelist_instance(request)
        _look_up_service(page.result_list)
        return page

    def get_object(self, request, object_id, from_field=None):
        user = super().get_object(request, object_id, from_field)
        _look_up_service([user] if user else [])
        return user

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Show the roles as boxes to tick."""
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple
            kwargs["label"] = _("Roles")
            kwargs["help_text"] = _("What a role may do stands in the documentation.")
        return db_field.formfield(queryset=Role.objects.order_by("name"), **kwargs)

    @admin.display(description=_("name"), ordering="person__first_name")
    def shown_name(self, user):
        return user.shown_name

    @admin.display(description=_("roles today"))
    def through_service(self, user):
        return ", ".join(user.by_service)

    @admin.display(description=_("by hand"))
    def by_hand(self, user):
        """Return what no term ends, in words."""
        if user.is_superuser:
            return _("everything")
        roles = [role.name for role in user.groups.all()]
        office = [gettext("the office pages")] if user.is_staff else []
        return ", ".join(roles + office)


def _look_up_service(users: Iterable[User]) -> None:
    """Hang on each user which roles they hold through service today."""
    held = roles_by_service(users, timezone.localdate())
    for user in users:
        user.by_service = held.get(user.pk, [])
