"""The roll call: who is here, who votes, and whether they make a quorum."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from intergroup.business import quorum
from intergroup.business.models import Attendance, Attendee, BusinessMeeting
from intergroup.business.quorum.words import here_in_words
from intergroup.business.servants import serving_on
from intergroup.business.standing import (
    count_of,
    rule_of,
    size_of_roll,
    standing_at,
    why_no_vote,
)
from intergroup.registry.models import Group


@dataclass(frozen=True, slots=True)
class Present:
    """One group that has answered, and who speaks for it.

    ``why_no_vote`` is a sentence for a group that only listens, where one is known.
    """

    group: str
    person: str
    is_alternate: bool
    has_vote: bool
    has_left: bool = False
    why_no_vote: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody here in a position."""

    office: str
    person: str
    has_vote: bool
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """The quorum as it was counted at one moment."""

    at: datetime
    has_quorum: bool
    groups: int
    officers: int
    roll: int
    in_words: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """Who is here by ``rule``, as they are counted now; ``counted`` is what was noted.

    ``off_roll`` are groups that absences keep off the quorum roll;
    ``officers_with_vote`` is how many votes positions have, here or not.
    """

    rule: quorum.Rule
    count: quorum.Count
    groups: tuple[Present, ...] = ()
    officers: tuple[Officer, ...] = ()
    observers: int = 0
    named_observers: tuple[str, ...] = ()
    off_roll: tuple[str, ...] = ()
    officers_with_vote: int = 0
    counted: tuple[Counted, ...] = ()
    is_recalled: bool = False

    @property
    def here(self) -> int:
        """How many groups with a vote are here."""
        return self.count.groups

    @property
    def roll(self) -> int:
        """How many groups are on the quorum roll."""
        return self.count.roll

    @property
    def needed(self) -> int:
        """How many groups the rule needs; 0 where it asks for a position only."""
        return quorum.groups_needed(self.rule, roll=self.roll)

    @property
    def votes_here(self) -> int:
        """How many votes are here: groups with a vote, and officers with one."""
        officers = sum(each.has_vote and not each.has_left for each in self.officers)
        return self.here + officers

    @property
    def votes_on_roll(self) -> int:
        """How many votes there would be if everybody were here."""
        officers = sum(each.has_vote for each in self.officers)
        return self.roll + max(self.officers_with_vote, officers)

    @property
    def established(self) -> Counted | None:
        """The first count that found a quorum, or None."""
        return next((each for each in self.counted if each.has_quorum), None)

    @property
    def has_quorum(self) -> bool:
        """Whether there is a quorum: here, or found before where it then stands."""
        stands = self.established is not None and not self.is_recalled
        return stands or quorum.is_quorum(self.rule, self.count)

    @property
    def rule_in_words(self) -> str:
        """The quorum rule with its number: “More than half …: 7 of 12.”"""
        return quorum.rule_in_words(self.rule, roll=self.roll)

    @property
    def in_words(self) -> str:
        """What the chair says while the roll is called."""
        if quorum.is_quorum(self.rule, self.count) or not self.has_quorum:
            return quorum.in_words(self.rule, self.count)
        at = timezone.localtime(self.established.at)
        params = {
            "time": time_format(at, "TIME_FORMAT"),
            "here": here_in_words(self.rule, self.count),
        }
        told = _(
            "The quorum that was found at %(time)s stands until the meeting ends; now "
            "%(here)s."
        )
        return told % params

    @property
    def on_record(self) -> str:
        """What the record says afterwards: by the count that found a quorum, or now."""
        found = self.established
        if found is None:
            return quorum.on_record(self.rule, self.count)
        count = quorum.Count(
            groups=found.groups,
            roll=found.roll,
            officers=found.officers,
            is_office_here=True,
        )
        return quorum.on_record(self.rule, count)


def roll_call(meeting: BusinessMeeting) -> RollCall:
    """Return the roll call of a saved meeting; only groups with a vote count."""
    rows = list(
        meeting.roll.select_related("group", "person").order_by("group__number")
    )
    others = list(meeting.attendees.select_related("person"))
    standing = standing_at(meeting)
    listening = [row.group for row in rows if not row.has_vote]
    why = why_no_vote(meeting, listening) if listening else {}
    roll = size_of_roll(meeting, rows, standing)
    return RollCall(
        rule=rule_of(meeting),
        count=count_of(meeting, rows, others, roll=roll),
        groups=tuple(_present(row, why) for row in rows),
        officers=tuple(map(_officer, _of(Attendee.Kind.OFFICER, others))),
        named_observers=tuple(map(_guest, _of(Attendee.Kind.OBSERVER, others))),
        observers=meeting.observer_count + len(_of(Attendee.Kind.OBSERVER, others)),
        off_roll=_names(standing.off_by_absence - {row.group_id for row in rows}),
        officers_with_vote=_votes_of_positions(meeting),
        counted=tuple(_counted(meeting)),
        is_recalled=meeting.is_quorum_recalled,
    )


def _present(row: Attendance, why: dict[int, str]) -> Present:
    return Present(
        group=str(row.group),
        person=str(row.person) if row.person else "",
        is_alternate=row.is_alternate,
        has_vote=row.has_vote,
        has_left=row.has_left,
        why_no_vote=why.get(row.group_id, ""),
    )


def _of(kind: str, others: list[Attendee]) -> list[Attendee]:
    return [each for each in others if each.kind == kind]


def _officer(row: Attendee) -> Officer:
    person = str(row.person) if row.person else ""
    return Officer(row.office, person, row.has_vote, row.has_left)


def _guest(row: Attendee) -> str:
    return ", ".join(filter(None, [str(row.person or ""), row.office]))


def _names(groups: frozenset[int]) -> tuple[str, ...]:
    if not groups:
        return ()
    return tuple(map(str, Group.objects.filter(pk__in=groups).order_by("number")))


def _votes_of_positions(meeting: BusinessMeeting) -> int:
    """Count the positions with a vote: whoever stands in has no second one."""
    serving = serving_on(meeting.held_on)
    return len({each.office for each in serving if each.has_vote})


def _counted(meeting: BusinessMeeting) -> list[Counted]:
    return [
        Counted(
            at=each.counted_at,
            has_quorum=each.has_quorum,
            groups=each.groups_here,
            officers=each.officers_here,
            roll=each.roll_size,
            in_words=each.in_words,
        )
        for each in meeting.quorum_counts.all()
    ]
