"""Somebody leaves before the end, and perhaps comes back: the quorum follows."""

from django.db import transaction

from intergroup.business.actions.rollcall.holding import hold
from intergroup.business.models import Attendance, Attendee


def mark_left(row: Attendance | Attendee) -> None:
    """Write down that a group, or an officer, has left."""
    _mark(row, has_left=True)


def mark_back(row: Attendance | Attendee) -> None:
    """Write down that they are here again."""
    _mark(row, has_left=False)


@transaction.atomic
def _mark(row: Attendance | Attendee, *, has_left: bool) -> None:
    hold(row.meeting)
    row.has_left = has_left
    type(row).objects.filter(pk=row.pk).update(has_left=has_left)
