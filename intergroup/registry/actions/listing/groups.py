"""The groups of a list: found by name, registered, or brought up to date."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from intergroup.kit import bulk
from intergroup.registry.actions.listing.records import (
    HANDLES,
    WORDS,
    GroupFacts,
    Listing,
)
from intergroup.registry.actions.recording import facts as facts_of
from intergroup.registry.models import Group, Meeting

Status = Group.Status
_GONE = (Status.INACTIVE, Status.MERGED)
_FIELDS = (*WORDS, *HANDLES)


def name_key(name: str) -> str:
    """Return a name as it is compared: without regard to case and blanks."""
    return " ".join(name.split()).casefold()


class Groups:
    """The groups by name, and the group of each listing.

    A row without a group leaves the meeting in the group it has in the register.
    """

    def __init__(
        self,
        listings: Iterable[Listing],
        there: dict[str, Meeting],
        *,
        today: date,
    ) -> None:
        self.added: dict[str, Group] = {}
        self.changes: list[tuple[Group, dict[str, str], dict[str, str]]] = []
        self._there = there
        self._by_id = Group.objects.in_bulk()
        self._by_name: dict[str, Group] = {}
        known = sorted(self._by_id.values(), key=_least_wanted_first)
        self._by_name |= {name_key(each.name): each for each in known}
        self._by_name |= {each.name: each for each in known}
        self._register(listings, today)

    def find(self, listing: Listing) -> Group | None:
        """Return the group a listing belongs to."""
        meeting = self._there.get(listing.slug)
        own = self._by_id.get(meeting.group_id) if meeting else None
        name = listing.group.name
        if meeting and "group_id" in listing.leaves:
            return own
        if not name or (own and name_key(own.name) == name_key(name)):
            return own
        there = self._by_name.get(name) or self._by_name.get(name_key(name))
        return there or self.added.get(listing.group.spelled)

    def update(self, facts: dict[int, dict[str, object]]) -> None:
        """Write what the list says of each group, by id, where it says anything new."""
        changed = []
        for pk, values in facts.items():
            group = self._by_id[pk]
            new = {
                name: each
                for name, each in values.items()
                if each not in (None, getattr(group, name))
            }
            if new:
                changed.append(group)
                self._set(group, new)
        bulk.save_fields(changed, ("district", "verified_on", *_FIELDS))

    def _is_left(self, listing: Listing) -> bool:
        """Tell whether a meeting without a group is to stay without one."""
        return "group_id" in listing.leaves and listing.slug in self._there

    def _set(self, group: Group, values: dict[str, object]) -> None:
        """Set fields of a group; of one that was there, remember the change."""
        before = facts_of(group)
        for name, value in values.items():
            setattr(group, name, value)
        if group.pk not in self._new:
            self.changes.append((group, before, facts_of(group)))

    def _register(self, listings: Iterable[Listing], today: date) -> None:
        new: dict[str, Group] = {}
        number = max((each.number for each in self._by_id.values()), default=0)
        for listing in listings:
            said = listing.group
            if not said.name or self.find(listing) or self._is_left(listing):
                continue
            group = new.setdefault(said.spelled, Group(name=said.name))
            group.registered_on = group.status_since = today
            group.number = group.number or number + len(new)
            group.status = _better(group.status, listing)
        Group.objects.bulk_create(new.values())
        self.added = new
        self._new = {group.pk for group in new.values()}
        self._by_id |= {group.pk: group for group in new.values()}


def first_facts(
    told: Iterable[tuple[Group | None, Listing, object]], today: date
) -> dict[int, dict[str, object]]:
    """Return for each group, by id, the first value of each fact that is not empty.

    None stands for a fact whose first word is as it always was: it is left alone.
    """
    facts: dict[int, dict[str, object]] = {}
    for group, listing, district in told:
        if not group or _is_of_another(group, listing):
            continue
        said, leaves = listing.group, listing.leaves
        mine = facts.setdefault(group.pk, {"verified_on": group.verified_on})
        if district:
            is_left = "group.district" in leaves
            mine.setdefault("district", None if is_left else district)
        for name, value in said.values.items():
            fact = name if name in HANDLES else f"group.{name}"
            mine.setdefault(name, None if fact in leaves else value)
        met = None if "group.verified_on" in leaves else said.verified_on
        days = [each for each in (mine["verified_on"], met) if each]
        mine["verified_on"] = max((day for day in days if day <= today), default=None)
    return facts


def _is_of_another(group: Group, listing: Listing) -> bool:
    """Tell whether a meeting was moved here to a group its list does not name."""
    is_moved = name_key(group.name) != name_key(listing.group.name)
    return "group_id" in listing.leaves and is_moved


def own_facts(group: Group | None, said: GroupFacts) -> dict[str, str]:
    """Return what a row says of its group that the group does not say itself.

    Payment handles are left out: a meeting has its own boxes for those.
    """
    return {
        word: said.values[name]
        for name, word in WORDS.items()
        if name in said.values
        and not (group and getattr(group, name) == said.values[name])
    }


def own_handles(group: Group | None, said: GroupFacts) -> dict[str, str]:
    """Return the payment handles that the meeting has and its group has not."""
    handles = {name: said.values.get(name, "") for name in HANDLES}
    if not group:
        return handles
    return {
        name: "" if value == getattr(group, name) else value
        for name, value in handles.items()
    }


def next_number() -> int:
    """Return the number of the next new group: one above the highest ever given."""
    return (Group.objects.aggregate(most=Max("number"))["most"] or 0) + 1


def _better(status: str, listing: Listing) -> str:
    """Return active for a group that has a meeting with a day and a time."""
    values = listing.values
    if values.get("day") is not None and values.get("time") is not None:
        return Status.ACTIVE
    return status if status == Status.ACTIVE else Status.INCOMPLETE


def _least_wanted_first(group: Group) -> tuple[bool, int]:
    """Sort so that, of two with one name, the one that meets and came first is last."""
    return (group.status not in _GONE, -group.number)
