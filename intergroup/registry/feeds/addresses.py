"""Addresses, regions and coordinates, as text and numbers."""

import math
import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.feeds import texts

_YES = {"yes": True, "y": True, "true": True, "1": True, "approximate": True}
_NO = {"no": False, "n": False, "false": False, "0": False, "exact": False}
_SAID = {**_YES, **_NO}
_COUNTRY = {"US": "USA", "U.S.": "USA", "U.S.A.": "USA"}
EXACT_PARTS = 4  # tsml-ui takes an address of fewer for a town, not a door


def full_address(parts: dict[str, str]) -> str:
    """Return one address of ``address city state postal_code country``.

    What the street’s own text already ends with is not said twice.
    """
    country = _COUNTRY.get(parts["country"], parts["country"])
    code = parts["postal_code"]
    if country == "USA" and code.isdigit():
        code = code.zfill(5)
    address = parts["address"]
    there = [each.strip().casefold() for each in address.split(",")]
    for part in (parts["city"], f"{parts['state']} {code}".strip(), country):
        if part and part.casefold() not in there and not _ends_with(address, part):
            address = f"{address}, {part}" if address else part
    return address


def said_approximate(value: object) -> bool | None:
    """Return what a row says of its place; None when it does not say."""
    return _SAID.get(texts.fold(value))


def looks_approximate(address: str, *, has_street: bool) -> bool:
    """Guess as tsml-ui does; a street in a column of its own is exact."""
    return not has_street and address.count(",") + 1 < EXACT_PARTS


def read_regions(region: object, sub_region: object, regions: object) -> list[str]:
    """Return the region and the parts of it, from general to particular."""
    if isinstance(regions, list) and regions:
        return _named(regions)
    named = _named(texts.line(regions or region).split(">"))
    return named + _named(texts.line(sub_region).split(">"))


def read_coordinates(
    latitude: object, longitude: object, both: object
) -> tuple[float | None, float | None]:
    """Return latitude and longitude, or two times None when a row has none.

    Raises ValidationError (``off_the_earth``), keyed by the column to blame.
    """
    if isinstance(both, list) and len(both) == 2:
        latitude, longitude = both
    elif not (_given(latitude) and _given(longitude)):
        latitude, longitude = _pair(both) or _pair(latitude) or (None, None)
    if not (_given(latitude) and _given(longitude)):
        return None, None
    found = _degrees("latitude", latitude, 90), _degrees("longitude", longitude, 180)
    return found if any(found) else (None, None)


def _pair(value: object) -> list[str] | None:
    parts = re.split(r"[,;]\s*|\s+", texts.line(value))
    return parts if len(parts) == 2 else None


def _given(value: object) -> bool:
    return texts.line(value).casefold() not in ("", "null", "none")


def _degrees(name: str, value: object, most: int) -> float:
    text = texts.line(value).replace("−", "-")
    if re.fullmatch(r"-?\d{1,3},\d+", text):
        text = text.replace(",", ".")
    try:
        degrees = float(text.rstrip("°"))
    except (ValueError, OverflowError):
        degrees = math.nan
    if not abs(degrees) <= most:
        message = _("“%(value)s” is not on the earth: −%(most)s to %(most)s is.")
        params = {"value": texts.shown(text), "most": most}
        raise ValidationError({name: message % params}, code="off_the_earth")
    return degrees


def _named(parts: Iterable[object]) -> list[str]:
    return [name for name in map(texts.line, parts) if name]


def _ends_with(address: str, part: str) -> bool:
    return address.casefold().endswith((f", {part}".casefold(), f" {part}".casefold()))
