"""Taking meetings off the list, and putting them back."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from intergroup.kit import bulk
from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import (
    Hand,
    as_text,
    changes_between,
    save_all,
)
from intergroup.registry.models import Meeting


def take_off(meetings: Iterable[Meeting], *, hand: Hand, on: date | None = None) -> int:
    """Take the meetings that are in the list off it; return how many these were.

    They leave it ``on`` a day, or else on the day of the hand.
    """
    listed = (each for each in meetings if not each.unlisted_on)
    return _write(listed, on or hand.on, hand)


def put_back(meetings: Iterable[Meeting], *, hand: Hand) -> int:
    """Put the meetings that were taken off back; return how many these were."""
    return _write((each for each in meetings if each.unlisted_on), None, hand)


@transaction.atomic
def _write(meetings: Iterable[Meeting], day: date | None, hand: Hand) -> int:
    hold_register()
    meetings, told, now = list(meetings), [], timezone.now()
    for each in meetings:
        before = {"unlisted_on": as_text(each.unlisted_on)}
        each.unlisted_on, each.updated_at = day, now
        told += changes_between(each, before, {"unlisted_on": as_text(day)}, hand)
    bulk.save_fields(meetings, ("unlisted_on", "updated_at"))
    save_all(told)
    return len(meetings)
