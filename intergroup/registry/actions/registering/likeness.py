"""Whether a new group may be one that is registered already."""

from django.db.models import Q

from intergroup.registry.actions.listing.groups import name_key
from intergroup.registry.actions.registering.proposals import Proposal
from intergroup.registry.models import Group, Meeting


def groups_alike(proposed: Proposal) -> list[Group]:
    """Return groups of the same name, or at the same place, day and time, by number."""
    name = name_key(str(proposed["group"].get("name", "")))
    found = {each.pk: each for each in _kept() if name and name_key(each.name) == name}
    for words in proposed["meetings"]:
        for meeting in _at_the_same_time(words):
            if _same_place(meeting, words):
                found.setdefault(meeting.group_id, meeting.group)
    return sorted(found.values(), key=lambda group: group.number)


def _kept() -> list[Group]:
    return list(Group.objects.filter(status__in=Group.PUBLISHED))


def _at_the_same_time(words: Proposal) -> list[Meeting]:
    if not (words.get("day") and words.get("time")):
        return []
    at_once = Meeting.objects.listed().filter(
        Q(day=words["day"], time=words["time"]), group__status__in=Group.PUBLISHED
    )
    return list(at_once.select_related("group", "location"))


def _same_place(meeting: Meeting, words: Proposal) -> bool:
    link = str(words.get("conference_url", "")).split("?")[0]
    if link and meeting.conference_url.split("?")[0] == link:
        return True
    there = meeting.location
    if there is None or there.is_approximate:
        return False
    pairs = ((there.name, "location"), (there.address, "address"))
    return any(
        known and name_key(known) == name_key(str(words.get(name, "")))
        for known, name in pairs
    )
