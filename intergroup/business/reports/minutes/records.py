"""What the records hold for each kind of item of the agenda, to stand beside its prose.

A motion stands beside the first part whose prose names its number; else, like all the
rest, beside the first part of its kind, or of a kind that will do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from intergroup.business import servants
from intergroup.business.models import BusinessMeeting, ItemKind, Minutes, Motion
from intergroup.business.reports.dates import (
    Deadline,
    NextDates,
    events_announced,
    next_dates,
)
from intergroup.business.reports.minutes.moved import Moved, by_motion, moved_at
from intergroup.business.reports.minutes.present import counts
from intergroup.business.reports.reporting.told import Told, reports_to
from intergroup.business.reports.rollcall import roll_call
from intergroup.kit import record


@dataclass(frozen=True, slots=True)
class Section:
    """What an upper floor recorded, as it shows it."""

    title: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Records:
    """What is on record for one part."""

    sentences: tuple[str, ...] = ()
    motions: tuple[Moved, ...] = ()
    reports: tuple[Told, ...] = ()
    silent: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    dates: tuple[NextDates, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def __add__(self, other: "Records") -> "Records":
        names = (each.name for each in fields(self))
        return Records(*(getattr(self, n) + getattr(other, n) for n in names))


def records_by_kind(meeting: BusinessMeeting) -> dict[str, Records]:
    """Return what is on record of ``meeting``, by the kind that it belongs beside."""
    found: dict[str, Records] = {}
    for kind, records in _all(meeting):
        if records:
            found[kind] = found.get(kind, Records()) + records
    return found


def _all(meeting: BusinessMeeting) -> Iterator[tuple[str, Records]]:
    yield ItemKind.ROLL_CALL, Records(sentences=tuple(_quorum(meeting)))
    yield ItemKind.MINUTES, Records(sentences=tuple(_minutes(meeting)))
    yield from _reports(meeting)
    moved = moved_at(meeting)
    yield ItemKind.BACK, Records(motions=moved["back"])
    yield ItemKind.OLD, Records(motions=moved["old"])
    yield ItemKind.NEW, Records(motions=moved["new"])
    record.discover()
    for section, html in record.render(meeting):
        told = Section(str(section.title), html)
        yield section.about, Records(sections=(told,))
    dates = _dates(meeting)
    yield ItemKind.DATES, Records(dates=(dates,) if dates else ())
    yield ItemKind.CLOSING, Records(sentences=tuple(_closing(meeting)))


def _quorum(meeting: BusinessMeeting) -> Iterator[str]:
    counted = counts(meeting)
    for each in counted:
        time = time_format(timezone.localtime(each.at), "TIME_FORMAT")
        yield _("%(time)s: %(told)s") % {"time": time, "told": each.in_words}
    if not counted:
        yield roll_call(meeting).on_record


def _minutes(meeting: BusinessMeeting) -> Iterator[str]:
    approved = meeting.minutes_approved.listed().select_related("meeting")
    named = "approved_by__moved_by_group", "approved_by__seconded_by_group"
    for each in approved.select_related("meeting", *named).order_by("pk"):
        yield approval(each)
    amended = meeting.minutes_amended.select_related(
        "minutes__meeting", "motion__moved_by_group", "motion__seconded_by_group"
    )
    for each in amended.defer("minutes__content"):
        day = date_format(each.minutes.meeting.held_on, "DATE_FORMAT")
        how = by_motion(each.motion)
        told = _("The minutes of %s were amended") % day
        yield f"{told}{', ' if how else ''}{how}: “{each.text}”"


def approval(minutes: Minutes) -> str:
    """Return how approved minutes were approved, in a sentence."""
    day = date_format(minutes.meeting.held_on, "DATE_FORMAT")
    is_corrected = minutes.corrections.filter(outcome="taken").exists()
    told = (
        _("The minutes of %s were approved as corrected")
        if is_corrected
        else _("The minutes of %s were approved as read")
    ) % day
    how = by_motion(minutes.approved_by) or _("without a count")
    return f"{told}, {how}."


def _reports(meeting: BusinessMeeting) -> Iterator[tuple[str, Records]]:
    found = reports_to(meeting)
    if found is None:
        return
    servants.discover()
    serving = servants.serving_on(meeting.held_on)
    committees = {each.committee for each in serving}
    officers = tuple(each for each in found.offices if each.name not in committees)
    others = tuple(each for each in found.offices if each.name in committees)
    yield ItemKind.OFFICERS, Records(reports=officers)
    yield ItemKind.COMMITTEES, Records(reports=others)
    yield ItemKind.GROUPS, Records(reports=found.groups, silent=found.silent)


def _dates(meeting: BusinessMeeting) -> NextDates | None:
    """Return the next meeting, the answers due, what was announced: as it was then."""
    found = next_dates(meeting)
    asked = Motion.objects.filter(
        answers_due_on__gt=meeting.held_on, meeting__held_on__lte=meeting.held_on
    )
    deadlines = tuple(
        Deadline(each.answers_due_on, each.number, each.title)
        for each in asked.select_related("decided_at").order_by(
            "answers_due_on", "number"
        )
        if not each.decided_at_id or each.decided_at.held_on > meeting.held_on
    )
    meetings = found.meetings[:1] if found else ()
    announced = tuple(events_announced(meeting))
    if not (meetings or deadlines or announced or meeting.notes):
        return None
    return NextDates(meetings, deadlines, announced, meeting.notes)


def _closing(meeting: BusinessMeeting) -> Iterator[str]:
    if meeting.closed_at is None:
        return
    time = time_format(meeting.closed_at, "TIME_FORMAT")
    if meeting.closed_by:
        params = {"time": time, "who": meeting.closed_by}
        yield _("Closed at %(time)s by the %(who)s.") % params
    else:
        yield _("Closed at %s") % time
