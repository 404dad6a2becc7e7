"""Who signs in, and in which roles; what a role may do is kept in code."""

from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group as Role
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import User

admin.site.unregister(Role)


class NewUserForm(AdminUserCreationForm):
    """A new user by e-mail address, with a password or without one."""

    class Meta:
        model = User
        fields = ("email", "person")


@admin.register(User)
class UserAdmin(admin.UserAdmin):
    """The people who sign in."""

    list_display = ["shown_name", "roles", "is_active", "is_staff", "last_login"]
    list_filter = ["groups", "is_active", "is_staff"]
    list_select_related = ["person"]
    search_fields = ["email", "person__first_name"]
    ordering = ["email"]

    fieldsets = [
        (None, {"fields": ["email", "password", "person"]}),
        (_("Service"), {"fields": ["groups", "is_staff", "is_active", "is_superuser"]}),
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
    readonly_fields = ["joined_at", "last_login"]
    filter_horizontal = []
    add_form = NewUserForm

    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

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

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(role.name for role in user.groups.all())
