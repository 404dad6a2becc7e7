"""The published meetings as rows of the Meeting Guide format: the weekly ones of today.

What the readers stumble over is kept from them: a row is one day, says whether its
place is exact, has a time zone and an address, and no link that they do not know.
"""

from collections.abc import Iterator
from urllib.parse import quote

from django.core.exceptions import ValidationError

from intergroup.registry.actions.payment_names import SERVICES, payment_name
from intergroup.registry.actions.providers import provider_of
from intergroup.registry.feeds.codes import CLOSED_PLACE
from intergroup.registry.feeds.countries import country_of
from intergroup.registry.feeds.profiles import Profile
from intergroup.registry.models import Meeting
from intergroup.registry.publishing import (
    Published,
    PublishedGroup,
    PublishedMeeting,
    PublishedPlace,
)

Row = dict[str, object]
Attendance = Meeting.Attendance
CONTACTS = 3  # as many as the format has boxes for
_AS_READ = {
    Attendance.IN_PERSON: "in_person",
    Attendance.HYBRID: "hybrid",
    Attendance.ONLINE: "online",
    Attendance.PHONE: "online",
    Attendance.ONLINE_FOR_NOW: "online",
}
_NO_DOOR = frozenset((Attendance.ONLINE, Attendance.PHONE))
_OF_GROUP = ("group_notes", "website", "email", "phone", "district")
_GIVEN_BACK = (
    *("latitude", "longitude", "approximate", "location_notes", *_OF_GROUP),
    *("regions", "sub_district", "website_2", "mailing_address", "last_contact"),
    *("data_source", "data_source_name"),
)


def rows(published: Published, profile: Profile, *, meeting_page: str) -> list[Row]:
    """Return a row for each meeting that is held every week at this time.

    ``meeting_page`` is the address of a meeting’s page, with ``SLUG`` for its slug.
    """
    writer = _Writer(published, profile, meeting_page)
    return [writer.row(meeting) for meeting in of_this_week(published)]


def of_this_week(published: Published) -> Iterator[PublishedMeeting]:
    """Yield the meetings that are held every week and whose season has begun."""
    for meeting in published.meetings:
        has_begun = not meeting.first_on or meeting.first_on <= published.on
        if meeting.is_weekly and has_begun:
            yield meeting


class _Writer:
    """What is the same for many rows is made once."""

    def __init__(
        self, published: Published, profile: Profile, meeting_page: str
    ) -> None:
        self._profile = profile
        self._types = published.types
        self._page = meeting_page
        self._town = published.directory.territory
        self._of_body = _of_body(published)
        self._places: dict[int, Row] = {}
        self._groups: dict[int, Row] = {}
        self._said: dict[tuple[tuple[str, ...], str], list[str]] = {}

    def row(self, meeting: PublishedMeeting) -> Row:
        """Return the row of a meeting; what does not apply is left out."""
        written = {
            "name": meeting.name,
            "slug": meeting.slug,
            "day": meeting.day,
            "time": f"{meeting.time:%H:%M}" if meeting.time else "",
            "end_time": f"{meeting.end_time:%H:%M}" if meeting.end_time else "",
            "timezone": meeting.time_zone,
            "types": self._types_of(meeting),
            "attendance_option": _attendance(meeting),
            **self._place(meeting),
            **_conference(meeting),
            **self._group(meeting.group),
            **_handles(meeting),
            **_given_back(meeting),
            "updated": f"{meeting.updated_at:%Y-%m-%d %H:%M:%S}"
            if meeting.updated_at
            else "",
            "url": self._page.replace("SLUG", quote(meeting.slug)),
            **self._of_body,
        }
        if _is_roughly_there(meeting, written):
            written["approximate"] = "yes"
        return {name: value for name, value in written.items() if value not in _NOTHING}

    def _types_of(self, meeting: PublishedMeeting) -> list[str]:
        key = (meeting.types, meeting.attendance)
        if key not in self._said:
            self._said[key] = self._profile.types(*key, self._types)
        return self._said[key]

    def _place(self, meeting: PublishedMeeting) -> Row:
        """Return where it is; readers drop a row without any place at all."""
        place = meeting.place
        if place is None:
            return {"city": self._town or _town(meeting), "approximate": "yes"}
        if place.pk not in self._places:
            self._places[place.pk] = _place(place, self._town or _town(meeting))
        return self._places[place.pk]

    def _group(self, group: PublishedGroup | None) -> Row:
        if group is None:
            return {}
        if group.pk not in self._groups:
            self._groups[group.pk] = _group(group)
        return self._groups[group.pk]


