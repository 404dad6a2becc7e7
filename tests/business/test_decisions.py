"""What stands on record of the last meeting, and the next dates."""

from datetime import date, time

from intergroup.business.models import Attendance, Motion
from intergroup.business.reports.dates import Ahead, Deadline, NextDates, next_dates
from intergroup.business.reports.decisions import last_meeting
from intergroup.kit import packet
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory

JANUARY_11 = date(2026, 1, 11)
MARCH_8 = date(2026, 3, 8)
Result = Motion.Result


def outcomes(lines):
    return [(line.number, line.outcome) for line in lines]


def test_the_first_meeting_has_no_last_one(db):
    assert last_meeting(BusinessMeetingFactory()) is None


def test_the_last_meeting_is_the_one_just_before(db):
    for day in (date(2025, 12, 14), JANUARY_11):
        BusinessMeetingFactory(held_on=day)

    assert last_meeting(BusinessMeetingFactory()).held_on == JANUARY_11


def test_what_was_decided_stands_apart_from_what_was_left_open(db):
    january = BusinessMeetingFactory(held_on=JANUARY_11)
    february = BusinessMeetingFactory()
    for number, result, at in [
        ("1", Result.CARRIED, january),
        ("2", Result.WITHDRAWN, None),
        ("3", Result.TABLED, None),
        ("4", Result.FAILED, february),
    ]:
        MotionFactory(number=number, meeting=january, result=result, decided_at=at)

    report = last_meeting(february)

    assert outcomes(report.decided) == [("1", "Carried."), ("2", "Withdrawn.")]
    open_then = [("3", "Tabled."), ("4", "Left open for a later meeting.")]
    assert outcomes(report.left_open) == open_then


def test_the_packet_tells_how_many_were_there_and_what_carried(db):
    january = BusinessMeetingFactory(held_on=JANUARY_11)
    Attendance.objects.create(meeting=january, group=GroupFactory())
    MotionFactory(
        meeting=january, decided_at=january, result=Result.CARRIED, number="01-26-01"
    )

    packet.discover()
    rendered = packet.render(BusinessMeetingFactory())
    html = {section.slug: html for section, html in rendered}["last-meeting"]

    assert "Business meeting of Jan. 11, 2026." in html
    assert "1 of 1 groups with a vote; 1 was needed." in html
    assert "01-26-01 Buy a projector" in html


def test_next_dates_are_the_meetings_after_and_the_answers_due(db):
    february = BusinessMeetingFactory(notes="Unity day.")
    BusinessMeetingFactory(held_on=MARCH_8, begins_at=time(14), place="Hall")
    for number, due in [("1", february.held_on), ("2", MARCH_8)]:
        MotionFactory(
            number=number,
            meeting=february,
            result=Result.TO_GROUPS,
            answers_due_on=due,
        )

    ahead = Ahead(MARCH_8, time(14), "Business meeting", "Hall")
    due = Deadline(MARCH_8, "2", "Buy a projector")
    assert next_dates(february) == NextDates((ahead,), (due,), (), "Unity day.")


def test_next_dates_are_silent_when_nothing_is_known(db):
    assert next_dates(BusinessMeetingFactory()) is None
