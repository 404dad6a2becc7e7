"""The book of motions."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.business.resources import MotionResource
from intergroup.kit import admin


class YearFilter(admin.YearFilter):
    """The year a motion is brought in."""

    column = "meeting__held_on"


@admin.register(Motion)
class MotionAdmin(admin.KeptMixin, admin.ExportAdmin):
    list_display = ["number", "title", "brought_on", "result", "count"]
    list_display_links = ["number", "title"]
    list_filter = ["result", "is_policy_change", "majority", YearFilter]
    list_select_related = ["meeting"]
    search_fields = ["number", "title", "text", "intent", "moved_by"]
    ordering = ["-meeting__held_on", "number"]

    fieldsets = [
        (None, {"fields": ["number", "title", "text", "intent"]}),
        (
            _("Brought"),
            {"fields": ["meeting", "moved_by_group", "moved_by", "seconded_by_group"]},
        ),
        (_("How it is decided"), {"fields": ["way", "majority", "base"]}),
        (
            _("Policy and money"),
            {
                "fields": [
                    "is_policy_change",
                    "consulted",
                    "policy_section",
                    "text_before",
                    "text_after",
                    "amount",
                    "budget_line",
                ],
                "classes": ["collapse"],
            },
        ),
        (_("With the groups"), {"fields": ["answers_due_on"]}),
        (
            _("Decided"),
            {
                "fields": [
                    "result",
                    "decided_at",
                    ("votes_for", "votes_against", "abstentions", "blocks"),
                ]
            },
        ),
    ]
    autocomplete_fields = [
        "meeting",
        "decided_at",
        "moved_by_group",
        "seconded_by_group",
    ]
    resource_classes = [MotionResource]
    row_links = (
        admin.Link(
            _("Its page and its steps"), "business:motion", "business.view_motion"
        ),
    )
    page_links = (
        admin.Link(_("Search the book"), "business:motions", "business.view_motion"),
        admin.Link(_("Sent in"), "business:motions-received", "business.change_motion"),
    )

    def get_readonly_fields(self, request, obj=None):
        """What follows from steps is changed by steps."""
        if obj is None or not obj.steps.exists():
            return ()
        return [name.removesuffix("_id") for name in Motion.OF_STEPS]

    @admin.display(description=_("brought on"), ordering="meeting__held_on")
    def brought_on(self, obj):
        return obj.meeting.held_on

    @admin.display(description=_("for – against – abstaining"))
    def count(self, obj):
        if not obj.is_counted:
            return ""
        return f"{obj.votes_for} – {obj.votes_against} – {obj.abstentions or 0}"
