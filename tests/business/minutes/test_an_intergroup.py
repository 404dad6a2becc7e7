"""The minutes of an AA intergroup: minutes and treasurer by mover and second."""

from datetime import date

import pytest

from intergroup.business.actions.minutes import begin_minutes, write_part
from intergroup.business.models import AgendaItem
from intergroup.business.reports.minutes import minutes_record
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
)

AGENDA = (
    ("roll-call", "Roll and attendance", ""),
    ("minutes", "Minutes", "Read. Motion 2026-001."),
    ("treasurer", "Treasurer", "Motion 2026-002."),
    ("officers", "Central office", ""),
    ("groups", "Districts", ""),
    ("committees", "Committees", ""),
    ("old", "Old business", ""),
    ("new", "New business", ""),
)


@pytest.fixture
def meeting(db):
    BodyFactory()
    meeting = BusinessMeetingFactory(held_on=date(2026, 2, 2), opened_by="Chair")
    for order, (kind, title, _prose) in enumerate(AGENDA):
        AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title)
    return meeting


@pytest.fixture
def motions(meeting):
    hope = GroupFactory(number=3, name="Hope")
    anchor = GroupFactory(number=8, name="Anchor")
    by = {"meeting": meeting, "decided_at": meeting, "result": "carried"}
    MotionFactory(
        number="2026-001", moved_by_group=hope, seconded_by_group=anchor, **by
    )
    MotionFactory(number="2026-002", moved_by="Secretary", seconded_by_group=hope, **by)


@pytest.fixture
def record(meeting, motions):
    minutes = begin_minutes(meeting)
    for part, (_kind, _title, prose) in zip(minutes.parts.all(), AGENDA, strict=True):
        write_part(part, prose, read=0)
    return minutes_record(minutes)


def test_a_motion_stands_where_its_number_is_named(record):
    beside = {
        part.title: [moved.line.number for moved in part.records.motions]
        for part in record.parts
        if part.records.motions
    }

    assert beside == {"Minutes": ["2026-001"], "Treasurer": ["2026-002"]}


def test_each_motion_has_its_mover_its_second_and_its_result(record):
    lines = [moved.line for part in record.parts for moved in part.records.motions]

    assert [(e.brought_by, e.seconded_by, e.outcome) for e in lines] == [
        ("Group 3 Hope", "Group 8 Anchor", "Carried."),
        ("Secretary", "Group 3 Hope", "Carried."),
    ]
