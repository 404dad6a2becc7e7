"""Second steps of signing in: seen without their secrets, and removed when lost."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from intergroup.kit import admin

# allauth’s own screens: one gives an account a second address that opens it, the other
# shows the secret of an authenticator app.
admin.site.unregister([EmailAddress, Authenticator])


@admin.register(Authenticator)
class SecondStepAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["user", "type", "created_at", "last_used_at"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    fields = ["user", "type", "created_at", "last_used_at"]

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm("mfa.delete_authenticator")
