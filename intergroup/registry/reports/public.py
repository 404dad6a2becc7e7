"""What the public sees of the register, for those who keep it."""

from dataclasses import dataclass
from datetime import date

from intergroup.registry.publishing import published


@dataclass(frozen=True, slots=True)
class PublicState:
    """Whether the directory and the forms are open, and how much is in the directory.

    ``groups`` are those with a meeting in it.
    """

    is_published: bool
    is_registration_open: bool
    meetings: int
    groups: int


def public_state(day: date) -> PublicState:
    """Return what everybody can see, or would see, on ``day``."""
    found = published(day)
    groups = {each.group.pk for each in found.meetings if each.group}
    return PublicState(
        is_published=found.directory.is_published,
        is_registration_open=found.directory.is_registration_open,
        meetings=len(found.meetings),
        groups=len(groups),
    )
