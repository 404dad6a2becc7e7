"""A meeting as a list tells it, before it is in the register."""

from dataclasses import dataclass, field
from datetime import date

from intergroup.registry.actions.payment_names import SERVICES

HANDLES = tuple(SERVICES)
WORDS = {  # of a group, and what a feed calls them
    "notes": "group_notes",
    "website": "website",
    "email": "email",
    "phone": "phone",
}
GROUP_FACTS = {f"group.{name}": name for name in WORDS}
PLACE_FACTS = {f"place.{name}": name for name in ("latitude", "longitude", "notes")}


@dataclass(frozen=True, slots=True)
class Kind:
    """A meeting type by its code, with the name it gets if the register lacks it."""

    code: str
    name: str
    aa_code: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A location: the first four are what it is known by.

    ``is_guess``: the list did not say whether it is approximate, so a place that is in
    the register already keeps its own word on it.
    """

    name: str = ""
    address: str = ""
    region: str = ""
    sub_region: str = ""
    is_approximate: bool = False
    is_guess: bool = True
    latitude: float | None = None
    longitude: float | None = None
    notes: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells one place from another."""
        return (self.name, self.address, self.region, self.sub_region)


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What a row says of its group; ``name`` is empty when it names none.

    Two new groups are told apart by ``spelled``, the name as the list has it, blanks
    and capitals too: whether they are one is for the registrar to say. ``values`` holds
    fields of Group that are not empty; ``district`` is a number, a name, or nothing.
    """

    name: str = ""
    spelled: str = ""
    values: dict[str, str] = field(default_factory=dict)
    district: int | str | None = None
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One meeting on one day. ``values`` are fields of Meeting, by name.

    ``leaves`` names what the list does not speak of, or says as it always did, and so
    is left as it is: fields of a meeting, ``group.phone``, ``place.notes`` and such;
    ``extra`` is kept beside the meeting as it came.
    """

    slug: str
    values: dict[str, object]
    kinds: tuple[Kind, ...] = ()
    place: Place | None = None
    group: GroupFacts = field(default_factory=GroupFacts)
    extra: dict[str, object] = field(default_factory=dict)
    leaves: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one listing: ``changes`` names fields; a new meeting has none."""

    listing: Listing
    is_new: bool
    changes: tuple[str, ...]
    group_name: str
