"""Marks of what a row says, field by field: short, and equal where the words are."""

import json
from collections.abc import Iterable
from hashlib import sha256

from intergroup.registry.actions.listing import Listing, name_key
from intergroup.registry.actions.listing.records import (
    GROUP_FACTS,
    HANDLES,
    PLACE_FACTS,
    Place,
)
from intergroup.registry.models import Meeting

Marks = dict[str, str]
EVERYTHING = frozenset((*HANDLES, "types", "extra", "location_id", "group_id"))
EVERYTHING |= frozenset((*PLACE_FACTS, *GROUP_FACTS, "place.is_approximate"))
EVERYTHING |= frozenset(("group.district", "group.verified_on"))


def marks_of(listing: Listing) -> Marks:
    """Return the marks of a listing, by the names that ``leaves`` knows; no empty."""
    group, place = listing.group, listing.place or Place()
    said = {
        **listing.values,
        "types": sorted(each.code for each in listing.kinds),
        "extra": listing.extra,
        "location_id": place.key,
        "group_id": name_key(group.name),
        **{name: group.values.get(name) for name in HANDLES},
        **{fact: group.values.get(name) for fact, name in GROUP_FACTS.items()},
        "group.district": group.district,
        "group.verified_on": group.verified_on,
        **{fact: getattr(place, name) for fact, name in PLACE_FACTS.items()},
        "place.is_approximate": None if place.is_guess else place.is_approximate,
    }
    return _marked(said)


def marks_here(meeting: Meeting, names: Iterable[str]) -> Marks:
    """Return the marks of what the register says of a meeting, for these fields."""
    group, place = meeting.group, meeting.location
    said = {
        name: getattr(meeting, name)
        for name in names
        if name not in EVERYTHING and hasattr(meeting, name)
    }
    known_by = ("name", "address", "region", "sub_region")
    said |= {
        "types": sorted(each.code for each in meeting.types.all()),
        "location_id": [getattr(place, name) if place else "" for name in known_by],
        "group_id": name_key(group.name) if group else "",
        **{
            name: getattr(meeting, name) or getattr(group, name, "") for name in HANDLES
        },
    }
    return _marked(said)


def _marked(said: dict[str, object]) -> Marks:
    return {
        name: _mark(value)
        for name, value in said.items()
        if value not in (None, "", [], {}) and any(_parts(value))
    }


def _parts(value: object) -> Iterable[object]:
    """Return the parts of a place’s key, of which one must say something."""
    return value if isinstance(value, list | tuple) else (True,)


def _mark(value: object) -> str:
    text = json.dumps(value, default=str, sort_keys=True)
    return sha256(text.encode(errors="replace")).hexdigest()[:8]
