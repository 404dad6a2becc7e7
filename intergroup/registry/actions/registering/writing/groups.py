"""A group of a proposal: registered with the next number, or changed."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.listing import next_number
from intergroup.registry.actions.recording import (
    Hand,
    facts,
    record_addition,
    record_changes,
)
from intergroup.registry.actions.registering.proposals import GROUP_FIELDS
from intergroup.registry.actions.registering.writing.values import check, set_values
from intergroup.registry.models import Directory, District, Group

Status = Group.Status
PLAIN = tuple(each for each in GROUP_FIELDS if each != "district")
Words = Mapping[str, object]


def register_group(said: Words, *, starts_on: date | None, hand: Hand) -> Group:
    """Give a group the next number: pending, or waiting for the day it starts on.

    Two at once wait for each other, so that a number is given once.
    """
    hold_register()
    group = Group(number=next_number(), registered_on=hand.on, status_since=hand.on)
    changed = _set(group, said)
    if starts_on and starts_on > hand.on:
        group.started_on = starts_on
    if group.started_on and group.started_on > hand.on:
        group.status = Status.PRE_DATED
    else:
        days = timedelta(days=Directory.objects.current().pending_days)
        group.status, group.pending_until = Status.PENDING, hand.on + days
    check(group, {*changed, "name"})
    group.save()
    record_addition(group, hand)
    return group


def change_group(
    group: Group, said: Words, *, verified_on: date | None, hand: Hand
) -> None:
    """Write what differs; a group that sends a change says that the rest is right."""
    before = facts(group)
    check(group, _set(group, said))
    if verified_on and (group.verified_on is None or group.verified_on < verified_on):
        group.verified_on = verified_on
    group.save()
    record_changes(group, before, hand)


def _set(group: Group, said: Words) -> set[str]:
    changed = set_values(group, said, PLAIN)
    if "district" in said:
        district = _district(said["district"])
        if district != group.district:
            group.district = district
            changed.add("district")
    return changed


def _district(number: object) -> District | None:
    if not number:
        return None
    found = None
    if str(number).isascii() and str(number).isdecimal():
        found = District.objects.filter(number=int(str(number)[:9])).first()
    if found is None:
        message = _("There is no district “%s” in the register.")
        error = ValidationError(message % number, code="unknown_district")
        raise ValidationError({"district": error})
    return found
