"""What changed in the register, to be read: in words, and by whom."""

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import ListingChange
from intergroup.registry.reports.history import Words

SHOWN = 12


@admin.register(ListingChange)
class ListingChangeAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Every change, the latest first."""

    list_display = [
        "changed_on",
        "about",
        "what",
        "was",
        "became",
        "way",
        "reason",
        "changed_by",
    ]
    list_display_links = None
    list_filter = ["way", "kind"]
    list_select_related = ["group", "meeting", "changed_by__person"]
    search_fields = ["=group__number", "group__name", "meeting__name"]
    search_help_text = _("Number or name of the group, or name of the meeting")

    def get_changelist_instance(self, request):
        """Look up what the page’s changes point to, a few queries for all of them."""
        page = super().get_changelist_instance(request)
        words = Words()
        words.learn(page.result_list)
        for each in page.result_list:
            each.words = words
        return page

    @admin.display(description=_("of"))
    def about(self, change):
        """Lead to the group and the meeting."""
        context = {"group": change.group, "meeting": change.meeting}
        return render_to_string("registry/office/arranging/about.html", context)

    @admin.display(description=_("what"))
    def what(self, change):
        return change.words.what(change)

    @admin.display(description=_("before"))
    def was(self, change):
        return change.words.value(change, change.before)

    @admin.display(description=_("after"))
    def became(self, change):
        return change.words.value(change, change.after)


class ChangesMixin:
    """Shows the last changes on the page of a row, and all of them on its history.

    Put ``history`` on the page.
    """

    @admin.display(description=_("last changes"))
    def history(self, row):
        return _told(row, SHOWN)

    def history_view(self, request, object_id, extra_context=None):
        """Tell what the register wrote down, and below it what forms were saved."""
        row = self.get_object(request, object_id)
        if row and self.has_view_permission(request, row):
            extra_context = {"past": _told(row), **(extra_context or {})}
        return super().history_view(request, object_id, extra_context)


def _told(row, shown=None):
    """Return the changes of a row in words, the latest first; ``shown`` of them."""
    words = Words()
    found = row.changes.select_related("meeting", "changed_by__person")
    changes = list(found[: shown and shown + 1])
    lines = [
        {
            "change": each,
            "what": words.what(each),
            "before": words.value(each, each.before),
            "after": words.value(each, each.after),
        }
        for each in changes[:shown]
    ]
    context = {
        "lines": lines,
        "is_group": not hasattr(row, "slug"),
        "has_more": len(changes) > len(lines),
    }
    return render_to_string("registry/office/arranging/changes.html", context)
