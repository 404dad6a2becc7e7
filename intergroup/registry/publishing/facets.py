"""What a published meeting can be found by: its day, hour, place, kind and language."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from intergroup.registry.models import Meeting
from intergroup.registry.publishing.published import Published
from intergroup.registry.publishing.records import PublishedMeeting, PublishedPlace

FACETS = ("day", "time", "place", "how", "open", "type", "language")
DAYS = tuple(each.name.lower() for each in Meeting.Day)
APPOINTMENT = "appointment"
PARTS_OF_THE_DAY = (  # from which hour; before the first it is still night
    (5, "morning", gettext_lazy("Morning")),
    (12, "afternoon", gettext_lazy("Afternoon")),
    (17, "evening", gettext_lazy("Evening")),
    (21, "night", gettext_lazy("Night")),
)
OPEN, CLOSED, NOT_TYPES = "O", "C", {"O", "C", "ONL"}
LANGUAGES = frozenset(  # as the meeting-list plugin has them, among the types
    (
        *("AF", "AM", "AR", "BG", "DA", "DE", "EL", "EN", "ES", "FA", "FI", "FR"),
        *("HE", "HI", "HR", "HU", "IS", "IT", "JA", "KA", "KO", "LT", "ML", "MT"),
        *("NE", "NL", "NO", "PA", "PL", "PT", "RU", "SK", "SL", "SV", "TH", "TL"),
        *("TR", "UK"),
    )
)
Attendance = Meeting.Attendance
WAYS = {
    Attendance.IN_PERSON: ("in-person",),
    Attendance.ONLINE: ("online",),
    Attendance.HYBRID: ("in-person", "online"),
    Attendance.PHONE: ("phone",),
    Attendance.ONLINE_FOR_NOW: ("online",),
}
WAYS_NAMED = (
    ("in-person", gettext_lazy("In person")),
    ("online", gettext_lazy("Online")),
    ("phone", gettext_lazy("By telephone")),
)


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """A value of a facet as it stands in an address, and what people call it."""

    order: tuple
    value: str
    label: str


def choices_of(published: Published, meeting: PublishedMeeting) -> Iterator[tuple]:
    """Yield each facet that a meeting can be found by, with the choice it is under."""
    yield "day", _day(meeting)
    if meeting.time is not None:
        yield "time", part_of_the_day(meeting.time.hour)
    for choice in _places(meeting.place):
        yield "place", choice
    for choice in _ways(meeting):
        yield "how", choice
    for code in meeting.types:
        yield from _kind(published, code)


def _day(meeting: PublishedMeeting) -> Choice:
    if meeting.day is None:
        return Choice((7,), APPOINTMENT, _("By appointment"))
    return Choice(
        (meeting.day,), DAYS[meeting.day], str(Meeting.Day(meeting.day).label)
    )


def part_of_the_day(hour: int) -> Choice:
    """Return the part of the day that an hour belongs to."""
    begun = [part for part in PARTS_OF_THE_DAY if part[0] <= hour]
    since, value, label = (begun or PARTS_OF_THE_DAY)[-1]
    return Choice((since,), value, str(label))


def _places(place: PublishedPlace | None) -> Iterator[Choice]:
    """Yield the region, or else the town, and the part of the region."""
    region = (place.region or town(place)) if place else ""
    value = slugify(region, allow_unicode=True)
    if not place or not value:
        return
    yield Choice((region, ""), value, region)
    if place.sub_region:
        part = slugify(place.sub_region, allow_unicode=True)
        label = f"{region}: {place.sub_region}"
        yield Choice((region, place.sub_region), f"{value}/{part}", label)


def town(place: PublishedPlace) -> str:
    """Return the town of an address such as 1 Main St, Springfield, IL 62701, USA."""
    parts = [part.strip() for part in place.address.split(",")]
    if len(parts) >= 4:
        return parts[-3]
    return parts[0] if place.is_approximate and len(parts) > 1 else ""


def _ways(meeting: PublishedMeeting) -> Iterator[Choice]:
    ways = {*WAYS.get(meeting.attendance, ())}
    if meeting.conference_phone:
        ways.add("phone")
    for order, (value, label) in enumerate(WAYS_NAMED):
        if value in ways:
            yield Choice((order,), value, str(label))


def _kind(published: Published, code: str) -> Iterator[tuple]:
    kind = published.types.get(code)
    if code == OPEN:
        yield "open", Choice((0,), "open", _("Open to everybody"))
    elif code == CLOSED:
        yield (
            "open",
            Choice((1,), "closed", _("Closed: for those with a desire to stop")),
        )
    elif kind and code not in NOT_TYPES:
        label = type_label(published, code)
        facet = "language" if code in LANGUAGES else "type"
        yield facet, Choice((label,), code.lower(), label)


def type_label(published: Published, code: str) -> str:
    """Return what a type is called in the reader’s language."""
    kind = published.types.get(code)
    return kind.names.get(get_language() or "", kind.name) if kind else code
