"""The sheet to carry home: a line for each thing, on one page, for one’s own group."""

import io
from datetime import date, time

import pikepdf
import pytest
from django.urls import reverse

from intergroup.business.carrying_home import sheets, sheets_pdf
from intergroup.business.models import Event
from intergroup.business.reports.carrying import (
    Coming,
    Question,
    WhatComes,
    decided,
    to_ask,
    what_comes,
)
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PositionFactory,
    RepresentativeFactory,
)

FEBRUARY_8 = date(2026, 2, 8)


@pytest.fixture
def meeting(db):
    BodyFactory()
    return BusinessMeetingFactory(held_on=FEBRUARY_8)


def pages_of(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def test_each_decision_is_told_in_a_line(meeting):
    MotionFactory(
        meeting=meeting,
        number="02-26-01",
        title="Buy a projector",
        result="carried",
        decided_at=meeting,
        votes_for=12,
        votes_against=3,
    )

    (line,) = decided(meeting).lines

    assert (line.number, line.outcome) == ("02-26-01", "Carried: 12 for, 3 against.")


def test_a_meeting_that_decided_nothing_leaves_the_line_out(meeting):
    MotionFactory(meeting=meeting, result="tabled")

    assert decided(meeting) is None


def test_what_does_not_find_room_is_counted(meeting):
    for number in range(1, 12):
        MotionFactory(
            meeting=meeting,
            number=f"02-26-{number:02}",
            result="carried",
            decided_at=meeting,
        )

    found = decided(meeting)

    assert (len(found.lines), found.more) == (8, 3)


@pytest.mark.parametrize(
    ("answer_by", "is_asked"),
    [(date(2026, 2, 8), False), (date(2026, 2, 9), True), (None, True)],
)
def test_the_group_is_asked_what_it_can_still_answer(meeting, answer_by, is_asked):
    MotionFactory(
        meeting=meeting,
        number="02-26-01",
        title="Buy a projector",
        text="That the body buy a projector.",
        result="to-groups",
        answers_due_on=answer_by,
    )
    asked = Question(
        "02-26-01", "Buy a projector", "That the body buy a projector.", answer_by
    )

    found = to_ask(meeting)

    assert (found.questions if found else ()) == ((asked,) if is_asked else ())


def test_meetings_and_events_stand_in_one_list_by_day(meeting):
    BusinessMeetingFactory(held_on=date(2026, 3, 8), begins_at=time(14), place="Hall")
    Event.objects.create(title="Picnic", begins_on=date(2026, 2, 21), place="Park")
    Event.objects.create(title="Too late", begins_on=FEBRUARY_8)
    Event.objects.create(title="Off", begins_on=date(2026, 2, 22), is_off=True)
    picnic = Coming(date(2026, 2, 21), None, None, "Picnic", "Park", is_meeting=False)
    march = Coming(
        date(2026, 3, 8), None, time(14), "Business meeting", "Hall", is_meeting=True
    )

    assert what_comes(meeting) == WhatComes((picnic, march), "")


def test_a_camp_that_began_before_the_meeting_and_goes_on_is_told(meeting):
    Event.objects.create(
        title="Camp", begins_on=date(2026, 2, 7), last_on=date(2026, 2, 9)
    )

    assert [each.title for each in what_comes(meeting).coming] == ["Camp"]


def test_what_is_alike_for_all_groups_is_made_once(
    meeting, django_assert_max_num_queries
):
    groups = [GroupFactory() for _each in range(30)]

    with django_assert_max_num_queries(400):
        made = sheets(meeting, groups)

    assert [each.group for each in made] == groups


def test_a_full_sheet_is_still_one_page(meeting):
    for number in range(1, 10):
        asked = {"result": "to-groups", "answers_due_on": date(2026, 3, 1)}
        done = {"result": "carried", "decided_at": meeting}
        values = done if number > 4 else asked
        text = "That the body do a thing of many words. " * 12
        MotionFactory(meeting=meeting, number=f"02-26-{number:02}", text=text, **values)
        Event.objects.create(title="E" * 80, begins_on=date(2026, 2, 20))
        PositionFactory(name=f"A position of trust, number {number}")
    group = GroupFactory(name="N" * 80)

    assert pages_of(sheets_pdf(meeting, [group])) == 1


def test_many_groups_have_a_page_each(meeting):
    groups = [GroupFactory() for _each in range(3)]

    assert pages_of(sheets_pdf(meeting, groups)) == 3


def test_a_representative_gets_the_sheet_of_the_own_group_only(client, gail, meeting):
    mine, other = GroupFactory(number=7), GroupFactory(number=8)
    RepresentativeFactory(group=mine, person=gail.person, began_on=date(2026, 1, 1))
    client.force_login(gail)

    status = {
        each.number: client.get(
            reverse("business:sheet", args=[meeting.pk, each.number])
        ).status_code
        for each in (mine, other)
    }

    assert status == {7: 200, 8: 403}
