"""Reading a list of somebody else’s again: what is new there, and what is ours.

A field that the list says as it said before is left as it is here; one that changed
there is brought in. What has gone from the list is told, and taken off when asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from intergroup.registry.actions.arranging import take_off
from intergroup.registry.actions.listing import Listing
from intergroup.registry.actions.listing.records import GROUP_FACTS, PLACE_FACTS
from intergroup.registry.actions.listing.sources import (
    Rows,
    find_source,
    remember_source,
)
from intergroup.registry.actions.recording import Hand
from intergroup.registry.feeds.marks import EVERYTHING, Marks, marks_here, marks_of
from intergroup.registry.models import FeedSource, Meeting

GONE = "gone"
AROUND = frozenset((*GROUP_FACTS, *PLACE_FACTS, "location_id", "group_id"))
AROUND |= {"group.district", "group.verified_on", "place.is_approximate"}
NOT_COMPARED = AROUND - {"location_id", "group_id"} | {"extra", "updated_at"}


@dataclass(slots=True)
class Memory:
    """What one source last said, against what it says now.

    ``conflicts`` names, by slug, the fields that changed there and here.
    """

    source: FeedSource
    now: Rows = field(default_factory=dict)
    conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    owned: dict[str, list[str]] = field(default_factory=dict)
    adopted: int = 0
    gone: list[Meeting] = field(default_factory=list)
    known: int = 0
    is_short: bool = False

    @classmethod
    def of(cls, name: str) -> "Memory":
        """Return the memory of a source by its name; a new one remembers nothing."""
        return cls(find_source(name))

    def compare(self, listings: Sequence[Listing]) -> list[Listing]:
        """Return this source’s listings, each leaving alone what it said before."""
        there = self._there(listings)
        mine = list(self._mine(listings))
        known = {slug for slug, said in self.source.rows.items() if GONE not in said}
        self.known = len(known)
        self.is_short = 2 * len(mine) <= len(known) > 3
        compared = [self._compared(each, there.get(each.slug)) for each in mine]
        missing = sorted(known - {*self.now})
        listed = Meeting.objects.listed().filter(slug__in=missing)
        self.gone = list(listed.in_week_order().select_related("location"))
        return compared

    def remember(self, hand: Hand, *, drops_gone: bool) -> None:
        """Keep what was said; take what has gone off the list, where that is asked."""
        rows = {**self.source.rows, **self.now}
        if drops_gone:
            take_off(self.gone, hand=hand)
            mark = {GONE: hand.on.isoformat()}
            rows |= {each.slug: mark for each in self.gone}
        remember_source(self.source, rows=rows)

    def _there(self, listings: Sequence[Listing]) -> dict[str, Meeting]:
        slugs = [each.slug for each in listings]
        found = Meeting.objects.filter(slug__in=slugs)
        found = found.select_related("group", "location").prefetch_related("types")
        return {each.slug: each for each in found}

    def _mine(self, listings: Iterable[Listing]) -> Iterator[Listing]:
        """Yield the listings that no other source speaks of already."""
        others = FeedSource.objects.exclude(pk=self.source.pk)
        owners = {slug: other.name for other in others for slug in other.rows}
        for each in listings:
            if each.slug in self.source.rows or each.slug not in owners:
                yield each
            else:
                self.owned.setdefault(owners[each.slug], []).append(each.slug)

    def _compared(self, listing: Listing, there: Meeting | None) -> Listing:
        before = self.source.rows.get(listing.slug)
        now = marks_of(listing)
        silent = {name: (before or {}).get(name) for name in listing.leaves}
        now |= {name: mark for name, mark in silent.items() if mark}
        self.now[listing.slug] = now
        if there is None:
            return listing
        if before is None:
            self.adopted += 1
            return listing
        if GONE in before:
            return _back(listing, there, before)
        everything = EVERYTHING | {*listing.values}
        changed = {name for name in everything if before.get(name) != now.get(name)}
        changed |= {"extra"} if changed & AROUND else set()
        self._find_conflicts(there, before, now, changed - listing.leaves)
        return replace(listing, leaves=listing.leaves | (everything - changed))

    def _find_conflicts(
        self, there: Meeting, before: Marks, now: Marks, changed: set[str]
    ) -> None:
        here = marks_here(there, changed)
        both = [
            name
            for name in sorted(changed - NOT_COMPARED)
            if here.get(name) not in (before.get(name), now.get(name))
        ]
        if both:
            self.conflicts[there.slug] = tuple(
                name.removesuffix("_id") for name in both
            )


def _back(listing: Listing, there: Meeting, before: Marks) -> Listing:
    """Return a listing that puts back what was taken off when it had gone."""
    day = there.unlisted_on
    if day is None or day.isoformat() != before[GONE]:
        return listing
    return replace(listing, values={**listing.values, "unlisted_on": None})
