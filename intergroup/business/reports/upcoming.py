"""The next business meeting as the desk shows it, and what a representative carries."""

from dataclasses import dataclass
from datetime import date, time

from intergroup.business.actions.calling import ruled
from intergroup.business.models import AgendaTemplate, BusinessMeeting, Rules
from intergroup.business.reports.dates import Deadline, deadlines_from
from intergroup.business.reports.motions import motions
from intergroup.kit.dates import ONE_DAY, month_of
from intergroup.registry.models import Group, Person, Representative


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A meeting to come: how full its agenda is, how many motions wait for it."""

    pk: int
    title: str
    held_on: date
    begins_at: time | None
    place: str
    is_final: bool
    agenda: int
    motions: int


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting; None where none is planned."""

    meeting: Upcoming | None


@dataclass(frozen=True, slots=True)
class ToCarry:
    """The page to carry home from the last meeting, of one group."""

    group: str
    number: int
    meeting: int
    held_on: date


@dataclass(frozen=True, slots=True)
class ForTheGroup:
    """What somebody who speaks for a group takes to it and brings back."""

    groups: tuple[str, ...]
    meeting: Upcoming | None
    deadlines: tuple[Deadline, ...]
    carry: tuple[ToCarry, ...] = ()


def next_meeting(day: date) -> NextMeeting:
    """Return the meeting on ``day``, or the first one after it."""
    found = BusinessMeeting.objects.ahead(day).first()
    return NextMeeting(_upcoming(found) if found else None)


def for_the_group(person: Person, day: date) -> ForTheGroup | None:
    """Return what ``person`` carries; None for one who represents no group."""
    serving = Representative.objects.serving_on(day).filter(person=person)
    groups = [each.group for each in serving.select_related("group")]
    if not groups:
        return None
    last = BusinessMeeting.objects.before(day).first()
    return ForTheGroup(
        groups=tuple(map(str, groups)),
        meeting=next_meeting(day).meeting,
        deadlines=tuple(deadlines_from(day)),
        carry=tuple(_to_carry(each, last) for each in groups if last),
    )


def _to_carry(group: Group, meeting: BusinessMeeting) -> ToCarry:
    return ToCarry(str(group), group.number, meeting.pk, meeting.held_on)


def _upcoming(meeting: BusinessMeeting) -> Upcoming:
    return Upcoming(
        pk=meeting.pk,
        title=meeting.title,
        held_on=meeting.held_on,
        begins_at=meeting.begins_at,
        place=meeting.place,
        is_final=meeting.is_final,
        agenda=meeting.agenda.count(),
        motions=motions(meeting).count,
    )


def plan_after() -> dict[str, object]:
    """Return what the meeting after the latest one is likely to be, for its form.

    It reports on the month after the latest period; its day is left to the planner. Its
    quorum is that of the rules, or of the latest meeting where none are written.
    """
    latest = BusinessMeeting.objects.order_by("-held_on").first()
    rules = Rules.objects.first() or latest
    usual = AgendaTemplate.objects.filter(is_usual=True).first()
    planned = {"agenda_from": usual, **(ruled(rules) if rules else {})}
    if not latest:
        return planned
    month = month_of(latest.reports_to + ONE_DAY)
    return {
        "title": latest.title,
        "begins_at": latest.begins_at,
        "place": latest.place,
        "conference_url": latest.conference_url,
        "reports_from": latest.reports_to + ONE_DAY,
        "reports_to": month.last,
        **planned,
    }
