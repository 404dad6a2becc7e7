"""A representative’s own group: what the list says of it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from intergroup.kit import dates
from intergroup.registry.models import Meeting, Person, Representative
from intergroup.registry.reports.listings import MONTHS


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in words: when, its name, where."""

    when: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class MyGroup:
    """One group somebody speaks for, and how its listing reads today."""

    group: str
    is_alternate: bool
    verified_on: date | None
    is_long_ago: bool
    meetings: tuple[MeetingLine, ...]


def my_groups(person: Person, day: date) -> tuple[MyGroup, ...]:
    """Return the groups a person speaks for on ``day``, as first or as alternate."""
    serving = Representative.objects.serving_on(day).filter(person=person)
    serving = serving.select_related("group").order_by("is_alternate", "group__number")
    listed = Meeting.objects.listed().filter(group__representatives__in=serving)
    lines: dict[int, list[MeetingLine]] = {}
    for meeting in listed.distinct().select_related("location").in_week_order():
        lines.setdefault(meeting.group_id, []).append(_line(meeting))
    since = dates.add_months(day, -MONTHS)
    return tuple(
        MyGroup(
            group=str(each.group),
            is_alternate=each.is_alternate,
            verified_on=each.group.verified_on,
            is_long_ago=not each.group.verified_on or each.group.verified_on < since,
            meetings=tuple(lines.get(each.group_id, ())),
        )
        for each in serving
    )


def _line(meeting: Meeting) -> MeetingLine:
    day, time = meeting.get_day_display(), meeting.time
    when = [day or "", time_format(time, "TIME_FORMAT") if time else ""]
    where = [str(meeting.location or ""), meeting.get_attendance_display()]
    return MeetingLine(
        when=" ".join(filter(None, when)) or _("By appointment"),
        name=meeting.name,
        where=" – ".join(filter(None, where)),
    )
