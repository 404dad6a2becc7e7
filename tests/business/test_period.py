"""The link above a report that chooses what the next meeting reports on."""

from datetime import date

from intergroup.business.reports.period import name_of_next, reported_next
from intergroup.kit.dates import Period
from tests.factories import BusinessMeetingFactory

FEBRUARY_1 = date(2026, 2, 1)


def test_the_next_meeting_has_a_link_to_its_period(db):
    BusinessMeetingFactory(held_on=date(2026, 2, 8))

    assert name_of_next(FEBRUARY_1) == "For the meeting on Feb. 8, 2026"
    assert reported_next(FEBRUARY_1) == Period(date(2026, 1, 1), date(2026, 1, 31))


def test_without_a_meeting_ahead_there_is_no_link(db):
    BusinessMeetingFactory(held_on=date(2026, 1, 31))

    assert reported_next(FEBRUARY_1) is None


def test_the_link_stands_above_a_report(as_tess):
    BusinessMeetingFactory(held_on=date(2126, 2, 8))

    page = as_tess.get("/reports/treasurer/").content.decode()

    assert "For the meeting on Feb. 8, 2126" in page
