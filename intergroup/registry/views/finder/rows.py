"""A meeting as it stands in a list: every word of it ready for the template."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Meeting
from intergroup.registry.publishing import Published, PublishedMeeting
from intergroup.registry.publishing.facets import NOT_TYPES, town, type_label
from intergroup.registry.publishing.occurrences import (
    clock,
    days_in_words,
    hours_in_words,
    occurrences,
    season_in_words,
    zone_in_words,
)

ATTENDANCE = Meeting.Attendance
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting in a list, in words; what does not need saying is empty."""

    meeting: PublishedMeeting
    hours: str
    zone: str
    here: str
    pattern: str
    next_on: date | None
    season: str
    where: str
    way: str
    is_room_closed: bool
    kinds: tuple[str, ...]


def row(published: Published, meeting: PublishedMeeting, held_on: date | None) -> Row:
    """Return a meeting that is next held on ``held_on`` as a row."""
    home = published.body.time_zone
    is_rare = bool(meeting.weeks) or meeting.first_on is not None
    return Row(
        meeting=meeting,
        hours=hours_in_words(meeting),
        zone=zone_in_words(meeting, home),
        here=_here(meeting, held_on, home),
        pattern=days_in_words(meeting) if meeting.weeks else "",
        next_on=held_on if is_rare else None,
        season=season_in_words(meeting),
        where=where(meeting),
        way=way(meeting),
        is_room_closed=meeting.attendance == ATTENDANCE.ONLINE_FOR_NOW,
        kinds=kinds(published, meeting),
    )


def _here(meeting: PublishedMeeting, held_on: date | None, home: str) -> str:
    """Say when that is by the body’s clock, of a meeting that has another."""
    if meeting.time_zone == home or held_on is None:
        return ""
    for each in occurrences(meeting, held_on, held_on):
        here = each.start.astimezone(ZoneInfo(home))
        if here.replace(tzinfo=None) == each.start.replace(tzinfo=None):
            return ""
        city = home.rpartition("/")[2].replace("_", " ")
        words = {"day": date_format(here, "l"), "hour": clock(here), "city": city}
        return _("%(day)s, %(hour)s in %(city)s") % words
    return ""


def where(meeting: PublishedMeeting) -> str:
    """Say where it is, as far as somebody can go there."""
    place = meeting.place
    if place is None:
        return ""
    if place.is_approximate:
        return place.region or place.address
    if meeting.attendance in (ATTENDANCE.ONLINE, ATTENDANCE.PHONE):
        return place.region or town(place)
    return ", ".join(filter(None, [place.name, place.address or place.region]))


def way(meeting: PublishedMeeting) -> str:
    """Say how people meet; in person goes without saying."""
    if meeting.attendance == ATTENDANCE.IN_PERSON:
        return ""
    return str(ATTENDANCE(meeting.attendance).label)


def kinds(published: Published, meeting: PublishedMeeting) -> tuple[str, ...]:
    """Return what its types are called, whether it is open first."""
    codes = sorted(meeting.types, key=lambda code: code not in NOT_TYPES)
    return tuple(type_label(published, code) for code in codes)


@dataclass(frozen=True, slots=True)
class Section:
    """The meetings of a day; ``count`` is all of them, not only those on this page."""

    title: str
    count: int
    rows: tuple[Row, ...]


def day_title(
    published: Published, held_on: date | None, *, is_by_appointment: bool
) -> str:
    """Name the day under which a meeting stands in the list."""
    if held_on is None:
        return _("By appointment") if is_by_appointment else _("Later")
    if held_on > published.on + A_WEEK:
        return _("Later than the next seven days")
    words = {"day": date_format(held_on, "l"), "date": date_format(held_on, "F j")}
    if held_on == published.on:
        return _("Today, %(day)s, %(date)s") % words
    if held_on == published.on + ONE_DAY:
        return _("Tomorrow, %(day)s, %(date)s") % words
    return _("%(day)s, %(date)s") % words


def moment_in_words(published: Published, start: float) -> str:
    """Say when something begins by the body’s clock: “Tomorrow at 7:30 a.m.”."""
    begins = datetime.fromtimestamp(start, ZoneInfo(published.body.time_zone))
    words = {"day": date_format(begins, "l"), "hour": clock(begins)}
    if begins.date() == published.on:
        return _("Today at %(hour)s") % words
    if begins.date() == published.on + ONE_DAY:
        return _("Tomorrow at %(hour)s") % words
    return _("%(day)s at %(hour)s") % words
