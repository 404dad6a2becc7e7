"""Time zones by name, however they are spelled."""

import zoneinfo
from functools import cache

from intergroup.registry.feeds import texts
from intergroup.registry.models.body import validate_time_zone


def read_zone(value: object) -> str:
    """Return the name of a time zone, or nothing; ValidationError if unknown."""
    text = texts.line(value)
    name = _names().get(text.replace(" ", "_").casefold(), text)
    if text and name not in _names().values():
        validate_time_zone(name)
    return name


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in zoneinfo.available_timezones()}
