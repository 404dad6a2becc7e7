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
        told = [(each.place, each.leaves) for each in listings if each.place]
        self._by_key = {_key(each): each for each in Location.objects.all()}
        wanted = [place for place, leaves in told if "location_id" not in leaves]
        self._add({place.key: place for place in reversed(wanted)})
        self._fill(_first_facts(told))

    def find(self, place: Place | None) -> Location | None:
        """Return the location of a place; None for one that was left, and is gone."""
        return self._by_key.get(place.key) if place else None

    def own_facts(self, place: Place | None) -> dict[str, object]:
        """Return what a row says of its place that the place does not say itself."""
        there = self.find(place)
        if not (place and there):
            return {}
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
            location = self._by_key.get(key)
            values = {name: each for name, each in values.items() if each is not None}
            if location is None:
                continue
            if any(getattr(location, name) != each for name, each in values.items()):
                for name, value in values.items():
                    setattr(location, name, value)
                changed.append(location)
        bulk.save_fields(changed, ("is_approximate", *_FACTS))


def _first_facts(
    told: Iterable[tuple[Place, frozenset[str]]],
) -> dict[tuple[str, ...], dict[str, object]]:
    """Return for each place the first value of each fact that is not empty.

    None stands for a fact whose first word is as it always was: it is left alone.
    """
    facts: dict[tuple[str, ...], dict[str, object]] = {}
    for place, leaves in told:
        mine = facts.setdefault(place.key, {})
        said = {name: getattr(place, name) for name in _FACTS}
        if not place.is_guess:
            said["is_approximate"] = place.is_approximate
        for name, value in said.items():
            if value not in _EMPTY:
                mine.setdefault(name, None if f"place.{name}" in leaves else value)
    return facts


def _key(location: Location) -> tuple[str, str, str, str]:
    return (location.name, location.address, location.region, location.sub_region)
