"""A business meeting as one event of a calendar (RFC 5545), to take into one’s own."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY

USUAL = 120  # minutes, where the agenda does not say
AROUND = timedelta(days=400)  # the clock changes that are told
NOWHERE = "intergroup.invalid"


def announced(meeting: BusinessMeeting) -> str:
    """Return a fingerprint of day, time and place: another one is a change."""
    told = (meeting.held_on, meeting.begins_at, meeting.place, meeting.conference_url)
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def invitation(
    meeting: BusinessMeeting, *, zone: str, at: datetime, changes: int = 0
) -> bytes:
    """Return the file: ``zone`` is the body’s, ``changes`` how often it has changed.

    Its UID stays the same for good, so that a change takes the place of what was there.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Intergroup//Business meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if meeting.begins_at:
        first, last = meeting.held_on - AROUND, meeting.held_on + AROUND
        told = Timezone.from_tzinfo(
            ZoneInfo(zone), zone, first_date=first, last_date=last
        )
        calendar.add_component(told)
    calendar.add_component(_event(meeting, ZoneInfo(zone), at, changes))
    return calendar.to_ical()


def _event(
    meeting: BusinessMeeting, zone: ZoneInfo, at: datetime, changes: int
) -> Event:
    host = urlsplit(settings.SITE_URL).hostname or NOWHERE
    begins, ends = _times(meeting, zone)
    event = Event()
    event.add("uid", f"business-meeting-{meeting.pk}@{host}")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", changes)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", meeting.title)
    if where := meeting.place or meeting.conference_url:
        event.add("location", where)
    if meeting.conference_url:
        event.add("description", _("Online: %s") % meeting.conference_url)
    return event


def _times(
    meeting: BusinessMeeting, zone: ZoneInfo
) -> tuple[date | datetime, date | datetime]:
    """Return its two ends; a whole day where no hour is set."""
    if meeting.begins_at is None:
        return meeting.held_on, meeting.held_on + ONE_DAY
    begins = datetime.combine(meeting.held_on, meeting.begins_at, zone)
    planned = sum(each.minutes or 0 for each in meeting.agenda.all())
    return begins, begins + timedelta(minutes=planned or USUAL)
