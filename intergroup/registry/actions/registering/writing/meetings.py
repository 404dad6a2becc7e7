"""The meetings of a proposal: new ones, changed ones, and those that end."""

from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.actions.arranging import free_slug, slug_of
from intergroup.registry.actions.recording import (
    Hand,
    facts,
    record_addition,
    record_changes,
)
from intergroup.registry.actions.registering.proposals import MEETING_FIELDS, OF_PLACE
from intergroup.registry.actions.registering.writing.places import set_place
from intergroup.registry.actions.registering.writing.values import check, set_values
from intergroup.registry.models import Group, Meeting, MeetingType

PLAIN = tuple(
    each for each in MEETING_FIELDS if each not in OF_PLACE and each != "types"
)
Words = Mapping[str, object]


def write_meetings(group: Group, meetings: Iterable[Words], *, hand: Hand) -> None:
    """Write the meetings of a group; one that is not spoken of stays as it is."""
    for said in meetings:
        if not said.get("slug"):
            _add(group, said, hand)
        else:
            _change(_meeting(group, str(said["slug"])), said, hand)


def _meeting(group: Group, slug: str) -> Meeting:
    """Return the group’s own meeting; another group’s is none of its business."""
    found = group.meetings.filter(slug=slug).first()
    if found is None:
        message = _("“%(slug)s” is no meeting of “%(group)s”.")
        params = {"slug": slug, "group": group}
        raise ValidationError(message, code="not_its_meeting", params=params)
    return found


def _add(group: Group, said: Words, hand: Hand) -> None:
    if said.get("gone"):
        return
    meeting = Meeting(group=group, slug=free_slug(slug_of(str(said.get("name", "")))))
    _save(meeting, said)
    record_addition(meeting, hand)


def _change(meeting: Meeting, said: Words, hand: Hand) -> None:
    before = facts(meeting)
    if not said.get("gone"):
        meeting.unlisted_on = None
        _save(meeting, said)
    elif meeting.unlisted_on is None:
        meeting.unlisted_on = hand.on
        meeting.save(update_fields=["unlisted_on"])
    record_changes(meeting, before, hand)


def _save(meeting: Meeting, said: Words) -> None:
    changed = set_values(meeting, said, PLAIN)
    if set_place(meeting, said):
        changed.add("location")
    check(meeting, changed if meeting.pk else {*changed, "name"})
    meeting.save()
    if "types" in said:
        meeting.types.set(_types(said["types"]))


def _types(codes: object) -> Sequence[MeetingType]:
    wanted = set(codes)
    found = list(MeetingType.objects.filter(code__in=wanted))
    if unknown := wanted - {each.code for each in found}:
        message = _("There is no kind of meeting “%s” in the register.")
        error = ValidationError(message % ", ".join(sorted(unknown)), code="no_type")
        raise ValidationError({"types": error})
    return found
