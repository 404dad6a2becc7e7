"""Spreadsheets in and out of the register."""

from django.utils import timezone

from intergroup.kit.imports import Outcome, TableResource
from intergroup.registry.feeds import tsml
from intergroup.registry.feeds.loading import load_meetings
from intergroup.registry.models import Group, Meeting


def load_today(data: bytes, **options: object) -> Outcome:
    """Import as of today, for the form and its preview."""
    return load_meetings(data, today=timezone.localdate(), **options)


class MeetingResource(TableResource):
    """Meeting lists in, and out as TSML’s spreadsheet."""

    loader = staticmethod(load_today)
    header = tsml.HEADER

    class Meta(TableResource.Meta):
        model = Meeting

    def rows(self, queryset):
        return tsml.rows(queryset)


class GroupResource(TableResource):
    """The register of groups out; nobody’s name is in it."""

    header = (
        "Number",
        "Name",
        "District",
        "HAWS number",
        "Status",
        "Started on",
        "Registered on",
        "Verified on",
        "Closed on",
        "Meetings",
    )

    class Meta(TableResource.Meta):
        model = Group

    def rows(self, queryset):
        for group in queryset.select_related("district").with_meeting_count():
            yield (
                group.number,
                group.name,
                group.district.number if group.district else None,
                group.haws_number,
                group.status,
                group.started_on,
                group.registered_on,
                group.verified_on,
                group.closed_on,
                group.meeting_count,
            )
