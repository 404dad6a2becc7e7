"""How the directory is published: one page; and the keys to its feeds."""

from django.shortcuts import redirect

from intergroup.kit import admin
from intergroup.registry.models import Directory, SharingKey


@admin.register(Directory)
class DirectoryAdmin(admin.KeptMixin, admin.ModelAdmin):
    """What the public sees, and how often groups are asked."""

    list_display = ["__str__", "is_published"]

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

    fields = ["name", "key", "made_on", "ended_on"]
