"""The office’s own spreadsheet of meetings: TSML’s columns, in its order.

It has every meeting, published or not; what everybody may have is written by ``sheet``.
"""

from collections.abc import Callable, Iterable
from datetime import UTC

from django.db.models import QuerySet

from intergroup.registry.actions.listing.records import HANDLES
from intergroup.registry.models import Meeting

Cell = Callable[[Meeting], object]


def rows(meetings: QuerySet[Meeting]) -> Iterable[tuple[object, ...]]:
    """Yield one row for each meeting; no person is in it."""
    whole = meetings.select_related("group__district", "location")
    for meeting in whole.prefetch_related("types").in_week_order():
        yield tuple(cell(meeting) for _header, cell in COLUMNS)


def _own(name: str) -> Cell:
    return lambda meeting: getattr(meeting, name)


def _kept(name: str) -> Cell:
    """Return what a feed said that has no box of its own."""
    return lambda meeting: meeting.extra.get(name, "")


def _place(name: str, kept: str = "") -> Cell:
    def cell(meeting: Meeting) -> object:
        there = getattr(meeting.location, name) if meeting.location else ""
        return meeting.extra.get(kept, there)

    return cell


def _group(name: str, kept: str) -> Cell:
    def cell(meeting: Meeting) -> object:
        there = getattr(meeting.group, name) if meeting.group else ""
        return meeting.extra.get(kept, there)

    return cell


def _handle(name: str) -> Cell:
    def cell(meeting: Meeting) -> str:
        there = getattr(meeting.group, name) if meeting.group else ""
        return getattr(meeting, name) or there

    return cell


def _clock(name: str) -> Cell:
    def cell(meeting: Meeting) -> str:
        time = getattr(meeting, name)
        return f"{time:%H:%M}" if time else ""

    return cell


def _day(meeting: Meeting) -> str:
    """Return the day’s name in English, which every reader of the format knows."""
    return "" if meeting.day is None else Meeting.Day(meeting.day).name.capitalize()


def _types(meeting: Meeting) -> str:
    """Return names as TSML does, and the code of one whose name has a comma."""
    named = [
        each.code if "," in each.name else each.name for each in meeting.types.all()
    ]
    return ", ".join([*named, *meeting.extra.get("types", ())])


def _district(meeting: Meeting) -> object:
    district = meeting.group.district if meeting.group else None
    return meeting.extra.get("district", district.number if district else "")


def _updated(meeting: Meeting) -> str:
    at = meeting.updated_at
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if at else ""


def _last_contact(meeting: Meeting) -> str:
    day = meeting.group.verified_on if meeting.group else None
    return meeting.extra.get("last_contact", day.isoformat() if day else "")


def _approximate(meeting: Meeting) -> str:
    there = meeting.location
    said = "yes" if there and there.is_approximate else "no"
    return meeting.extra.get("approximate", said if there else "")


def _group_name(meeting: Meeting) -> str:
    return meeting.group.name if meeting.group else ""


COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("Name", _own("name")),
    ("Day", _day),
    ("Time", _clock("time")),
    ("End Time", _clock("end_time")),
    ("Types", _types),
    ("Notes", _own("notes")),
    ("Conference URL", _own("conference_url")),
    ("Conference URL Notes", _own("conference_url_notes")),
    ("Conference Phone", _own("conference_phone")),
    ("Conference Phone Notes", _own("conference_phone_notes")),
    ("Location", _place("name")),
    ("Address", _place("address")),
    ("Region", _place("region")),
    ("Sub Region", _place("sub_region")),
    ("Location Notes", _place("notes", "location_notes")),
    ("Timezone", _own("time_zone")),
    ("Group", _group_name),
    ("District", _district),
    ("Sub District", _kept("sub_district")),
    ("Website", _group("website", "website")),
    ("Website 2", _kept("website_2")),
    ("Mailing Address", _kept("mailing_address")),
    *((name.replace("_", " ").title(), _handle(name)) for name in HANDLES),
    ("Email", _group("email", "email")),
    ("Phone", _group("phone", "phone")),
    ("Group Notes", _group("notes", "group_notes")),
    ("Last Contact", _last_contact),
    ("Slug", _own("slug")),
    ("Data Source", _kept("data_source")),
    ("Data Source Name", _kept("data_source_name")),
    ("Updated", _updated),
    ("Latitude", _place("latitude", "latitude")),
    ("Longitude", _place("longitude", "longitude")),
    ("Approximate", _approximate),
    ("Attendance Option", _own("attendance")),
)
HEADER = tuple(header for header, _cell in COLUMNS)
