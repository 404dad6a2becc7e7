"""One transaction that brings the register to what a list of meetings says."""

from collections.abc import Sequence

from django.db import transaction

from intergroup.kit import bulk
from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.listing.districts import Districts
from intergroup.registry.actions.listing.groups import (
    Groups,
    first_facts,
    own_facts,
    own_handles,
)
from intergroup.registry.actions.listing.kinds import types_by_code
from intergroup.registry.actions.listing.places import Places
from intergroup.registry.actions.listing.records import WORDS, Listing, Written
from intergroup.registry.actions.recording import (
    Hand,
    addition,
    as_text,
    changes_between,
    save_all,
)
from intergroup.registry.models import Group, ListingChange, Meeting

_KEPT_AS = {
    **{f"group.{name}": word for name, word in WORDS.items()},
    "group.district": "district",
    "place.is_approximate": "approximate",
    "place.latitude": "latitude",
    "place.longitude": "longitude",
    "place.notes": "location_notes",
}


@transaction.atomic(savepoint=False)
def write_listings(
    listings: Sequence[Listing], *, hand: Hand
) -> tuple[list[Written], list[str]]:
    """Add and change meetings, with their groups, places, districts and types.

    The listings have been checked and their slugs differ. Returns what became of each,
    in order, and the names of the groups added. Nothing is ever taken away; what is
    added or changed is recorded as done by ``hand``. Two at once wait for each other.
    """
    hold_register()
    writer = _Writer(listings, hand)
    written = [writer.take(each) for each in listings]
    writer.save()
    return written, [group.name for group in writer.groups.added.values()]


