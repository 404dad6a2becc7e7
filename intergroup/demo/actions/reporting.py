"""Reports to the last meeting and the one ahead, and the minutes of those held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime, time, timedelta

from django.utils import timezone

from intergroup.business.actions.minutes import approve_minutes, begin_minutes
from intergroup.business.models import (
    BusinessMeeting,
    MeetingReport,
    Minutes,
    MinutesCorrection,
)
from intergroup.business.reports.minutes.paper import keep
from intergroup.demo.actions.checking import save_all
from intergroup.demo.minutes import APPROVED, CLOSED, CORRECTION, KINDS, OPENED, PROSE
from intergroup.demo.reports import AHEAD, GROUPS, OFFICES, GroupReportRow, OfficeRow
from intergroup.demo.story import Story
from intergroup.registry.models import Group

TEN_DAYS = timedelta(days=10)


def load_reports(
    story: Story, meetings: Sequence[BusinessMeeting], groups: Mapping[int, Group]
) -> None:
    """Save what was reported; what was given to the last meeting is accepted."""
    save_all(MeetingReport, _reports(story, meetings, groups))


def load_minutes(story: Story, meetings: Sequence[BusinessMeeting]) -> None:
    """Write the minutes of the latest meetings held; all but the last are approved."""
    held = list(meetings[-2 - APPROVED : -1])
    for meeting in held:
        meeting.opened_by = meeting.opened_by or "Chair"
        meeting.closed_by = meeting.closed_by or "Chair"
        meeting.opened_at = meeting.opened_at or time.fromisoformat(OPENED)
        meeting.closed_at = meeting.closed_at or time.fromisoformat(CLOSED)
        meeting.save()
    for meeting, later in zip(held, [*held[1:], None], strict=True):
        minutes = _written(meeting, story)
        if later:
            approve_minutes(minutes, at=later, on=later.held_on, keep=keep)
    asked_by, text = CORRECTION
    MinutesCorrection.objects.create(
        minutes=minutes, asked_on=story.today, asked_by=asked_by, text=text
    )


def _reports(
    story: Story, meetings: Sequence[BusinessMeeting], groups: Mapping[int, Group]
) -> Iterator[MeetingReport]:
    for row in (*OFFICES, *GROUPS):
        meeting = meetings[row.at]
        said = {each.name: getattr(row, each.name) for each in fields(row)}
        said.pop("at")
        if isinstance(row, GroupReportRow):
            said["group"] = groups[row.group]
        yield MeetingReport(
            meeting=meeting,
            is_accepted=row.at != AHEAD,
            sent_at=_sent_at(row, story),
            **said,
        )


def _sent_at(row: OfficeRow | GroupReportRow, story: Story) -> datetime | None:
    if row.state == "draft":
        return None
    day = story.today if row.at == AHEAD else story.past_on[-1]
    return timezone.make_aware(datetime.combine(day, time(9)))


def _written(meeting: BusinessMeeting, story: Story) -> Minutes:
    """Return minutes that went round ten days after the meeting."""
    minutes = begin_minutes(meeting)
    parts = list(minutes.parts.all())
    for part in parts:
        part.kind = part.kind or KINDS.get(part.title, "")
        part.prose = PROSE.get(part.title, "")
        part.revision = 1
    minutes.parts.bulk_update(parts, ["kind", "prose", "revision"])
    minutes.state = Minutes.State.CIRCULATED
    minutes.circulated_on = min(meeting.held_on + TEN_DAYS, story.today)
    minutes.save()
    return minutes
