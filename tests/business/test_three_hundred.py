"""Three hundred groups: as many queries as for thirty, and a page within a second."""

import time
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intergroup.business.models import (
    Attendance,
    GroupBallot,
    MeetingReport,
    Rules,
)
from intergroup.registry.models import Body, Group, Person, Representative
from tests.business.motions.asking import send_out
from tests.factories import BodyFactory, BusinessMeetingFactory, MotionFactory

LONG_AGO, JANUARY_11 = date(2025, 1, 1), date(2026, 1, 11)
A_FEW, A_SECOND = 3, 1


def fill(count):
    """Make a body of ``count`` groups of which half are here, with all they said."""
    BodyFactory()
    Rules.objects.create(pk=1, attendances_before_vote=2)
    january = BusinessMeetingFactory(held_on=JANUARY_11)
    meeting = BusinessMeetingFactory(held_on=Body.objects.today() + timedelta(days=1))
    groups = Group.objects.bulk_create(
        Group(number=n, name=f"Hope {n}", status="active", registered_on=LONG_AGO)
        for n in range(1, count + 1)
    )
    represent(groups, at=(january, meeting))
    MeetingReport.objects.bulk_create(
        MeetingReport(meeting=meeting, group=group, state="sent", report="Well.")
        for group in groups[::2]
    )
    motion = MotionFactory(meeting=january, moved_by="Finance committee")
    motion = send_out(motion, january)
    GroupBallot.objects.filter(group__in=groups[::2]).update(
        answer="for", answered_on=JANUARY_11, way="paper"
    )
    return meeting, motion


def represent(groups, *, at):
    """Give each group a representative; every other group answers at the meetings."""
    people = Person.objects.bulk_create(
        Person(first_name="Pat", last_initial="D") for _group in groups
    )
    Representative.objects.bulk_create(
        Representative(group=group, person=person, began_on=LONG_AGO)
        for group, person in zip(groups, people, strict=True)
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=each, group=group, person=person)
        for each in at
        for group, person in list(zip(groups, people, strict=True))[::2]
    )


@pytest.fixture
def cost(as_sam):
    """Return the queries and the seconds that a page takes, the second time."""

    def cost(address):
        as_sam.get(address)
        with CaptureQueriesContext(connection) as queries:
            begun = time.perf_counter()
            answer = as_sam.get(address)
            took = time.perf_counter() - begun
        assert answer.status_code == 200
        return len(queries), took

    return cost


OF_MEETING = {"roll": 28, "meeting-reports": 11, "meeting-report": 13, "notice": 34}
OF_MOTION = {"motion": 30, "motion-ballots": 12}


@pytest.mark.parametrize("count", [30, 300])
def test_the_pages_of_a_meeting_take_as_long_for_three_hundred_groups(cost, count):
    meeting, motion = fill(count)
    pages = [
        (name, of.pk, most + A_FEW)
        for of, found in ((meeting, OF_MEETING), (motion, OF_MOTION))
        for name, most in found.items()
    ]

    costs = {
        name: (most, *cost(reverse(f"business:{name}", args=[pk])))
        for name, pk, most in pages
    }

    slow = {n: c for n, c in costs.items() if c[1] > c[0] or c[2] >= A_SECOND}
    assert slow == {}
