"""The way to a room: an ordinary link to a map, followed only by who clicks it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from intergroup.registry.models import Meeting
from intergroup.registry.publishing import PublishedMeeting, PublishedPlace

MAP = "https://www.openstreetmap.org/"
NO_ROOM = (
    Meeting.Attendance.ONLINE,
    Meeting.Attendance.PHONE,
    Meeting.Attendance.ONLINE_FOR_NOW,
)


@dataclass(frozen=True, slots=True)
class Way:
    """Two addresses of one place: a web page with a map, and any app for maps."""

    web: str
    app: str


def room_of(meeting: PublishedMeeting) -> PublishedPlace | None:
    """Return the place, if it is a door that somebody may go to."""
    place = meeting.place
    if place is None or place.is_approximate or meeting.attendance in NO_ROOM:
        return None
    return place


def way_to(place: PublishedPlace) -> Way | None:
    """Return the way to a place, by its point on the map or else by its address."""
    named = quote(place.address)
    if place.latitude is not None and place.longitude is not None:
        point = f"{place.latitude:.5f},{place.longitude:.5f}"
        query = urlencode({"to": point})
        return Way(f"{MAP}directions?{query}", f"geo:{point}?q={named or point}")
    if not place.address:
        return None
    query = urlencode({"query": place.address})
    return Way(f"{MAP}search?{query}", f"geo:0,0?q={named}")
