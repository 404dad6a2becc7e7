"""Saving a group as the office wrote it."""

from django.db import transaction

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import (
    Hand,
    facts,
    record_addition,
    record_changes,
)
from intergroup.registry.models import Group


@transaction.atomic
def save_group(group: Group, *, hand: Hand) -> None:
    """Save a group, and record that it is new or what changed.

    ``status_since`` is the day the status last changed.
    """
    hold_register()
    there = Group.objects.filter(pk=group.pk).first() if group.pk else None
    if there is None:
        group.status_since = hand.on
        group.save()
        record_addition(group, hand)
        return
    if group.status != there.status:
        group.status_since = hand.on
    group.save()
    record_changes(group, facts(there), hand)
