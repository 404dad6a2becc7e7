"""The shape of what a form proposes, and the same of what the register says now.

A proposal is plain JSON: ``{"group": {field: text}, "meetings": [{…}], "contacts":
[{…}]}``. Every value is text as a form sends it: a day as 2026-03-31, a time as 19:30,
a yes as "yes" and a no as "", several types as their codes in a list. A meeting that
is in the register carries its ``slug``; one that ends carries ``"gone": "yes"`` too.
Contacts are people: they are private, and in no comparison that leaves the office.

A new group says everything. A change holds only what shall be different: a field that
is not named stays as it is, and so does a meeting whose ``slug`` is not named. A
meeting without a ``slug`` is new and says everything. A pause or a close proposes
nothing. Of several days of one meeting, each is a meeting of its own.
"""

from collections.abc import Mapping
from datetime import date, time

from intergroup.registry.models import Group, Meeting

GROUP_FIELDS = (
    "name",
    "district",
    "started_on",
    "member_count",
    "language",
    "mailing_language",
    "website",
    "email",
    "phone",
    "venmo",
    "square",
    "paypal",
    "homegroup_online",
    "is_password_private",
    "notes",
)
MEETING_FIELDS = (
    "name",
    "day",
    "time",
    "end_time",
    "weeks",
    "first_on",
    "last_on",
    "time_zone",
    "attendance",
    "types",
    "location",
    "address",
    "location_notes",
    "conference_url",
    "conference_url_notes",
    "conference_phone",
    "conference_phone_notes",
    "notes",
)
CONTACT_FIELDS = (
    "kind",
    "first_name",
    "last_initial",
    "phone",
    "email",
    "postal_address",
    "is_listed",
)
OF_PLACE = {"location": "name", "address": "address", "location_notes": "notes"}

Proposal = Mapping[str, object]


def present(group: Group) -> dict[str, object]:
    """Return what the register says of a group, in the shape of a proposal.

    Its contacts are not in it.
    """
    listed = group.meetings.listed().in_week_order()
    listed = listed.select_related("location").prefetch_related("types")
    return {
        "group": {name: _said(group, name) for name in GROUP_FIELDS},
        "meetings": [present_meeting(each) for each in listed],
        "contacts": [],
    }


def present_meeting(meeting: Meeting) -> dict[str, object]:
    """Return what the register says of a meeting, in the shape of a proposal."""
    there = meeting.location
    told = {
        name: _said(meeting, name)
        for name in MEETING_FIELDS
        if name not in OF_PLACE and name != "types"
    }
    told |= {
        name: getattr(there, field) if there else "" for name, field in OF_PLACE.items()
    }
    types = sorted(each.code for each in meeting.types.all())
    return {"slug": meeting.slug, **told, "types": types}


def said(value: object) -> object:
    """Return a value as a proposal says it: text, or a list of texts."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple():
            return sorted(str(each) for each in value)
    return str(value)


def _said(row: Group | Meeting, name: str) -> object:
    """Return one field as a form would send it; a district by its number."""
    value = getattr(row, name)
    return said(getattr(value, "number", value))
