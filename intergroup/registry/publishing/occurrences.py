"""When a published meeting is held: its days, its next times, and the words for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Meeting
from intergroup.registry.publishing.records import PublishedMeeting

ONE_WEEK = timedelta(days=7)
USUAL_LENGTH = timedelta(hours=1)  # what the Meeting Guide assumes, too
FAR = timedelta(days=3 * 366)  # a fifth Friday of a short season may be that rare


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a meeting is held, in its own time zone; ``end`` is no part of it."""

    start: datetime
    end: datetime


def days(meeting: PublishedMeeting, first: date, last: date) -> Iterator[date]:
    """Yield the days from ``first`` to ``last``, both included, on which it is held."""
    if meeting.day is None:
        return
    first = max(first, meeting.first_on or first)
    last = min(last, meeting.last_on or last)
    day = first + timedelta(days=(meeting.day - first.isoweekday()) % 7)
    while day <= last:
        if not meeting.weeks or _weeks_of(day) & set(meeting.weeks.split(",")):
            yield day
        day += ONE_WEEK


def _weeks_of(day: date) -> set[str]:
    """Return the weeks of the month that a day is in: ``5`` and ``L`` may be one."""
    last = {Meeting.Week.LAST.value} if (day + ONE_WEEK).month != day.month else set()
    return {str((day.day - 1) // 7 + 1)} | last


def occurrences(
    meeting: PublishedMeeting, first: date, last: date
) -> Iterator[Occurrence]:
    """Yield the times it begins from ``first`` to ``last``, both included.

    A meeting by appointment, or without a time, has none. One that ends earlier in the
    day than it begins ends on the next day. Hours are those of the clock on the wall.
    """
    if meeting.time is None:
        return
    zone = ZoneInfo(meeting.time_zone)
    for day in days(meeting, first, last):
        start = datetime.combine(day, meeting.time, zone)
        yield Occurrence(start, _end(meeting, start))


def _end(meeting: PublishedMeeting, start: datetime) -> datetime:
    if meeting.end_time is None:
        return start + USUAL_LENGTH
    later = ONE_DAY if meeting.end_time <= start.time() else timedelta()
    return datetime.combine(start.date() + later, meeting.end_time, start.tzinfo)


def upcoming(
    meeting: PublishedMeeting, now: datetime, count: int
) -> tuple[Occurrence, ...]:
    """Return the next ``count`` times that are not over at ``now``, the nearest first.

    Of a meeting that is rarely held, those of the next three years.
    """
    today = now.astimezone(ZoneInfo(meeting.time_zone)).date()
    since = max(today - ONE_DAY, meeting.first_on or date.min)
    ahead = occurrences(meeting, since, since + FAR)
    return tuple(islice((each for each in ahead if each.end > now), count))


def in_words(meeting: PublishedMeeting, home: str = "") -> str:
    """Say when it is held: “First Friday of the month, 7:30 p.m. – 8:30 p.m.”.

    A time zone that is not ``home`` is named; without ``home`` none is.
    """
    parts = [
        days_in_words(meeting),
        " ".join(filter(None, [hours_in_words(meeting), zone_in_words(meeting, home)])),
        season_in_words(meeting),
    ]
    return ", ".join(filter(None, parts))


def days_in_words(meeting: PublishedMeeting) -> str:
    """Say on which days: “Every Friday”, “First and last Friday of the month”."""
    if meeting.day is None:
        return _("By appointment")
    day = Meeting.Day(meeting.day).label
    if not meeting.weeks:
        return _("Every %(day)s") % {"day": day}
    weeks = [str(Meeting.Week(each).label) for each in meeting.weeks.split(",")]
    *others, last = weeks
    listed = (
        _("%(weeks)s and %(last)s") % {"weeks": ", ".join(others), "last": last}
        if others
        else last
    )
    said = _("%(weeks)s %(day)s of the month") % {"weeks": listed, "day": day}
    return capfirst(said)


def hours_in_words(meeting: PublishedMeeting) -> str:
    """Say at which hours: “7:30 p.m. – 8:30 p.m.”; nothing where none is known."""
    hours = [each for each in (meeting.time, meeting.end_time) if each is not None]
    return " – ".join(map(clock, hours)) if meeting.time is not None else ""


def clock(hour: time | datetime) -> str:
    """Show a time of day as people say it: “7:30 p.m.”."""
    return date_format(hour, "TIME_FORMAT")


def zone_in_words(meeting: PublishedMeeting, home: str) -> str:
    """Name the time zone after its city, where it is not ``home``."""
    if not home or meeting.time_zone == home or meeting.time is None:
        return ""
    city = meeting.time_zone.rpartition("/")[2].replace("_", " ")
    return _("%(city)s time") % {"city": city}


def season_in_words(meeting: PublishedMeeting) -> str:
    """Say from when and until when, of a meeting that is not held all the time."""
    first, last = (
        date_format(each, "DATE_FORMAT") if each else ""
        for each in (meeting.first_on, meeting.last_on)
    )
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("from %(first)s on") % {"first": first}
    return _("until %(last)s") % {"last": last} if last else ""
