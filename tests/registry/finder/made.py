"""Published meetings as the register would give them, and what a page says of them."""

from datetime import time

from intergroup.registry.publishing import PublishedMeeting, PublishedPlace

PLACE = PublishedPlace(
    pk=1,
    name="Library",
    address="1 Main St, Springfield, IL 62701, USA",
    region="Springfield",
    sub_region="",
    notes="",
    latitude=39.8,
    longitude=-89.6,
    is_approximate=False,
)
PLAIN = {
    "pk": 1,
    "slug": "friday-hope",
    "name": "Friday Hope",
    "day": 5,
    "time": time(19, 30),
    "end_time": time(20, 30),
    "time_zone": "America/Chicago",
    "weeks": "",
    "first_on": None,
    "last_on": None,
    "attendance": "in_person",
    "types": (),
    "notes": "",
    "conference_url": "",
    "conference_url_notes": "",
    "conference_phone": "",
    "conference_phone_notes": "",
    "venmo": "",
    "square": "",
    "paypal": "",
    "homegroup_online": "",
    "extra": {},
    "updated_at": None,
    "place": PLACE,
    "group": None,
}


def meeting(**facts):
    """A meeting every Friday at half past seven in Chicago, but for ``facts``."""
    return PublishedMeeting(**{**PLAIN, **facts})


def text(response):
    """What a page says, on one line."""
    return " ".join(response.content.decode().split())
