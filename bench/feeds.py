"""The feed of 10,000 meetings: read and written, given again, and nothing new."""

import json
import random
from collections.abc import Iterator
from datetime import date, time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.timing import Figure, median, once
from intergroup.registry.models import (
    Body,
    Directory,
    Group,
    Location,
    Meeting,
    MeetingType,
)
from intergroup.registry.publishing.published import _latest

MEETINGS, GROUPS, PLACES = 10_000, 2_500, 3_000
ASKED = 0.15  # seconds: what was asked of the feed when it is warm


def measure() -> Iterator[Figure]:
    """Yield the feed warm and cold, its answer where nothing changed, its queries."""
    fill()
    client, address = Client(SERVER_NAME="localhost"), reverse("registry:feed-guide")
    cold = once(lambda: _get(client, address))
    body = _get(client, address).content
    assert len(json.loads(body)) == MEETINGS
    warm = median(lambda: _get(client, address))
    etag = _get(client, address)["ETag"]
    same = median(lambda: client.get(address, headers={"if-none-match": etag}))
    floor = median(lambda: json.dumps(json.loads(body)))
    yield Figure("the feed of 10,000 meetings, warm", warm, ASKED, 1)
    yield Figure("the same where nothing changed", same, ASKED, 1 / 5)
    yield Figure("the same, read and written anew", cold, floor, 8)
    yield Figure("queries of it, read anew", _queries(client, address), 1, 12, "")


def fill() -> None:
    """Write a public directory of 10,000 weekly meetings."""
    chance = random.Random(11)
    Body(pk=1, name="Bench Area", time_zone="America/Chicago").save()
    Directory(pk=1, is_published=True).save()
    Group.objects.bulk_create(
        Group(number=n, name=f"Group {n}", status="active")
        for n in range(1, GROUPS + 1)
    )
    Location.objects.bulk_create(
        Location(name=f"Hall {n}", address=f"{n} Main St, Peoria, IL 61602, USA")
        for n in range(PLACES)
    )
    groups, places = list(Group.objects.all()), list(Location.objects.all())
    Meeting.objects.bulk_create(_meeting(n, chance, groups, places) for n in _all())
    _give_types(chance)


def _all() -> range:
    return range(MEETINGS)


def _meeting(
    n: int, chance: random.Random, groups: list[Group], places: list[Location]
) -> Meeting:
    return Meeting(
        name=f"Meeting {n}",
        slug=f"meeting-{n}",
        day=n % 7,
        time=time(chance.randrange(6, 22), 30),
        group=chance.choice(groups),
        location=chance.choice(places),
        notes="Ring the bell at the side door, and come up to the second floor.",
        updated_at=f"{date(2026, 1, 1)} 12:00:00+00:00",
    )


def _give_types(chance: random.Random) -> None:
    kinds = list(MeetingType.objects.values_list("pk", flat=True))
    links = Meeting.types.through.objects
    links.bulk_create(
        links.model(meeting_id=meeting, meetingtype_id=kind)
        for meeting in Meeting.objects.values_list("pk", flat=True)
        for kind in chance.sample(kinds, 3)
    )


def _get(client: Client, address: str) -> object:
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return response


def _queries(client: Client, address: str) -> int:
    _latest.clear()
    with CaptureQueriesContext(connection) as captured:
        _get(client, address)
    return len(captured)
