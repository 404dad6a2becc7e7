"""The rooms, and the recovery meetings of the groups."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from django.utils.text import slugify

from intergroup.demo.actions.checking import save_all
from intergroup.demo.meetings import (
    DAYS,
    MEETINGS,
    MONTHLY,
    ONLINE_ROOM,
    SEASONAL,
    MeetingRow,
)
from intergroup.demo.places import ALDERFORD, ROOMS, Room, Town
from intergroup.demo.story import Story, chance
from intergroup.kit.dates import month_of
from intergroup.registry.models import Group, Location, Meeting, MeetingType

LINKS = (
    "https://zoom.us/j/000005550{:02}",
    "https://us02web.zoom.us/j/000005551{:02}",
    "https://meet.jit.si/ExampleHAGroup{:02}",
    "https://www.freeconferencecall.com/wall/example-ha-{:02}",
)
BY_APPOINTMENT = "Ask the H&I committee: visitors need clearance."
NO_LONGER_LISTED = {"inactive", "merged"}
LENGTHS = {"SPK": timedelta(minutes=90), "JFT": timedelta(minutes=45)}


def load_meetings(groups: Mapping[int, Group], story: Story) -> None:
    """Save the rooms and the meetings, with their types."""
    rooms = {key: _location(room) for key, room in ROOMS.items()}
    rooms[ONLINE_ROOM] = _town(ALDERFORD)
    save_all(Location, rooms.values())
    meetings = save_all(
        Meeting,
        (_meeting(row, groups[row.group], rooms[row.room], story) for row in MEETINGS),
    )
    types = {each.code: each for each in MeetingType.objects.all()}
    kinds = Meeting.types.through
    kinds.objects.bulk_create(
        kinds(meeting=meeting, meetingtype=types[code])
        for meeting, row in zip(meetings, MEETINGS, strict=True)
        for code in row.types
    )


def _location(room: Room) -> Location:
    dice = chance(room.name)
    town = room.town
    return Location(
        name=room.name,
        address=f"{room.street}, {town.name}, IL {town.zip_code}, USA",
        region=town.name,
        latitude=town.latitude + dice.randint(-900, 900) / 100_000,
        longitude=town.longitude + dice.randint(-900, 900) / 100_000,
        notes=room.notes,
    )


def _town(town: Town) -> Location:
    return Location(
        address=f"{town.name}, IL, USA",
        region=town.name,
        is_approximate=True,
        latitude=town.latitude,
        longitude=town.longitude,
    )


def _meeting(row: MeetingRow, group: Group, room: Location, story: Story) -> Meeting:
    meeting = Meeting(
        group=group,
        name=row.name or group.name,
        slug=_slug(row, group),
        day=row.day,
        time=row.begins,
        end_time=_ends(row),
        attendance=row.attendance,
        location=room,
        updated_at=_changed_at(group, story),
        venmo=group.venmo,
        paypal=group.paypal,
        weeks=MONTHLY.get(row.name, ""),
    )
    meeting.first_on, meeting.last_on = _season(row, story)
    if group.status in NO_LONGER_LISTED:
        meeting.unlisted_on = group.closed_on
    _say_how(meeting, group)
    return meeting


def _season(row: MeetingRow, story: Story) -> tuple[date | None, date | None]:
    """Return the season that is on or comes next, both days included."""
    if row.name not in SEASONAL:
        return None, None
    first, last = SEASONAL[row.name]
    year = story.today.year + (story.today.month > last)
    return date(year, first, 1), month_of(date(year, last, 1)).last


def _say_how(meeting: Meeting, group: Group) -> None:
    """Add the link or the telephone, and what one has to know."""
    if meeting.day is None:
        meeting.notes = BY_APPOINTMENT
    elif meeting.attendance in {"online", "hybrid", "online_for_now"}:
        link = LINKS[group.number % len(LINKS)]
        meeting.conference_url = link.format(group.number)
        meeting.conference_url_notes = "The room opens ten minutes before."
    elif meeting.attendance == "phone":
        meeting.conference_phone = f"+1 309 555 01{group.number:02}"
        meeting.conference_phone_notes = "Press # when asked for a code."
    elif group.number % 5 == 0:
        meeting.notes = "Park behind the building."


def _slug(row: MeetingRow, group: Group) -> str:
    when = f"{DAYS[row.day]}-{row.begins:%H%M}" if row.begins else "by-appointment"
    return f"{slugify(row.name or group.name)}-{when}"


def _ends(row: MeetingRow) -> time | None:
    """Return the end; the early riser’s meeting is short, and some never say."""
    if row.begins is None or row.group % 7 == 0:
        return None
    length = next(
        (LENGTHS[code] for code in row.types if code in LENGTHS), timedelta(hours=1)
    )
    return (datetime.combine(date(2000, 1, 1), row.begins) + length).time()


def _changed_at(group: Group, story: Story) -> datetime:
    day = group.verified_on or group.registered_on or story.today
    return datetime.combine(day, time(18), UTC)