_NOTHING = ("", None)


def _attendance(meeting: PublishedMeeting) -> str:
    """Return TSML’s word for it.

    Online at a closed place is “online for now” to whoever reads the list, which is
    more than a meeting says that is online and has the type besides.
    """
    is_settled = meeting.attendance in _NO_DOOR and CLOSED_PLACE in meeting.types
    return "" if is_settled else _AS_READ[meeting.attendance]


def _of_body(published: Published) -> Row:
    """Return who publishes the list. Of two names for its site readers know either."""
    body, directory = published.body, published.directory
    return {
        "feedback_emails": [body.email] if body.email else "",
        "entity": body.name,
        "entity_email": body.email,
        "entity_location": directory.territory,
        "entity_phone": directory.phone,
        "entity_url": body.website,
        "entity_website_url": body.website,
    }


def _place(place: PublishedPlace, town: str) -> Row:
    has_address = bool(place.address)
    return {
        "location": place.name,
        "formatted_address": place.address,
        "city": "" if has_address else place.sub_region or place.region or town,
        "country": country_of(place.address),
        "region": place.region,
        "sub_region": place.sub_region,
        "location_notes": place.notes,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "approximate": "yes" if place.is_approximate or not has_address else "no",
    }


def _town(meeting: PublishedMeeting) -> str:
    """Return the town of a time zone, for a meeting that is in no place."""
    return meeting.time_zone.rpartition("/")[2].replace("_", " ")


def _is_roughly_there(meeting: PublishedMeeting, written: Row) -> bool:
    """Tell whether readers would send people to a door that stays shut for them."""
    closed = CLOSED_PLACE in written["types"]
    return meeting.attendance in _NO_DOOR and not closed


def _conference(meeting: PublishedMeeting) -> Row:
    """Return link and telephone; a link that readers refuse stands in the notes.

    For such a link they would show the meeting as inactive, or drop the link.
    """
    url, about, notes = (
        meeting.conference_url,
        meeting.conference_url_notes,
        meeting.notes,
    )
    if url and not provider_of(url):
        notes = "\n".join(filter(None, (notes, url, about)))
        url = about = ""
    return {
        "notes": notes,
        "conference_url": url,
        "conference_url_notes": about,
        "conference_phone": meeting.conference_phone,
        "conference_phone_notes": meeting.conference_phone_notes,
    }


def _group(group: PublishedGroup) -> Row:
    row: Row = {
        "group": group.name,
        "group_notes": group.notes,
        "website": group.website,
        "email": group.email,
        "phone": group.phone,
        "district": str(group.district or ""),
        "last_contact": group.verified_on.isoformat() if group.verified_on else "",
    }
    for nth, contact in enumerate(group.contacts[:CONTACTS], start=1):
        row[f"contact_{nth}_name"] = contact.name
        row[f"contact_{nth}_email"] = contact.email
        row[f"contact_{nth}_phone"] = contact.phone
    return row


def _handles(meeting: PublishedMeeting) -> Row:
    """Return the payment names of the meeting, or of its group.

    What is no such name, and could be somebody’s e-mail address, is left out.
    """
    group = meeting.group
    said = {
        service: getattr(meeting, service) or (getattr(group, service) if group else "")
        for service in SERVICES
    }
    return {service: handle(service, text) for service, text in said.items() if text}


def handle(service: str, text: str) -> str:
    """Return a payment name as readers accept it; nothing where they would not."""
    try:
        return payment_name(service, text)
    except ValidationError:
        return ""


def _given_back(meeting: PublishedMeeting) -> Row:
    """Return what a feed said, under the names of the format that name nobody."""
    extra = meeting.extra
    if not extra:
        return {}
    return {name: extra[name] for name in _GIVEN_BACK if extra.get(name)}
