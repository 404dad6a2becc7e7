"""How the directory is published: one page; and the keys to its feeds."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin, site_address
from intergroup.registry.actions.sharing import give_key
from intergroup.registry.models import Directory, SharingKey

FEEDS = ("feed-guide", "feed-tsml", "feed-csv")


@admin.register(Directory)
class DirectoryAdmin(admin.KeptMixin, admin.ModelAdmin):
    """What the public sees, and how often groups are asked."""

    list_display = ["__str__", "is_published"]

    fieldsets = [
        (
            _("Who sees what"),
            {
                "description": _(
                    "Nothing is public until you say so. The finder is at /meetings/, "
                    "the feeds for apps and other sites at /feeds/."
                ),
                "fields": [
                    "is_published",
                    "is_registration_open",
                    "is_feed_restricted",
                    "has_contacts",
                ],
            },
        ),
        (
            _("Said in every feed"),
            {
                "description": _(
                    "Name, e-mail and web site are those of the service body."
                ),
                "fields": ["phone", "territory"],
            },
        ),
        (
            _("How listings are kept fresh"),
            {"fields": ["verify_months", "answer_days", "remind_days", "hide_months"]},
        ),
        (
            _("New groups"),
            {"fields": ["pending_days", "kept_months", "welcome", "starter_kit"]},
        ),
    ]

    def has_add_permission(self, request):
        """There is one."""
        there = Directory.objects.exists()
        return super().has_add_permission(request) and not there

    def changelist_view(self, request, extra_context=None):
        """Go to the one there is."""
        directory = Directory.objects.first()
        if directory and self.has_view_permission(request, directory):
            return redirect("admin:registry_directory_change", directory.pk)
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(SharingKey)
class SharingKeyAdmin(admin.KeptMixin, admin.ModelAdmin):
    """Who may read the feeds, where they are not for everybody."""

    list_display = ["name", "made_on", "ended_on"]
    search_fields = ["name"]

    fields = ["name", "made_on", "ended_on", "addresses"]
    readonly_fields = ["made_on", "addresses"]

    def get_fields(self, request, obj=None):
        """Only for whom it is must be said: the key is made by itself."""
        return self.fields if obj else ["name"]

    def get_object(self, request, object_id, from_field=None):
        """The addresses to copy begin as the one of this page does."""
        key = super().get_object(request, object_id, from_field)
        if key:
            key.to_copy = _addresses(request, key)
        return key

    @admin.display(description=_("to copy, one of these"))
    def addresses(self, key):
        return "\n".join(key.to_copy)

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            give_key(obj, on=timezone.localdate())

    def told(self, request, obj):
        sentence = gettext("This is the address for %(name)s: %(address)s")
        address = _addresses(request, obj)[0]
        return sentence % {"name": obj.name, "address": address}


def _addresses(request, key):
    asked = urlencode({"key": key.key})
    return [
        site_address.absolute(f"{reverse(f'registry:{name}')}?{asked}", request)
        for name in FEEDS
    ]
