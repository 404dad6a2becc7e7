"""The demonstration’s reports and minutes are what somebody may look at."""

from datetime import date

import pytest

from intergroup.business import servants
from intergroup.business.actions.reporting import personal_words
from intergroup.business.models import (
    BusinessMeeting,
    MeetingReport,
    Minutes,
    MinutesPart,
)
from intergroup.business.reports.reporting.received import received

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

servants.discover()
TODAY = date(2026, 11, 22)


def test_about_half_of_the_reports_to_the_meeting_ahead_are_in():
    ahead = BusinessMeeting.objects.ahead(TODAY).get()

    found = received(ahead, today=TODAY)

    given = [each for each in found.given if each.key.startswith("office:")]
    assert (len(given), len(found.offices)) == (4, 12)
    assert len(found.given) == 13


def test_every_office_that_reports_is_one_that_serves():
    ahead = BusinessMeeting.objects.ahead(TODAY).get()

    offices = {each.name for each in received(ahead, today=TODAY).offices}
    reported = set(MeetingReport.objects.exclude(office="").values_list("office"))

    assert {name for (name,) in reported} <= offices


def test_the_last_minutes_went_round_and_those_before_are_approved():
    found = Minutes.objects.listed().order_by("meeting__held_on")

    assert [each.state for each in found] == [*["approved"] * 3, "circulated"]
    assert [each.outcome for each in found.last().corrections.all()] == [""]
    assert all(bytes(each.content).startswith(b"%PDF-") for each in found[:3])


def test_nobody_is_named_in_what_they_say():
    said = MeetingReport.objects.values("report", "needs", "events", "problems")
    prose = MinutesPart.objects.values_list("prose", flat=True)

    texts = [text for row in said for text in row.values()] + list(prose)

    assert personal_words(dict(enumerate(texts))) == ()
