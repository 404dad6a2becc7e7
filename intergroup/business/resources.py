"""Spreadsheets of motions, out."""

from intergroup.business.models import Motion
from intergroup.kit import admin


class MotionResource(admin.LoaderResource):
    """The book of motions, with words for what the tables keep as numbers."""

    class Meta:
        model = Motion
        fields = [
            "number",
            "title",
            "text",
            "intent",
            "meeting__held_on",
            "is_policy_change",
            "policy_section",
            "text_after",
            "amount",
            "way",
            "majority",
            "base",
            "votes_for",
            "votes_against",
            "abstentions",
            "blocks",
            "result",
            "decided_at__held_on",
        ]
        export_order = fields

    def get_queryset(self):
        return Motion.objects.select_related("meeting", "decided_at")
