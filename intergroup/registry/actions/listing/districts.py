"""Finding the district that a list means, and adding one that has a number."""

from collections.abc import Iterable

from intergroup.registry.actions.listing.records import Listing
from intergroup.registry.models import Body, District


class Districts:
    """The districts by number and by name."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self._by_number = {each.number: each for each in District.objects.all()}
        self._by_name = {
            each.name.casefold(): each for each in reversed(self._by_number.values())
        }
        meant = (each.group.district for each in listings)
        self._add({each for each in meant if isinstance(each, int)})

    def find(self, meant: int | str | None) -> District | None:
        """Return the district, or None for a name nobody knows."""
        if isinstance(meant, int):
            return self._by_number.get(meant)
        return self._by_name.get(meant.casefold()) if meant else None

    def _add(self, numbers: set[int]) -> None:
        missing = sorted(numbers - set(self._by_number))
        if not missing:
            return
        word = Body.objects.current().calls_district
        new = [District(number=each, name=f"{word} {each}"[:120]) for each in missing]
        for district in District.objects.bulk_create(new):
            self._by_number[district.number] = district
