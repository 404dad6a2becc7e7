"""The printed directory of 2,000 meetings, beside WeasyPrint alone on the same text."""

from collections.abc import Iterator
from datetime import date
from datetime import time as clock

from bench.timing import Figure, apart
from intergroup.kit import pdf
from intergroup.registry.models import Directory, Group, Location, Meeting, MeetingType
from intergroup.registry.publishing import published
from intergroup.registry.reports.printed import Wishes, printed_directory
from intergroup.registry.views.printing.papers import make_paper

MEETINGS, PLACES = 2_000, 500
SECONDS, MEGABYTES = 30, 500
TODAY = date(2026, 11, 22)
WISHES = Wishes(site="https://office.example.org")


def measure() -> Iterator[Figure]:
    """Yield its seconds by the clock, against the same lines plain, and its memory."""
    _fill()
    lines = _plain(published(TODAY))
    floor, _memory = apart(lambda: pdf.from_html(lines))
    ours, memory = apart(lambda: make_paper(published(TODAY), WISHES))
    told = f"the directory of {MEETINGS:,} meetings by day"
    yield Figure(f"{told}, its lines one below the other", ours, floor, 2.5)
    yield Figure(f"{told}, by the clock", ours, SECONDS, 1)
    yield Figure(f"{told}, the most memory", memory, MEGABYTES, 1, unit="MB")


def _fill() -> None:
    """Fill a week with meetings in halls and online."""
    Directory.objects.create(pk=1, is_published=True)
    numbers = range(1, MEETINGS + 1)
    Group.objects.bulk_create(
        Group(number=n, name=f"Group of the Way {n}", status="active") for n in numbers
    )
    Location.objects.bulk_create(
        Location(
            name=f"Saint Mark’s Church {n}",
            address=f"{n} Washington Street, Town {n % 40}, IL 61390, USA",
            region=f"Town {n % 40}",
        )
        for n in range(PLACES)
    )
    groups, places = list(Group.objects.all()), list(Location.objects.all())
    meetings = [_meeting(n, groups[n - 1], places[n % PLACES]) for n in numbers]
    Meeting.objects.bulk_create(meetings)
    types = list(MeetingType.objects.all())
    through = Meeting.types.through
    through.objects.bulk_create(
        through(meeting_id=each.pk, meetingtype_id=types[(each.pk + n) % 31].pk)
        for each in meetings
        for n in (0, 7, 15)
    )


def _meeting(number: int, group: Group, place: Location) -> Meeting:
    is_online = number % 5 == 0
    return Meeting(
        group=group,
        name=group.name,
        slug=f"meeting-{number}",
        day=number % 7,
        time=clock(6 + number % 17, 30 * (number % 2)),
        weeks="1,3" if number % 11 == 0 else "",
        location=place,
        attendance="hybrid" if is_online else "in_person",
        conference_url=f"https://zoom.us/j/{number:010}" if is_online else "",
    )


def _plain(directory: object) -> str:
    """Return the same lines as paragraphs of one column."""
    made = printed_directory(directory, WISHES)
    lines = [line for each in made.listed.values() for line in each["lines"]]
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = '<!DOCTYPE html><html lang="en"><head><title>Lines</title></head>'
    return f"{head}<body>{text}</body></html>"
