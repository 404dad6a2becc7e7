"""What a step did besides goes back too: ballots, links, policies; or it stays."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.motions import (
    Said,
    count_answers,
    decide_by_the_groups,
    find_ballot,
    let_go_of_submissions,
    make_policy,
    record_answers,
    send_to_groups,
    standing_of,
)
from intergroup.business.actions.motions.following import columns_of
from intergroup.business.models import (
    Guideline,
    Motion,
    MotionStep,
    MotionSubmission,
)
from tests.business.motions.asking import DUE, IN_TIME, links, send_out
from tests.business.motions.striking import last_of, refusal, struck
from treasury.models import SplitPlan

Kind, Result = MotionStep.Kind, Motion.Result
CARRYING = {"votes_for": 31, "votes_against": 12}


def count(motion, meeting):
    step = MotionStep(motion=motion, meeting=meeting, done_on=meeting.held_on)
    count_answers(step, recorded_by=None)
    return Motion.objects.get(pk=motion.pk)


def test_the_policy_that_a_struck_vote_made_goes_and_the_old_one_holds(moved, step):
    Motion.objects.filter(pk=moved.pk).update(is_policy_change=True)
    motion = step(moved, Kind.VOTED, **CARRYING)
    day = date(2020, 1, 1)
    old = Guideline.objects.create(title="Keys", text="One.", adopted_on=day)
    make_policy(Guideline(title="Keys", text="Two.", motion=motion, replaces=old))

    struck(motion)

    assert list(Guideline.objects.values_list("text", "ended_on")) == [("One.", None)]


def test_a_vote_is_not_struck_once_its_policy_was_replaced(moved, step):
    Motion.objects.filter(pk=moved.pk).update(is_policy_change=True)
    motion = step(moved, Kind.VOTED, **CARRYING)
    made = make_policy(Guideline(title="Keys", text="Two.", motion=motion))
    later = {"adopted_on": date(2026, 3, 1), "replaces": made}
    Guideline.objects.create(title="Keys", text="Three.", **later)

    assert refusal(motion) == "replaced"


def test_a_vote_that_something_rests_on_is_not_struck(moved, step):
    motion = step(moved, Kind.VOTED, **CARRYING)
    SplitPlan.objects.create(name="60/40", effective_on=DUE, motion=motion)

    with pytest.raises(ValidationError, match="rests on that already: split plan"):
        struck(motion)

    assert Motion.objects.get(pk=motion.pk).result == Result.CARRIED


def test_ballots_that_nobody_has_answered_are_taken_back(moved, january, hope, grace):
    before = columns_of(moved)
    motion = send_out(moved, january)
    (token,) = links(motion)["hope@example.org"]
    assert find_ballot(token, on=DUE)

    motion = struck(motion)

    assert (columns_of(motion), motion.ballots.count()) == (before, 0)
    assert find_ballot(token, on=DUE) is None


def test_ballots_are_not_taken_back_once_a_group_has_answered(out):
    record_answers(out, {out.ballots.first().pk: Said("for")}, on=IN_TIME)

    assert refusal(out) == "answered"
    assert out.ballots.count() == 2


def test_ballots_are_open_again_when_their_count_is_struck(out, february):
    (token,) = links(out)["hope@example.org"]
    motion = count(out, february)
    assert find_ballot(token, on=DUE) is None

    motion = struck(motion)

    assert standing_of(motion).state == "out"
    assert find_ballot(token, on=DUE)
    assert record_answers(motion, {out.ballots.last().pk: Said("for")}, on=IN_TIME)


def test_the_count_of_the_groups_decides_again_after_it_was_struck(out, february):
    ballots = {each.pk: Said("against") for each in out.ballots.all()}
    record_answers(out, ballots, on=IN_TIME)
    motion = count(out, february)
    back = columns_of(motion)
    vote = MotionStep(motion=motion, meeting=february, done_on=february.held_on)
    decide_by_the_groups(vote, recorded_by=None)

    motion = struck(motion)

    assert (columns_of(motion), standing_of(motion).state) == (back, "back")


def test_a_count_is_not_struck_once_the_groups_were_asked_anew(out, february, step):
    motion = step(count(out, february), Kind.TAKEN_UP, meeting=february)
    again = {"kind": Kind.TO_GROUPS, "meeting": february, "done_on": february.held_on}
    send_to_groups(
        MotionStep(motion=motion, **again), due_on=date(2026, 3, 1), recorded_by=None
    )
    motion = struck(struck(motion))

    assert last_of(motion).kind == Kind.BACK
    assert refusal(motion) == "asked_anew"


def test_a_struck_step_keeps_nobodys_data_longer(moved, step, february):
    MotionSubmission.objects.create(
        motion=moved, sent_by="Lou M.", sent_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    motion = step(moved, Kind.VOTED, **CARRYING)
    struck(step(motion, Kind.MINORITY_HEARD, meeting=february))

    assert let_go_of_submissions(date(2026, 4, 11)) == 1
