"""Listings to look after: those nobody has confirmed, and those to be decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from intergroup.kit import dates
from intergroup.registry.actions.registering.kits import kits_to_send
from intergroup.registry.models import Directory, Group, Registration

SHOWN = 5
Status = Group.Status
TO_LOOK_AT = (Status.NEW, Status.PENDING, Status.PENDING_INACTIVE, Status.MISSING)


@dataclass(frozen=True, slots=True)
class Listed:
    """A group to open: its id, its number and name, its status in words."""

    pk: int
    group: str
    status: str


@dataclass(frozen=True, slots=True)
class Unverified:
    """Groups on the roll that have not said since ``since``: still right."""

    since: date
    count: int
    first: tuple[Listed, ...]
    on_the_roll: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A form to decide: its id, what it asks, its state, and how many days it waits."""

    pk: int
    asks: str
    state: str
    days: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What asks for somebody to look: groups by their status, and forms to decide.

    The first of each, and how many in all; and how many starter kits are to be sent.
    """

    count: int
    first: tuple[Listed, ...]
    form_count: int = 0
    forms: tuple[Sent, ...] = ()
    kits: int = 0


def unverified(day: date) -> Unverified:
    """Return the groups to call, the one that was silent longest first."""
    since = dates.add_months(day, -Directory.objects.current().verify_months)
    silent = Group.objects.unverified_since(since).order_by("verified_on", "number")
    return Unverified(
        since=since,
        count=silent.count(),
        first=_listed(silent[:SHOWN]),
        on_the_roll=Group.objects.on_the_roll().count(),
    )


def waiting(day: date) -> Waiting:
    """Return the forms to decide, the oldest first, and the groups to look at."""
    groups = Group.objects.filter(status__in=TO_LOOK_AT)
    forms = Registration.objects.waiting().order_by("sent_at", "pk")
    return Waiting(
        count=groups.count(),
        first=_listed(groups[:SHOWN]),
        form_count=forms.count(),
        forms=tuple(_sent(each, day) for each in forms.select_related("group")[:SHOWN]),
        kits=kits_to_send().count(),
    )


def _sent(form: Registration, day: date) -> Sent:
    days = (day - timezone.localdate(form.sent_at)).days
    return Sent(form.pk, str(form), str(form.get_state_display()), days)


def _listed(groups: Iterable[Group]) -> tuple[Listed, ...]:
    return tuple(
        Listed(group.pk, str(group), str(group.get_status_display()))
        for group in groups
    )
