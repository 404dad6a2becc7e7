"""The locations of a list: found by name, address and region, added, or filled in."""

from collections.abc import Iterable

from intergroup.kit import bulk
from intergroup.registry.actions.listing.records import Listing, Place
from intergroup.registry.models import Location

_EMPTY = (None, "")
_FACTS = {"latitude": "latitude", "longitude": "longitude", "notes": "location_notes"}


class Places:
    """The locations by what they are known by; a row’s own facts are told apart."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        places = [each.place for each in listings if each.place]
        self._by_key = {_key(each): each for each in Location.objects.all()}
        self._add({place.key: place for place in reversed(places)})
        self._fill(_first_facts(places))

    def find(self, place: Place | None) -> Location | None:
        """Return the location of a place."""
        return self._by_key[place.key] if place else None

    def own_facts(self, place: Place | None) -> dict[str, object]:
        """Return what a row says of its place that the place does not say itself."""
        if not place:
            return {}
        there = self._by_key[place.key]
        own = {
            word: getattr(place, name)
            for name, word in _FACTS.items()
            if getattr(place, name) not in (*_EMPTY, getattr(there, name))
        }
        if not place.is_guess and place.is_approximate != there.is_approximate:
            own["approximate"] = "yes" if place.is_approximate else "no"
        return own

    def _add(self, wanted: dict[tuple[str, ...], Place]) -> None:
        new = [
            Location(
                name=place.name,
                address=place.address,
                region=place.region,
                sub_region=place.sub_region,
                is_approximate=place.is_approximate,
            )
            for key, place in reversed(wanted.items())
            if key not in self._by_key
        ]
        for location in Location.objects.bulk_create(new):
            self._by_key[_key(location)] = location

    def _fill(self, facts: dict[tuple[str, ...], dict[str, object]]) -> None:
        changed = []
        for key, values in facts.items():
            location = self._by_key[key]
            if any(getattr(location, name) != each for name, each in values.items()):
                for name, value in values.items():
                    setattr(location, name, value)
                changed.append(location)
        bulk.save_fields(changed, ("is_approximate", *_FACTS))


def _first_facts(places: Iterable[Place]) -> dict[tuple[str, ...], dict[str, object]]:
    """Return for each place the first value of each fact that is not empty."""
    facts: dict[tuple[str, ...], dict[str, object]] = {}
    for place in places:
        mine = facts.setdefault(place.key, {})
        if not place.is_guess:
            mine.setdefault("is_approximate", place.is_approximate)
        for name in _FACTS:
            if (value := getattr(place, name)) not in _EMPTY:
                mine.setdefault(name, value)
    return facts


def _key(location: Location) -> tuple[str, str, str, str]:
    return (location.name, location.address, location.region, location.sub_region)
