"""Whoever changes a meeting, readers of the feed are told when."""

from datetime import UTC, date, datetime, time

import pytest

from intergroup.registry.actions import living
from intergroup.registry.actions.arranging import change_place
from intergroup.registry.actions.recording import Hand
from intergroup.registry.actions.registering.deciding import accept
from intergroup.registry.models import ListingChange
from tests.factories import GroupFactory, LocationFactory, MeetingFactory
from tests.registry.registering.sent import DECIDED_AT, MAY_4, form

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HAND = Hand(date(2026, 5, 4), ListingChange.Way.OFFICE, reason="Sam, by telephone")


@pytest.fixture
def meeting(db):
    return MeetingFactory(
        group=GroupFactory(name="Hope"),
        slug="hope",
        time=time(19),
        location=LocationFactory(),
        updated_at=LONG_AGO,
    )


def moment(meeting):
    meeting.refresh_from_db()
    return meeting.updated_at


def test_a_form_that_is_accepted_says_when_the_meeting_changed(meeting, reg):
    sent = form("change", meeting.group, meetings=[{"slug": "hope", "time": "19:30"}])

    accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=reg)

    assert moment(meeting) > LONG_AGO


def test_what_a_form_leaves_alone_keeps_its_moment(meeting, reg):
    sent = form("change", meeting.group, said={"website": "https://hope.example"})

    accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=reg)

    assert moment(meeting) == LONG_AGO


def test_a_meeting_that_goes_over_to_another_group_says_when(meeting):
    other = GroupFactory(name="Keep It Simple")

    living.merge(meeting.group, into=other, meetings_move=True, hand=HAND)

    assert moment(meeting) > LONG_AGO


def test_the_meetings_of_a_group_that_opens_again_say_when(meeting):
    group = living.close(meeting.group, closed_on=HAND.on, hand=HAND)
    type(meeting).objects.update(updated_at=LONG_AGO)

    living.reopen(group, hand=HAND)

    assert moment(meeting) > LONG_AGO


def test_a_place_that_changes_says_so_of_every_meeting_there(meeting):
    place = meeting.location
    place.address = "1 New Street, Alderford, IL 61390, USA"

    change_place(place, hand=HAND)

    assert moment(meeting) > LONG_AGO


def test_a_place_that_stays_as_it_is_says_nothing(meeting):
    change_place(meeting.location, hand=HAND)

    assert moment(meeting) == LONG_AGO
