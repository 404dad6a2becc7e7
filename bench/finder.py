"""The public finder over 10,000 meetings, beside what was asked and a short list."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.timing import Figure, median, once, prepare_database
from intergroup.registry.models import (
    Body,
    Directory,
    Group,
    Location,
    Meeting,
    MeetingType,
)

MANY, FEW = 10_000, 100
ASKED = 0.2  # seconds, that nobody waits longer for
CHANGED = datetime(2026, 1, 1, tzinfo=UTC)
PATHS = {
    "the finder": "/meetings/",
    "its last page": "/meetings/?page=200",
    "a search by day, hour and way": "/meetings/?day=friday&time=evening&how=in-person",
    "a search by words": "/meetings/?words=hall+friday+hope",
    "a search that finds nothing": "/meetings/?day=friday&words=zzzz&open=open",
    "a meeting’s page": "/meetings/m-1/",
    "the calendar": "/meetings/calendar.ics",
}


def measure() -> Iterator[Figure]:
    """Yield each page over 10,000 meetings, and the finder beside one of a hundred."""
    fill(FEW)
    short = median(lambda: _get("/meetings/"))
    prepare_database()
    fill(MANY)
    yield Figure("the finder, cold, 10,000 meetings", once(_first), 1, 10)
    _get("/meetings/calendar.ics")
    for what, path in PATHS.items():
        taken = median(lambda path=path: _get(path))
        yield Figure(f"{what}, warm, 10,000 meetings", taken, ASKED, 1)
    taken = median(lambda: _get("/meetings/"))
    yield Figure("the finder of 10,000 beside one of 100", taken, short, 4)
    with CaptureQueriesContext(connection) as captured:
        _get("/meetings/")
    yield Figure("queries of the finder", len(captured), 1, 2, "queries")


def fill(count: int) -> None:
    """Make so many meetings, in groups of three, in a twentieth as many places."""
    Body.objects.update_or_create(pk=1, defaults={"name": "Bench Area"})
    Directory.objects.update_or_create(pk=1, defaults={"is_published": True})
    groups = [
        Group(pk=n, number=n, name=f"Group {n}", status=Group.Status.ACTIVE)
        for n in range(1, count // 3 + 1)
    ]
    Group.objects.bulk_create(groups)
    towns = count // 20
    Location.objects.bulk_create(
        Location(
            pk=n,
            name=f"Hall {n}",
            address=f"{n} Main St, Town {n % 50}, IL 61390, USA",
            region=f"Town {n % 50}",
        )
        for n in range(1, towns + 1)
    )
    Meeting.objects.bulk_create(_meetings(count, len(groups), towns))
    types = list(MeetingType.objects.values_list("pk", flat=True))
    link = Meeting.types.through
    link.objects.bulk_create(
        link(meeting_id=n, meetingtype_id=types[(n + more) % len(types)])
        for n in range(1, count + 1)
        for more in (0, 7)
    )


def _meetings(count: int, groups: int, towns: int) -> Iterator[Meeting]:
    for n in range(1, count + 1):
        hour, minute = 6 + n * 7 % 16, n % 4 * 15
        yield Meeting(
            pk=n,
            group_id=n % groups + 1,
            name=f"Friday Hope {n}",
            slug=f"m-{n}",
            day=n % 7,
            time=time(hour, minute),
            end_time=time(hour + 1, minute),
            weeks="" if n % 20 else "1,3",
            location_id=n % towns + 1,
            notes="Ring the bell by the door; the room is upstairs. " * 3,
            updated_at=CHANGED,
        )


def _first() -> None:
    _get("/meetings/")


def _get(path: str) -> None:
    response = Client(SERVER_NAME="localhost").get(path)
    assert response.status_code == 200, (path, response.status_code)
