"""The published records: frozen, and fit for everybody to read."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from intergroup.registry.actions.payment_names import SERVICES

WORDS_OF_GROUP = ("website", "email", "phone", *SERVICES, "notes")
"""What a group says of itself besides its name, number and status."""

WORDS_OF_MEETING = (
    "conference_url",
    "conference_url_notes",
    "conference_phone",
    "conference_phone_notes",
    "notes",
)
"""What is free text or a way in, of a meeting."""


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """Where meetings are held, as the public may read it."""

    pk: int
    name: str
    address: str
    region: str
    sub_region: str
    notes: str
    latitude: float | None
    longitude: float | None
    is_approximate: bool


@dataclass(frozen=True, slots=True)
class PublishedContact:
    """A contact as far as the person agreed; what was not agreed to is empty."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PublishedGroup:
    """A group, as the public may read it."""

    pk: int
    number: int
    name: str
    status: str
    district: int | None
    notes: str
    website: str
    email: str
    phone: str
    venmo: str
    square: str
    paypal: str
    homegroup_online: str
    verified_on: date | None
    contacts: tuple[PublishedContact, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedMeeting:
    """A meeting on one day of the week, as the public may read it.

    ``day`` is 0 for Sunday, None by appointment. ``weeks`` are those of the month,
    empty for every week. ``types`` are our own codes, in order. ``time_zone`` is never
    empty.
    """

    pk: int
    slug: str
    name: str
    day: int | None
    time: time | None
    end_time: time | None
    time_zone: str
    weeks: str
    first_on: date | None
    last_on: date | None
    attendance: str
    types: tuple[str, ...]
    notes: str
    conference_url: str
    conference_url_notes: str
    conference_phone: str
    conference_phone_notes: str
    venmo: str
    square: str
    paypal: str
    homegroup_online: str
    extra: dict[str, object]
    updated_at: datetime | None
    place: PublishedPlace | None
    group: PublishedGroup | None

    @property
    def is_weekly(self) -> bool:
        """Whether it is held every week, as the feeds understand a meeting."""
        return not self.weeks


@dataclass(frozen=True, slots=True)
class PublishedType:
    """A type by code: its name, the Meeting Guide’s code, its names by language."""

    code: str
    name: str
    aa_code: str
    names: dict[str, str] = field(default_factory=dict)
