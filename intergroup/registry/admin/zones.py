"""The time zones to choose from: those of cities, by continent."""

import zoneinfo
from itertools import groupby

from django.utils.translation import gettext as _

_CONTINENTS = ("America", "Africa", "Asia", "Atlantic", "Australia", "Europe")
_CONTINENTS += ("Indian", "Pacific")


def zone_choices() -> list[tuple[str, object]]:
    """Return an empty choice, then each continent with its zones, then UTC."""
    names = sorted(
        (name for name in zoneinfo.available_timezones() if _is_of_a_city(name)),
        key=lambda name: (_CONTINENTS.index(name.split("/")[0]), name),
    )
    groups = [
        (continent, [(name, _label(name)) for name in zones])
        for continent, zones in groupby(names, key=lambda name: name.split("/")[0])
    ]
    return [("", _("That of the body")), *groups, ("UTC", "UTC")]


def _is_of_a_city(name: str) -> bool:
    return name.split("/")[0] in _CONTINENTS


def _label(name: str) -> str:
    return name.split("/", 1)[1].replace("_", " ")
