"""A row of a BMLT server, the meeting list of NA, under the Meeting Guide’s names."""

from collections.abc import Mapping

from intergroup.registry.feeds import clocks, texts

_NAMES = {
    "meeting_name": "name",
    "id_bigint": "slug",
    "start_time": "time",
    "time_zone": "timezone",
    "formats": "types",
    "comments": "notes",
    "location_text": "location",
    "location_info": "location_notes",
    "location_street": "address",
    "location_municipality": "city",
    "location_province": "state",
    "location_postal_code_1": "postal_code",
    "location_nation": "country",
    "location_neighborhood": "sub_region",
    "virtual_meeting_link": "conference_url",
    "virtual_meeting_additional_info": "conference_url_notes",
    "phone_meeting_number": "conference_phone",
}
_VENUES = {"1": "in_person", "2": "online", "3": "hybrid", "4": "online"}
_DAYS = {str(each): each - 1 for each in range(1, 8)}
SIGN = "weekday_tinyint"


def translated(row: Mapping[str, object]) -> Mapping[str, object]:
    """Return a BMLT row as a Meeting Guide row; any other row as it came."""
    if SIGN not in row:
        return row
    named = {_NAMES.get(name, name): value for name, value in row.items()}
    day = named.pop(SIGN)
    named["day"] = _DAYS.get(texts.shown(day), day)
    venue = _VENUES.get(texts.shown(named.pop("venue_type", "")))
    lasts, begins = named.pop("duration_time", ""), named.get("time")
    return {
        **named,
        **({"attendance_option": venue} if venue else {}),
        **({"end_time": _end(begins, lasts)} if isinstance(begins, str) else {}),
    }


def _end(begins: str, lasts: object) -> str:
    """Return when a meeting ends, or nothing where that cannot be told."""
    found = clocks.ends_at(begins, lasts)
    return f"{found:%H:%M}" if found else ""
