"""A representative’s own group: what the list says of it, and who speaks for it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from intergroup.kit import dates
from intergroup.registry.models import (
    Directory,
    Group,
    Meeting,
    Person,
    Representative,
)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in words: when, its name, where."""

    when: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class MyGroup:
    """One group somebody speaks for, and how its listing reads today.

    ``is_long_ago`` says that it is to be confirmed; ``status`` is empty for a group
    that meets.
    """

    number: int
    group: str
    status: str
    is_alternate: bool
    verified_on: date | None
    is_long_ago: bool
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks for the group; ``ends_on`` is the first day without them."""

    name: str
    is_me: bool
    is_alternate: bool
    began_on: date
    ends_on: date | None


def my_groups(person: Person | None, day: date) -> tuple[MyGroup, ...]:
    """Return the groups a person speaks for on ``day``, as first or as alternate."""
    if person is None:
        return ()
    serving = Representative.objects.serving_on(day).filter(person=person)
    serving = serving.select_related("group").order_by("is_alternate", "group__number")
    listed = Meeting.objects.listed().filter(group__representatives__in=serving)
    lines: dict[int, list[MeetingLine]] = {}
    for meeting in listed.distinct().select_related("location").in_week_order():
        lines.setdefault(meeting.group_id, []).append(_line(meeting))
    since = dates.add_months(day, -Directory.objects.current().verify_months)
    return tuple(_mine(each, since, lines.get(each.group_id, [])) for each in serving)


def speakers(number: int, *, person: Person, day: date) -> tuple[Speaker, ...]:
    """Return who speaks for the group with that number on ``day``, the first first."""
    serving = Representative.objects.serving_on(day).filter(group__number=number)
    return tuple(
        Speaker(
            name=str(each.person),
            is_me=each.person_id == person.pk,
            is_alternate=each.is_alternate,
            began_on=each.began_on,
            ends_on=each.ends_on,
        )
        for each in serving.select_related("person").order_by("is_alternate", "pk")
    )


def _mine(serving: Representative, since: date, lines: list[MeetingLine]) -> MyGroup:
    group = serving.group
    meets = group.status in Group.ON_THE_ROLL
    return MyGroup(
        number=group.number,
        group=str(group),
        status="" if meets else str(group.get_status_display()),
        is_alternate=serving.is_alternate,
        verified_on=group.verified_on,
        is_long_ago=not group.verified_on or group.verified_on < since,
        meetings=tuple(lines),
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
