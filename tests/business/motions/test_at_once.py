"""Two who lead motions at the same moment: numbers are given once, steps taken once."""

from datetime import date

import pytest

from intergroup.business.actions.motions import Said, answer_by_link, take
from intergroup.business.models import GroupBallot, Motion, MotionStep
from intergroup.kit.tokens import hashed
from tests.business.motions.asking import DUE, send_out
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
)
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def meeting():
    BodyFactory()
    return BusinessMeetingFactory(held_on=date(2026, 1, 11))


def taking(motion, meeting, kind, **values):
    def write():
        days = {"meeting": meeting, "done_on": meeting.held_on}
        step = MotionStep(motion=motion, kind=kind, **days, **values)
        take(step, recorded_by=None)

    return write


def test_two_put_on_the_agenda_at_once_get_a_number_each(in_sessions, meeting):
    sent_in = [
        MotionFactory(meeting=meeting, number="", result="received") for _n in range(3)
    ]

    in_sessions(*at_once(*(taking(each, meeting, "on-agenda") for each in sent_in)))

    numbers = in_sessions(lambda: sorted(Motion.objects.values_list("number")))
    assert numbers == [[("01-26-01",), ("01-26-02",), ("01-26-03",)]]


def test_a_motion_voted_on_by_two_at_once_is_decided_once(in_sessions, meeting):
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    votes = {"votes_for": 7, "votes_against": 3}

    told = in_sessions(*at_once(*[taking(motion, meeting, "voted", **votes)] * 2))

    assert sorted(told) == ["done", "out_of_turn"]
    assert in_sessions(MotionStep.objects.count) == [1]


def test_two_of_one_group_answer_at_once_and_one_is_written(in_sessions, meeting):
    group = GroupFactory()
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    send_out(motion, meeting)
    GroupBallot.objects.update(token_hash=hashed("word"))

    def answering():
        answer_by_link("word", Said("for", way="link"), on=DUE)

    told = in_sessions(*at_once(*[answering] * 2))

    assert sorted(told) == ["done", "used"]
    assert in_sessions(lambda: GroupBallot.objects.get(group=group).answer) == ["for"]
