"""Merging a group into another, with the cross reference, and taking that back.

Contributions, votes and representatives stay with the number they were given for.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.actions.arranging import put_back, take_off
from intergroup.registry.actions.living.ending import left_with
from intergroup.registry.actions.living.steps import (
    Status,
    as_it_meets,
    begin_step,
    finish_step,
)
from intergroup.registry.actions.recording import Hand, facts, record_changes
from intergroup.registry.models import Group, ListingChange, Meeting


@transaction.atomic
def merge(group: Group, *, into: Group, meetings_move: bool, hand: Hand) -> Group:
    """Merge a group into another, which takes its meetings or sees them unlisted.

    Raises ValidationError: ``itself``, or ``gone`` for another that is closed or
    merged.
    """
    before = begin_step("merge", group)
    into.refresh_from_db()
    _check_other(group, into)
    if meetings_move:
        _move(group.meetings.listed(), into, hand)
    else:
        take_off(group.meetings.listed(), hand=hand)
    return finish_step(group, before, hand, status=Status.MERGED, merged_into=into)


@transaction.atomic
def unmerge(group: Group, *, hand: Hand) -> Group:
    """Take a merging back: the group has its meetings again, and its own life."""
    before = begin_step("unmerge", group)
    _move(_moved_meetings(group), group, hand)
    put_back(left_with(group, group.status_since), hand=hand)
    status = as_it_meets(group, on=hand.on)
    return finish_step(group, before, hand, status=status, merged_into=None)


def _check_other(group: Group, into: Group) -> None:
    if group.pk == into.pk:
        message = _("A group cannot be merged into itself.")
        _refuse(ValidationError(message, code="itself"))
    if into.status in Group.GONE:
        message = _("“%(group)s” is %(status)s: choose a group that meets.")
        params = {"group": into, "status": into.get_status_display().lower()}
        _refuse(ValidationError(message, code="gone", params=params))


def _refuse(error: ValidationError) -> None:
    raise ValidationError({"merged_into": error})


def _move(meetings: list[Meeting], to: Group, hand: Hand) -> None:
    for meeting in meetings:
        before = facts(meeting)
        meeting.group = to
        meeting.save(update_fields=["group"])
        record_changes(meeting, before, hand)


def _moved_meetings(group: Group) -> list[Meeting]:
    """Return the meetings that went over with this group, and are there still."""
    if not (group.merged_into_id and group.status_since):
        return []
    went = ListingChange.objects.filter(
        field="group", before=str(group.pk), changed_on__gte=group.status_since
    )
    there = Meeting.objects.filter(group=group.merged_into)
    return list(there.filter(pk__in=went.values("meeting")))
