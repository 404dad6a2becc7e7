"""A list read into the register, published, and read again into an empty one."""

import json

from django.db import transaction

from intergroup.registry.feeds.guide import handle, rows
from intergroup.registry.feeds.offered import to_json
from intergroup.registry.feeds.profiles import GUIDE
from intergroup.registry.models import Meeting
from intergroup.registry.publishing import published
from tests.registry.feeds.loader import TODAY, load

PAGE = "https://ha.example.org/meetings/SLUG/"


def feed(profile=GUIDE):
    """What is published now, as a reader gets it."""
    written = rows(published(TODAY), profile, meeting_page=PAGE)
    return json.loads(to_json(written))


def there_and_back(data, name="feed"):
    """The register after reading a list, and an empty one after reading our feed."""
    with transaction.atomic():
        load(data=data, name=name)
        before, given = register(), feed()
        transaction.set_rollback(True)
    load(data=to_json(given))
    return before, register()


def register():
    """Each meeting by its slug: when, where, what kind, and how to get to it."""
    meetings = Meeting.objects.select_related("location", "group__district")
    return {each.slug: _told(each) for each in meetings.prefetch_related("types")}


def _told(meeting):
    place, group = meeting.location, meeting.group
    return {
        "name": meeting.name,
        "when": (meeting.day, meeting.time, meeting.end_time),
        "time_zone": meeting.time_zone or "America/New_York",
        "types": sorted(each.code for each in meeting.types.all()),
        "attendance": meeting.attendance,
        "place": place and (place.name, place.address, place.region, place.sub_region),
        "point": place and (place.latitude, place.longitude, place.is_approximate),
        "about_the_place": place and place.notes,
        "link": (meeting.conference_url, meeting.conference_url_notes),
        "phone": (meeting.conference_phone, meeting.conference_phone_notes),
        "notes": meeting.notes,
        "group": group and (group.name, group.notes, group.website, group.email),
        "handles": [
            handle(each, getattr(meeting, each))
            for each in ("venmo", "square", "paypal")
        ],
        "updated": meeting.updated_at,
    }
