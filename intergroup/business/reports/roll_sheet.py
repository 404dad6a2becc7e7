"""The roll as it is called: a row for each group, with those who may speak for it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from intergroup.business.models import Attendance, Attendee, BusinessMeeting
from intergroup.business.reports.rollcall import RollCall, roll_call
from intergroup.business.servants import Servant, serving_on
from intergroup.business.standing import standing_at, why_no_vote
from intergroup.registry.models import Body, Group, Person, Representative

WAITING, HERE, LEFT = "waiting", "here", "left"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may speak for a group; ``calls`` is what the body calls them.

    ``elsewhere`` says what they do here already, so that they cannot.
    """

    pk: int
    name: str
    calls: str
    is_alternate: bool
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One group: whether it is here, who speaks, and who could with one tap."""

    pk: int
    number: int
    name: str
    state: str = WAITING
    speaks: str = ""
    has_vote: bool = True
    note: str = ""
    offers: tuple[Speaker, ...] = ()
    is_unnamed_offered: bool = False
    elsewhere: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One who serves: whether they are here, and with a vote.

    ``speaks_for`` is the group for which they answered: then they only listen.
    """

    office: str
    person: int
    name: str
    state: str
    has_vote: bool
    speaks_for: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class RollSheet:
    """The whole page: the count, the groups, those who serve, and the guests."""

    roll: RollCall
    rows: tuple[Row, ...]
    officers: tuple[OfficeRow, ...]
    guests: tuple[Attendee, ...]

    @property
    def waiting(self) -> int:
        """How many groups have not answered."""
        return sum(row.state == WAITING for row in self.rows)


def roll_sheet(meeting: BusinessMeeting) -> RollSheet:
    """Return the roll of a saved meeting, the groups by their numbers."""
    rows = list(meeting.roll.select_related("group", "person"))
    others = list(meeting.attendees.select_related("person"))
    return RollSheet(
        roll=roll_call(meeting),
        rows=tuple(_rows(meeting, rows, others)),
        officers=tuple(_officers(meeting, rows, others)),
        guests=tuple(each for each in others if each.kind == Attendee.Kind.OBSERVER),
    )


def _rows(
    meeting: BusinessMeeting, rows: list[Attendance], others: list[Attendee]
) -> list[Row]:
    answered = {row.group_id: row for row in rows}
    on_the_list = Q(pk__in=Group.objects.on_the_roll()) | Q(pk__in=answered)
    groups = list(Group.objects.filter(on_the_list).order_by("number"))
    off, new = standing_at(meeting).off_by_absence, why_no_vote(meeting, groups)
    speakers = _speakers(meeting, _busy(rows, others))
    return [
        _row(
            group,
            answered.get(group.pk),
            speakers[group.pk],
            note=new.get(group.pk) or _off(group.pk in off),
        )
        for group in groups
    ]


def _off(is_off: bool) -> str:  # noqa: FBT001 (what is told is the whole of it)
    return _("Off the quorum roll after absences; back by coming.") if is_off else ""


def _busy(rows: list[Attendance], others: list[Attendee]) -> dict[int, tuple[int, str]]:
    """Return what people do here: the group they speak for (or 0), and in words."""
    busy = {
        each.person_id: (0, _("votes as %s") % each.office)
        for each in others
        if each.has_vote
    }
    for row in rows:
        busy[row.person_id] = (row.group_id, _("speaks for %s") % row.group)
    return busy


def _speakers(
    meeting: BusinessMeeting, busy: dict[int, tuple[int, str]]
) -> dict[int, list[Speaker]]:
    body, found = Body.objects.current(), defaultdict(list)
    calls = body.calls_representative, body.calls_alternate
    serving = Representative.objects.serving_on(meeting.held_on)
    for each in serving.select_related("person").order_by("is_alternate", "began_on"):
        at, told = busy.get(each.person_id, (each.group_id, ""))
        speaker = Speaker(
            pk=each.person_id,
            name=str(each.person),
            calls=calls[each.is_alternate],
            is_alternate=each.is_alternate,
            elsewhere="" if at == each.group_id else told,
        )
        found[each.group_id].append(speaker)
    return found


def _row(
    group: Group, row: Attendance | None, speakers: list[Speaker], *, note: str
) -> Row:
    free = tuple(each for each in speakers if not each.elsewhere)
    elsewhere = tuple(each for each in speakers if each.elsewhere)
    plain = {"pk": group.pk, "number": group.number, "name": group.name}
    if row is None:
        return Row(
            **plain,
            note=note,
            offers=free,
            is_unnamed_offered=True,
            elsewhere=elsewhere,
        )
    return Row(
        **plain,
        state=LEFT if row.has_left else HERE,
        speaks=_speaks(row),
        has_vote=row.has_vote,
        note="" if row.has_vote else note,
        offers=_offers(row, free),
    )


def _offers(row: Attendance, free: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return who may take over: the representative, or anybody once it has left."""
    if row.person_id and not row.is_alternate and not row.has_left:
        return ()
    return tuple(
        each
        for each in free
        if each.pk != row.person_id and (row.has_left or not each.is_alternate)
    )


def _speaks(row: Attendance) -> str:
    if row.person is None:
        return _("without a name")
    return _("%s, the alternate") % row.person if row.is_alternate else str(row.person)


def _officers(
    meeting: BusinessMeeting, rows: list[Attendance], others: list[Attendee]
) -> list[OfficeRow]:
    here = {each.office: each for each in others if each.kind == Attendee.Kind.OFFICER}
    groups = {row.person_id: str(row.group) for row in rows}
    found = [
        _office(servant, here.get(servant.office), groups.get(servant.person.pk, ""))
        for servant in serving_on(meeting.held_on)
    ]
    known = {(each.office, each.person) for each in found}
    gone = (
        each for each in here.values() if (each.office, each.person_id) not in known
    )
    return found + [_office(_as_here(each), each, "") for each in gone]


def _office(servant: Servant, row: Attendee | None, group: str) -> OfficeRow:
    is_theirs = row is not None and row.person_id == servant.person.pk
    state = (LEFT if row.has_left else HERE) if is_theirs else WAITING
    return OfficeRow(
        office=servant.office,
        person=servant.person.pk,
        name=str(servant.person),
        state=state,
        has_vote=row.has_vote if is_theirs else servant.has_vote and not group,
        speaks_for="" if is_theirs else group,
        pk=row.pk if is_theirs else None,
    )


def _as_here(row: Attendee) -> Servant:
    return Servant(row.office, row.person or Person(), has_vote=row.has_vote)
