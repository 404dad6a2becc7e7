"""What the passing of days does to the register: the work of a night, done once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from intergroup.registry.actions import living
from intergroup.registry.actions.recording import Hand
from intergroup.registry.actions.registering.deciding import write_forms_of_the_day
from intergroup.registry.actions.registering.forgetting import forget_senders
from intergroup.registry.models import Group, ListingChange, Registration

Status = Group.Status


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done: groups with their new status, forms, and how many forgotten."""

    begun: tuple[Group, ...]
    judged: tuple[Group, ...]
    resumed: tuple[Group, ...]
    written: tuple[Registration, ...]
    refused: tuple[str, ...]
    forgotten: int


@transaction.atomic
def keep_register(*, on: date) -> Kept:
    """Do everything whose day has come by ``on``; a second time there is nothing.

    Two at once wait for each other. What is for today is written before groups are
    looked at; a group that begins today may so be active today too.
    """
    written, refused = write_forms_of_the_day(on=on)
    hand = Hand(on=on, way=ListingChange.Way.TIME)
    begins = Group.objects.filter(status=Status.PRE_DATED, started_on__lte=on)
    over = Group.objects.filter(status=Status.PENDING, pending_until__lte=on)
    again = Group.objects.filter(status=Status.PAUSED, paused_until__lte=on)
    return Kept(
        begun=_each(living.begin, begins, hand),
        judged=_each(living.activate, over, hand),
        resumed=_each(living.resume, again, hand),
        written=tuple(written),
        refused=tuple(refused),
        forgotten=forget_senders(on=on),
    )


def _each(step: Callable[..., Group], groups: object, hand: Hand) -> tuple[Group, ...]:
    """Take a step with each group; one that somebody else moved meanwhile is left."""
    moved = []
    for group in groups:
        try:
            with transaction.atomic():
                moved.append(step(group, hand=hand))
        except ValidationError:
            continue
    return tuple(moved)
