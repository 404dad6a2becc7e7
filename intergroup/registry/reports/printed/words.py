"""A meeting’s day, clock, season and way in, in the few words there is room for."""

from datetime import date, time
from urllib.parse import urlsplit

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from intergroup.registry.models import Meeting
from intergroup.registry.publishing import PublishedMeeting, PublishedPlace

LONGEST_LINK = 64
Attendance = Meeting.Attendance


def day_name(day: int | None) -> str:
    """Return Sunday for 0, and what it says where there is no day."""
    if day is None:
        return _("By appointment")
    return str(WEEKDAYS[(day - 1) % 7])


def short_day(day: int | None) -> str:
    """Return Sun for 0, and nothing where there is no day."""
    return "" if day is None else str(WEEKDAYS_ABBR[(day - 1) % 7])


def clock(at: time | None) -> str:
    """Return 7:30 pm, noon or midnight; nothing where no time is known."""
    if at is None:
        return ""
    if at in (time(12), time(0)):
        return _("noon") if at.hour else _("midnight")
    return time_format(at, pgettext("a time of day in print", "g:i A")).lower()


def weeks(meeting: PublishedMeeting) -> str:
    """Return 1st & 3rd Fri, or nothing for every week."""
    if meeting.is_weekly:
        return ""
    ordinals = {
        "1": _("1st"),
        "2": _("2nd"),
        "3": _("3rd"),
        "4": _("4th"),
        "5": _("5th"),
        "L": pgettext("of a month’s Fridays", "last"),
    }
    said = " & ".join(ordinals[each] for each in meeting.weeks.split(","))
    return f"{said} {short_day(meeting.day)}"


def season(meeting: PublishedMeeting, on: date) -> str:
    """Return from when and until when it is held, as far as that is still ahead."""
    begins = meeting.first_on and meeting.first_on > on
    params = {
        "first": date_format(meeting.first_on, "DATE_FORMAT") if begins else "",
        "last": date_format(meeting.last_on, "DATE_FORMAT") if meeting.last_on else "",
    }
    if params["first"] and params["last"]:
        return _("from %(first)s to %(last)s") % params
    if params["first"]:
        return _("from %(first)s") % params
    return _("until %(last)s") % params if params["last"] else ""


def way_in(meeting: PublishedMeeting) -> list[str]:
    """Return how it is joined from afar: by what link, and by what telephone."""
    if meeting.attendance == Attendance.IN_PERSON:
        return []
    how = str(Attendance(meeting.attendance).label)
    link = [link_in_short(meeting.conference_url), meeting.conference_url_notes]
    phone = [meeting.conference_phone, meeting.conference_phone_notes]
    ways = [" · ".join(filter(None, map(_plain, way))) for way in (link, phone)]
    first, *others = [each for each in ways if each] or [""]
    return [f"{how}: {first}" if first else how, *others]


def link_in_short(url: str) -> str:
    """Return a link as somebody may type it: without what only machines need."""
    if not url:
        return ""
    parts = urlsplit(url)
    host = parts.netloc.removeprefix("www.")
    whole = f"{host}{parts.path}".rstrip("/")
    return whole if len(whole) <= LONGEST_LINK else host


def where(place: PublishedPlace | None, country: str) -> str:
    """Return name and address in one line, without the country that all are in."""
    if place is None:
        return ""
    address = place.address.removesuffix(f", {country}") if country else place.address
    if address in ("", place.name):
        return place.name or place.region
    return ", ".join(filter(None, [place.name, address]))


def common_country(places: set[str]) -> str:
    """Return the last part of these addresses, if it is the same in all of them."""
    lasts = {each.rpartition(", ")[2] for each in places if ", " in each}
    country = lasts.pop() if len(lasts) == 1 else ""
    return country if not any(each.isdigit() for each in country) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def notes(meeting: PublishedMeeting) -> str:
    """Return what the meeting and its place say of themselves."""
    of_place = meeting.place.notes if meeting.place else ""
    said = [_plain(meeting.notes), _plain(of_place)]
    return " · ".join(dict.fromkeys(each for each in said if each))
