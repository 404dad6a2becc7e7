"""Which groups stand on the quorum roll, and which may vote, from earlier roll calls.

Two absences (as many as the rules say) take a group off the quorum roll, never off the
register; it comes back by coming. No group is absent from a meeting before it was
registered, nor from one at which nobody called the roll.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import (
    Attendance,
    Attendee,
    BusinessMeeting,
    Rules,
)
from intergroup.business.quorum import Count, QuorumKind, Rule, is_office
from intergroup.kit.dates import add_months
from intergroup.registry.models import Group

A_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Standing:
    """The quorum roll of one meeting before anybody answers, by the keys of groups."""

    on_roll: frozenset[int]
    off_by_absence: frozenset[int]


def standing_at(meeting: BusinessMeeting, *, rules: Rules | None = None) -> Standing:
    """Return who is on the quorum roll of ``meeting``, and who is off by absences."""
    times = (rules or Rules.objects.current()).absences_off_roll
    groups = list(Group.objects.on_the_roll().only("pk", "registered_on"))
    called = BusinessMeeting.objects.before(meeting.held_on).with_a_roll()
    last = list(called.only("pk", "held_on")[:times]) if times else []
    off = frozenset[int]()
    if times and len(last) == times:
        came = _came_to(last)
        first_on = min(each.held_on for each in last)
        off = frozenset(
            group.pk
            for group in groups
            if group.pk not in came
            and (group.registered_on is None or group.registered_on <= first_on)
        )
    return Standing(frozenset(group.pk for group in groups) - off, off)


def size_of_roll(
    meeting: BusinessMeeting,
    rows: Iterable[Attendance],
    standing: Standing | None = None,
) -> int:
    """Return how many groups the quorum is a part of; ``rows`` are those that came.

    A number kept in ``roll_size`` goes before the register’s; a group that votes counts
    in any case.
    """
    voting = [row for row in rows if row.has_vote]
    if meeting.roll_size is not None:
        returned = sum(row.is_beside_roll for row in voting)
        return max(meeting.roll_size + returned, len(voting))
    standing = standing or standing_at(meeting)
    return len(standing.on_roll.union(row.group_id for row in voting))


def attended_before(meeting: BusinessMeeting) -> tuple[int | None, int]:
    """Return how many groups with a vote came in the twelve months before, at how many.

    All together, so that the average stays exact; None where no roll was called.
    """
    first = add_months(meeting.held_on, -A_YEAR)
    rows = Attendance.objects.filter(
        meeting__held_on__gte=first, meeting__held_on__lt=meeting.held_on
    )
    called = Counter(rows.values_list("meeting", "has_vote"))
    meetings = len({pk for pk, _has_vote in called})
    attended = sum(n for (_pk, has_vote), n in called.items() if has_vote)
    return (attended, meetings) if meetings else (None, 1)


def why_no_vote(
    meeting: BusinessMeeting, groups: Collection[Group], *, rules: Rules | None = None
) -> dict[int, str]:
    """Return the groups that do not vote at ``meeting`` yet, each with the reason.

    New is a group that was registered after the first roll call on record; of others
    nobody knows to how many meetings they came.
    """
    rules = rules or Rules.objects.current()
    earlier = BusinessMeeting.objects.before(meeting.held_on).with_a_roll()
    first = earlier.order_by("held_on").values_list("held_on", flat=True).first()
    came = _times_before(meeting) if rules.attendances_before_vote > 1 else Counter()
    found = {}
    for group in groups:
        is_new = bool(first and group.registered_on and group.registered_on > first)
        if why := _why(group, meeting, rules, came[group.pk] if is_new else None):
            found[group.pk] = why
    return found


def _why(group: Group, meeting: BusinessMeeting, rules: Rules, came: int | None) -> str:
    """Return why a group does not vote yet, or nothing; ``came`` is for new ones."""
    wanted = rules.attendances_before_vote
    if came is not None and came + 1 < wanted:
        return _(
            "New: this is its meeting %(nth)s, and it votes at its %(wanted)s."
        ) % {
            "nth": came + 1,
            "wanted": wanted,
        }
    if not group.registered_on:
        return ""
    votes_on = group.registered_on + timedelta(days=rules.days_before_vote)
    if votes_on <= meeting.held_on:
        return ""
    return _("New: it votes from %s on.") % date_format(votes_on, "DATE_FORMAT")


def _came_to(meetings: list[BusinessMeeting]) -> set[int]:
    rows = Attendance.objects.filter(meeting__in=meetings)
    return set(rows.values_list("group", flat=True))


def _times_before(meeting: BusinessMeeting) -> Counter[int]:
    rows = Attendance.objects.filter(meeting__held_on__lt=meeting.held_on)
    return Counter(rows.values_list("group", flat=True))


def rule_of(meeting: BusinessMeeting) -> Rule:
    """Return the quorum rule of a meeting, with the attendance it rests on."""
    if meeting.quorum_kind != QuorumKind.ATTENDANCE or meeting.quorum_base is not None:
        return meeting.quorum_rule()
    attended, meetings = attended_before(meeting)
    return meeting.quorum_rule(attended=attended, meetings=meetings)


def count_of(
    meeting: BusinessMeeting,
    rows: Iterable[Attendance],
    others: Iterable[Attendee],
    *,
    roll: int,
) -> Count:
    """Return who is here now, as a quorum counts them; who has left is not."""
    offices = [
        each.office
        for each in others
        if each.kind == Attendee.Kind.OFFICER and not each.has_left
    ]
    named = meeting.quorum_office
    return Count(
        groups=sum(row.has_vote and not row.has_left for row in rows),
        roll=roll,
        officers=len(offices),
        is_office_here=any(is_office(office, named) for office in offices),
    )
