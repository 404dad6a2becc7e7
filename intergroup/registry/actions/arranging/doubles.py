"""Meetings that look like the same one twice, and those that belong together."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from intergroup.registry.models import Meeting


def lookalikes(meeting: Meeting, *, days: Collection[int]) -> list[Meeting]:
    """Return listed meetings of the same day and time in the same place, group or link.

    A town that stands for online meetings is no place. Meetings of other weeks of the
    month, or of another season, never meet.
    """
    if not days or meeting.time is None:
        return []
    found = Meeting.objects.listed().filter(day__in=days, time=meeting.time)
    found = found.filter(_same(meeting)).exclude(pk=meeting.pk)
    found = found.select_related("group", "location").in_week_order()
    return [each for each in found if _can_meet(each, meeting)]


def siblings(meeting: Meeting) -> QuerySet[Meeting]:
    """Return the listed meetings of other days with its group, time and place or link.

    A meeting without a group belongs with those of its name.
    """
    same = {
        "time": meeting.time,
        "group": meeting.group_id,
        "location": meeting.location_id,
    }
    if meeting.group_id is None:
        same["name"] = meeting.name
    if meeting.location_id is None:
        same["conference_url"] = meeting.conference_url
    others = Meeting.objects.listed().filter(**same).exclude(day=meeting.day)
    return others.exclude(day=None).exclude(pk=meeting.pk).in_week_order()


def _same(meeting: Meeting) -> Q:
    same = Q(pk__in=())
    if meeting.group_id:
        same |= Q(group=meeting.group_id)
    if meeting.location_id:
        same |= Q(location=meeting.location_id, location__is_approximate=False)
    if meeting.conference_url:
        same |= Q(conference_url=meeting.conference_url)
    return same


def _can_meet(one: Meeting, other: Meeting) -> bool:
    """Tell whether there is a day on which both are held."""
    weeks, others = (set(filter(None, each.weeks.split(","))) for each in (one, other))
    if weeks and others and not ({"L"} & (weeks | others)) and not weeks & others:
        return False
    return not (_is_over(one, other) or _is_over(other, one))


def _is_over(one: Meeting, other: Meeting) -> bool:
    """Tell whether the season of ``one`` ends before that of ``other`` begins."""
    return bool(one.last_on and other.first_on and one.last_on < other.first_on)
