"""Where a meeting is, from a row of a feed."""

from django.core.exceptions import ValidationError

from intergroup.registry.actions.listing import Place
from intergroup.registry.feeds import addresses, texts
from intergroup.registry.feeds.cells import Cells
from intergroup.registry.models import Location

_PARTS = ("address", "city", "state", "postal_code", "country")


def read_place(cells: Cells, extra: dict[str, object]) -> Place | None:
    """Return where it is, or None for a row that says nothing of it.

    What a place has no box for is put into ``extra``.
    """
    address, has_street = _address(cells)
    region, sub_region = _regions(cells, extra)
    named = {
        "name": cells.line("location", Location, "name"),
        "address": cells.fit("formatted_address", address, Location, "address"),
        "region": cells.fit("region", region, Location, "region"),
        "sub_region": cells.fit("sub_region", sub_region, Location, "sub_region"),
    }
    notes = cells.lines("location_notes")
    latitude, longitude = _point(cells)
    said = addresses.said_approximate(cells.read("approximate", texts.fold) or "")
    guess = addresses.looks_approximate(address, has_street=has_street)
    if not any(named.values()):
        return None
    return Place(
        **named,
        is_approximate=guess if said is None else said,
        is_guess=said is None,
        latitude=latitude,
        longitude=longitude,
        notes=notes,
    )


def _address(cells: Cells) -> tuple[str, bool]:
    """Return the whole address, and whether its street has a column of its own."""
    parts = {each: cells.read(each, texts.line) or "" for each in _PARTS}
    whole = cells.read("formatted_address", texts.line)
    has_street = bool(parts["address"] and parts["city"] and not whole)
    return whole or addresses.full_address(parts), has_street


def _regions(cells: Cells, extra: dict[str, object]) -> tuple[str, str]:
    """Return the region and its part; the city where none is said, as readers do."""
    taken = [cells.take(each) for each in ("region", "sub_region", "regions")]
    try:
        named = addresses.read_regions(*taken)
    except ValidationError as error:
        cells.blame("region", error)
        return "", ""
    if len(named) > 2:
        extra["regions"] = named
    named = named or [cells.read("city", texts.line) or ""]
    region, sub_region = (*named, "", "")[:2]
    return region, sub_region


def _point(cells: Cells) -> tuple[float | None, float | None]:
    taken = [cells.take(each) for each in ("latitude", "longitude", "coordinates")]
    try:
        return addresses.read_coordinates(*taken)
    except ValidationError as error:
        cells.blame("latitude", error)
    return None, None
