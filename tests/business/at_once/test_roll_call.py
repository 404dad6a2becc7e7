"""Two tablets at the door: one group one vote, and nobody speaks for two."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.rollcall import call_group, call_officer, count_quorum
from intergroup.business.models import Attendance, Attendee, QuorumCount
from intergroup.business.servants import Servant
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
LONG_AGO, TODAY = date(2025, 1, 1), date(2026, 2, 8)


@pytest.fixture
def meeting():
    BodyFactory()
    return BusinessMeetingFactory(held_on=TODAY)


def speaker(group, person=None, **fields):
    person = person or PersonFactory()
    RepresentativeFactory(group=group, person=person, began_on=LONG_AGO, **fields)
    return person


def calling(meeting, group, person):
    return lambda: call_group(meeting, group, person=person, today=TODAY)


def refusing(action):
    """Return the action with one code for whatever it is refused for."""

    def act():
        try:
            action()
        except ValidationError as error:
            raise ValidationError(error.messages[0], code="refused") from error

    return act


def votes():
    return list(Attendance.objects.values_list("group", "person", "is_alternate"))


@pytest.mark.parametrize("_time", range(3))
def test_representative_and_alternate_tapped_at_once_are_one_vote_of_the_first(
    in_sessions, meeting, _time
):
    group = GroupFactory()
    first, second = speaker(group), speaker(group, is_alternate=True)

    told = in_sessions(
        *at_once(*(calling(meeting, group, each) for each in (first, second)))
    )

    assert told[0] == "done"
    assert told[1] in {"done", "representative_is_here"}
    assert in_sessions(votes) == [[(group.pk, first.pk, False)]]


def test_the_same_tap_on_two_tablets_is_one_answer(in_sessions, meeting):
    group = GroupFactory()
    person = speaker(group)

    told = in_sessions(*at_once(*[calling(meeting, group, person)] * 3))

    assert told == ["done"] * 3
    assert in_sessions(votes) == [[(group.pk, person.pk, False)]]


def test_one_person_tapped_for_two_groups_at_once_speaks_for_one(in_sessions, meeting):
    groups = [GroupFactory(), GroupFactory()]
    person = PersonFactory()
    for group in groups:
        speaker(group, person)

    told = in_sessions(*at_once(*(calling(meeting, each, person) for each in groups)))

    assert sorted(told) == ["done", "two_groups"]
    assert in_sessions(Attendance.objects.count) == [1]


def test_one_person_tapped_as_officer_and_for_a_group_at_once_has_one_vote(
    in_sessions, meeting
):
    group = GroupFactory()
    person = speaker(group)
    chair = Servant("Chair", person, has_vote=True)

    sitting = refusing(lambda: call_officer(meeting, chair))
    speaking = refusing(calling(meeting, group, person))

    told = in_sessions(*at_once(sitting, speaking))

    assert sorted(told) == ["done", "refused"]
    rows = in_sessions(lambda: Attendance.objects.count() + Attendee.objects.count())
    assert rows == [1]


def test_the_first_answers_of_two_groups_at_once_keep_one_size_of_the_roll(
    in_sessions, meeting
):
    groups = [GroupFactory() for _each in range(4)]

    in_sessions(*at_once(*(calling(meeting, each, None) for each in groups)))

    meeting.roll_size = None
    in_sessions(meeting.refresh_from_db)
    assert meeting.roll_size == 4


def test_a_quorum_noted_by_two_at_once_stands_once(in_sessions, meeting):
    group = GroupFactory()
    calling(meeting, group, None)()

    def noting():
        count_quorum(meeting, at=datetime(2026, 2, 8, 19, tzinfo=UTC))

    in_sessions(*at_once(noting, noting))

    assert in_sessions(QuorumCount.objects.count) == [1]
