"""Business meetings with agenda and roll call, and the book of motions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from intergroup.business.actions import rollcall
from intergroup.business.actions.calling import prepare
from intergroup.business.models import (
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    Attendance,
    BusinessMeeting,
    Motion,
    Rules,
)
from intergroup.business.servants import serving_on
from intergroup.demo.actions.checking import checked, save_all
from intergroup.demo.actions.motions import EVENTS, load_steps
from intergroup.demo.business import (
    AGENDA,
    ANNOUNCEMENTS,
    DAYS_BEFORE_VOTE,
    LINK,
    NOTES_AHEAD,
    NOTES_WHEN_HELD,
    OBSERVERS,
    OFFICERS,
    PLACE,
    TEMPLATE,
    roll_calls,
)
from intergroup.demo.motions import MOTIONS, MotionRow
from intergroup.demo.people import RepresentativeRow
from intergroup.demo.story import Story, reported_at, second_sunday
from intergroup.kit.dates import add_months
from intergroup.registry.models import Body, Group, Person


def load_meetings(
    story: Story,
    speakers: Sequence[RepresentativeRow],
    people: Mapping[str, Person],
    groups: Mapping[int, Group],
) -> list[BusinessMeeting]:
    """Save seven business meetings, the oldest first, with agenda and roll call."""
    unity = date_format(story.unity_on, "l, F j")
    announced = zip(story.all_on, ANNOUNCEMENTS, strict=True)
    held = (
        _meeting(day, notes.format(unity_day=unity), story) for day, notes in announced
    )
    meetings = save_all(BusinessMeeting, held)
    _load_rules(meetings, story)
    save_all(AgendaItem, _agenda(meetings, story))
    present = (
        Attendance(
            meeting=meetings[row.past],
            group=groups[row.group],
            person=people.get(row.person),
            is_alternate=row.is_alternate,
            has_vote=row.has_vote,
        )
        for row in roll_calls(story, speakers)
    )
    save_all(Attendance, present)
    for meeting in meetings:
        rollcall.keep_roll(meeting, on=story.today)
    return meetings


def _load_rules(meetings: Sequence[BusinessMeeting], story: Story) -> None:
    """Save how this body meets and its order of business, and the next deadlines."""
    rules = checked([Rules(pk=1, days_before_vote=DAYS_BEFORE_VOTE)])
    Rules.objects.bulk_create(rules)
    (template,) = save_all(
        AgendaTemplate, [AgendaTemplate(name=TEMPLATE, is_usual=True)]
    )
    lines = (
        AgendaTemplateItem(
            template=template,
            order=10 * nth,
            kind=kind,
            title=title,
            led_by=led_by,
            minutes=minutes,
        )
        for nth, (kind, title, led_by, minutes) in enumerate(AGENDA, start=1)
    )
    save_all(AgendaTemplateItem, lines)
    for meeting in meetings:
        prepare(meeting, template=None, today=story.today)


def load_presence(meetings: Sequence[BusinessMeeting], story: Story) -> None:
    """Let officers be at the past meetings, and the quorum be counted there."""
    zone = ZoneInfo(Body.objects.current().time_zone)
    for nth, meeting in enumerate(meetings):
        if meeting.held_on >= story.next_on:
            continue
        rollcall.count_observers(meeting, more=OBSERVERS[nth])
        for servant in serving_on(meeting.held_on):
            if servant.office in OFFICERS:
                speaks = meeting.roll.filter(person=servant.person).exists()
                rollcall.call_officer(meeting, servant, is_listening=speaks)
        rollcall.open_meeting(meeting, at=time(14, 4), opened_by="Chair")
        begun = datetime.combine(meeting.held_on, time(14, 20), zone)
        rollcall.count_quorum(meeting, at=begun)
        rollcall.close_meeting(meeting, at=time(16, 35), closed_by="Chair")
        meeting.refresh_from_db()


def load_motions(
    meetings: Sequence[BusinessMeeting], groups: Mapping[int, Group]
) -> dict[str, Motion]:
    """Save every motion; return those that something else points at, by their key."""
    places: dict[int, int] = {}
    motions = []
    for row in MOTIONS:
        number = ""
        if row.result not in {"received", "not-taken-up"}:
            places[row.at] = places.get(row.at, 0) + 1
            number = f"{meetings[row.at].held_on:%m-%y}-{places[row.at]:02}"
        motions.append(_motion(row, number, meetings[row.at], groups))
    save_all(Motion, motions)
    load_steps(list(zip(MOTIONS, motions, strict=True)), meetings)
    return {
        row.key: motion for row, motion in zip(MOTIONS, motions, strict=True) if row.key
    }


def _meeting(held_on: date, notes: str, story: Story) -> BusinessMeeting:
    reports = reported_at(held_on)
    is_past = held_on < story.next_on
    return BusinessMeeting(
        held_on=held_on,
        begins_at=time(14),
        place=PLACE,
        conference_url=LINK,
        reports_from=reports.first,
        reports_to=reports.last,
        notes=notes,
        final_on=min(held_on + timedelta(days=3), story.today) if is_past else None,
    )


def _agenda(meetings: Sequence[BusinessMeeting], story: Story) -> Iterator[AgendaItem]:
    for meeting in meetings:
        is_past = meeting.held_on < story.next_on
        notes = NOTES_WHEN_HELD if is_past else NOTES_AHEAD
        for nth, (kind, title, led_by, minutes) in enumerate(AGENDA, start=1):
            yield AgendaItem(
                meeting=meeting,
                order=10 * nth,
                kind=kind,
                title=title,
                led_by=led_by,
                minutes=minutes,
                notes=notes.get(title, ""),
            )


def _motion(
    row: MotionRow, number: str, meeting: BusinessMeeting, groups: Mapping[int, Group]
) -> Motion:
    ayes, noes, abstained = row.votes or (None, None, None)
    by_group = groups[row.moved] if isinstance(row.moved, int) else None
    return Motion(
        number=number,
        meeting=meeting,
        decided_at=meeting if row.result in {"carried", "failed"} else None,
        title=row.title,
        text=row.text,
        intent=row.intent,
        moved_by_group=by_group,
        moved_by="" if by_group else row.moved,
        seconded_by_group=groups[row.seconded] if row.seconded else None,
        majority=row.majority,
        votes_for=ayes,
        votes_against=noes,
        abstentions=abstained,
        result=row.result,
        answers_due_on=_answers_due_on(row, meeting),
        is_policy_change=bool(row.policy),
        text_after=row.policy,
        referred_to=EVENTS if row.result == "referred" else "",
    )


def _answers_due_on(row: MotionRow, meeting: BusinessMeeting) -> date | None:
    """Return the business meeting by which the groups answer."""
    if not row.answers:
        return None
    return second_sunday(add_months(meeting.held_on.replace(day=1), row.answers))