class _Writer:
    """The state of one writing."""

    def __init__(self, listings: Sequence[Listing], hand: Hand) -> None:
        self.hand = hand
        self.there = Meeting.objects.in_bulk(field_name="slug")
        self.kinds = types_by_code(listings)
        self.codes = {each.pk: code for code, each in self.kinds.items()}
        self.districts = Districts(listings)
        self.places = Places(listings)
        self.groups = Groups(listings, self.there, today=hand.on)
        self.linked = _type_ids()
        self.new: list[Meeting] = []
        self.changed: list[Meeting] = []
        self.types: list[tuple[Meeting, set[int]]] = []
        self.told: list[ListingChange] = []
        self._update_groups(listings)

    def take(self, listing: Listing) -> Written:
        """Compare one listing with the register, and remember what is to be written."""
        group = self.groups.find(listing)
        values = self._values(listing, group)
        meeting = self.there.get(listing.slug)
        if meeting is None:
            meeting = Meeting(slug=listing.slug, **values)
            self.new.append(meeting)
        changes = self._change(meeting, values, listing) if meeting.pk else ()
        if self._take_types(meeting, listing) and meeting.pk:
            changes = (*changes, "types")
        return Written(listing, not meeting.pk, changes, group.name if group else "")

    def save(self) -> None:
        """Write what was remembered."""
        Meeting.objects.bulk_create(self.new)
        columns = [
            each.name
            for each in Meeting._meta.concrete_fields
            if each.name not in ("id", "slug")
        ]
        bulk.save_fields(self.changed, columns)
        self._save_types()
        self._record()

    def _record(self) -> None:
        """Write down what was added and changed, the groups first."""
        groups = [addition(each, self.hand) for each in self.groups.added.values()]
        for group, before, after in self.groups.changes:
            groups += changes_between(group, before, after, self.hand)
        meetings = [addition(each, self.hand) for each in self.new]
        save_all([*groups, *meetings, *self.told])

    def _change(
        self, meeting: Meeting, values: dict[str, object], listing: Listing
    ) -> tuple[str, ...]:
        """Set what differs on a meeting that is there; return the names of fields."""
        before = _apply(meeting, values, listing)
        if before:
            self.changed.append(meeting)
        after = {name: as_text(getattr(meeting, name)) for name in before}
        self._tell(meeting, before, after)
        return tuple(name.removesuffix("_id") for name in before)

    def _tell(
        self, meeting: Meeting, before: dict[str, str], after: dict[str, str]
    ) -> None:
        """Remember what changed, under the names of the fields."""
        named = [
            {name.removesuffix("_id"): each for name, each in said.items()}
            for said in (before, after)
        ]
        self.told += changes_between(meeting, *named, self.hand)

    def _take_types(self, meeting: Meeting, listing: Listing) -> bool:
        types = {self.kinds[each.code].pk for each in listing.kinds}
        if "types" in listing.leaves or types == self.linked.get(meeting.pk, set()):
            return False
        self.types.append((meeting, types))
        if meeting.pk:
            there = self.linked.get(meeting.pk, set())
            before, after = ({"types": self._codes(each)} for each in (there, types))
            self._tell(meeting, before, after)
        return True

    def _codes(self, ids: set[int]) -> str:
        return ", ".join(sorted(self.codes[each] for each in ids))

    def _save_types(self) -> None:
        links = Meeting.types.through.objects
        with_old = [each.pk for each, _types in self.types if each.pk in self.linked]
        for start in range(0, len(with_old), 500):
            links.filter(meeting_id__in=with_old[start : start + 500]).delete()
        links.bulk_create(
            links.model(meeting_id=meeting.pk, meetingtype_id=each)
            for meeting, types in self.types
            for each in sorted(types)
        )

    def _update_groups(self, listings: Sequence[Listing]) -> None:
        said = (
            (self.groups.find(each), each, self._district(each)) for each in listings
        )
        self.groups.update(first_facts(said, self.hand.on))

    def _district(self, listing: Listing) -> object:
        return self.districts.find(listing.group.district)

    def _values(self, listing: Listing, group: Group | None) -> dict[str, object]:
        """Return the fields of a meeting by the names its instance has."""
        place = self.places.find(listing.place)
        own = {
            **self.places.own_facts(listing.place),
            **own_facts(group, listing.group),
            **self._own_district(listing, group),
        }
        extra = {**listing.extra, **self._kept(own, listing)}
        return {
            **listing.values,
            **own_handles(group, listing.group),
            "location_id": place.pk if place else None,
            "group_id": group.pk if group else None,
            "extra": extra,
        }

    def _kept(self, own: dict[str, object], listing: Listing) -> dict[str, object]:
        """Return a row’s own facts, those that it leaves as the meeting has them."""
        meeting = self.there.get(listing.slug)
        if meeting is None:
            return own
        words = [word for fact, word in _KEPT_AS.items() if fact in listing.leaves]
        there = {word: meeting.extra[word] for word in words if word in meeting.extra}
        return {word: own[word] for word in own if word not in words} | there

    def _own_district(
        self, listing: Listing, group: Group | None
    ) -> dict[str, int | str]:
        """Return what a row calls its district where no group of ours can say it."""
        meant = listing.group.district
        found = self.districts.find(meant)
        said_by_group = group and found and group.district_id == found.pk
        return {} if meant is None or said_by_group else {"district": meant}


def _apply(
    meeting: Meeting, values: dict[str, object], listing: Listing
) -> dict[str, str]:
    """Set what differs; return what stood there before, by the name of the field."""
    if values["updated_at"] is None:
        values = {**values, "updated_at": meeting.updated_at}
    before = {
        name: as_text(getattr(meeting, name))
        for name, value in values.items()
        if name not in listing.leaves and getattr(meeting, name) != value
    }
    for name in before:
        setattr(meeting, name, values[name])
    return before


def _type_ids() -> dict[int, set[int]]:
    """Return the ids of each meeting’s types, by the id of the meeting."""
    linked: dict[int, set[int]] = {}
    rows = Meeting.types.through.objects.values_list("meeting_id", "meetingtype_id")
    for meeting, kind in rows.iterator():
        linked.setdefault(meeting, set()).add(kind)
    return linked
