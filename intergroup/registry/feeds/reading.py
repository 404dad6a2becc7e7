"""What is the same for every row of a file, and what is told after the last."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from intergroup.registry.feeds.kinds import Kinds

_COLUMNS = {
    "day": ("day",),
    "time": ("time",),
    "end_time": ("end_time",),
    "time_zone": ("timezone",),
    "attendance": ("attendance_option", "conference_url", "conference_phone"),
    "location_id": ("location", "formatted_address", "address", "city", "region"),
    "types": ("types",),
    "notes": ("notes",),
    "conference_url": ("conference_url",),
    "conference_url_notes": ("conference_url_notes",),
    "conference_phone": ("conference_phone",),
    "conference_phone_notes": ("conference_phone_notes",),
    "venmo": ("venmo",),
    "square": ("square",),
    "paypal": ("paypal",),
    "homegroup_online": ("homegroup_online",),
}


@dataclass(slots=True)
class Reading:
    """The reading of one file. ``told`` counts what the notes will say."""

    kinds: Kinds
    today: date
    is_day_first: bool = False
    group_by_name: bool = False
    leaves: frozenset[str] = frozenset()
    told: Counter[str] = field(default_factory=Counter)
    unknown_types: set[str] = field(default_factory=set)
    near_doubles: list[str] = field(default_factory=list)


def left_alone(names: frozenset[str]) -> frozenset[str]:
    """Return the fields of a meeting that a table with these columns is silent on."""
    if not names:
        return frozenset()
    silent = (each for each, columns in _COLUMNS.items() if not names & {*columns})
    return frozenset((*silent, "extra"))
