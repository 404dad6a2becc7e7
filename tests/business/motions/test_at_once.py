"""Two who lead motions at the same moment: numbers are given once, steps taken once."""

from datetime import date

import pytest

from intergroup.business.actions.motions import Said, answer_by_link, strike, take
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


def striking(motion):
    (step,) = motion.steps.all()

    def write():
        strike(step, because="A wrong tap.", recorded_by=None)

    return write


def test_a_step_struck_while_another_takes_the_next_one(in_sessions, meeting):
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    taking(motion, meeting, "straw-poll", votes_for=4)()

    next_one = taking(motion, meeting, "tabled")
    told = in_sessions(*at_once(striking(motion), next_one))

    assert told in (["done", "done"], ["not_last", "done"])
    standing = {"done": ["tabled"], "not_last": ["straw-poll", "tabled"]}
    kinds = MotionStep.objects.order_by("pk").values_list("kind", flat=True)
    assert in_sessions(lambda: list(kinds)) == [standing[told[0]]]
    assert in_sessions(lambda: Motion.objects.get().result) == ["tabled"]


def test_a_step_struck_by_two_at_once_is_struck_once(in_sessions, meeting):
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    taking(motion, meeting, "tabled")()

    told = in_sessions(*at_once(*[striking(motion)] * 2))

    assert sorted(told) == ["done", "not_last"]
    assert in_sessions(lambda: Motion.objects.get().result) == ["submitted"]


def test_a_group_that_answers_while_its_ballot_is_taken_back(in_sessions, meeting):
    GroupFactory()
    motion = MotionFactory(meeting=meeting, moved_by="Finance committee")
    motion = send_out(motion, meeting)
    GroupBallot.objects.update(token_hash=hashed("word"))

    def answering():
        answer_by_link("word", Said("for", way="link"), on=DUE)

    told = in_sessions(*at_once(striking(motion), answering))

    assert told in (["done", "used"], ["answered", "done"])
    assert in_sessions(GroupBallot.objects.count) == [int(told[1] == "done")]
