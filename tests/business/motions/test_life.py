"""The life of a motion: every step in its turn, and what each makes of the motion."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.motions import standing_of, take
from intergroup.business.models import Motion, MotionStep, Rules
from tests.factories import GroupFactory, MotionFactory

Kind, Result = MotionStep.Kind, Motion.Result
CARRYING = {"votes_for": 7, "votes_against": 3, "abstentions": 1}
FAILING = {"votes_for": 3, "votes_against": 7}
TIE = {"votes_for": 5, "votes_against": 5}


def received(january):
    return MotionFactory(meeting=january, number="", result=Result.RECEIVED)


def refusal(step, motion, kind, **values):
    with pytest.raises(ValidationError) as refused:
        step(motion, kind, **values)
    return refused.value.messages


def test_a_motion_sent_in_gets_its_number_when_it_is_put_on_the_agenda(
    january, february, step
):
    motion = step(received(january), Kind.ON_AGENDA, meeting=february)

    assert (motion.number, motion.result) == ("02-26-01", Result.SUBMITTED)
    assert motion.meeting == february


@pytest.mark.parametrize(
    ("numbering", "first", "second"),
    [("month", "01-26-03", "01-26-04"), ("year", "2026-012", "2026-013")],
)
def test_numbers_go_on_from_the_highest_that_was_given(
    january, step, numbering, first, second
):
    Rules.objects.create(pk=1, numbering=numbering)
    for number in ("01-26-02", "2026-011", "2025-400", "01-25-09", "01-26-x"):
        MotionFactory(meeting=january, number=number)

    numbers = [step(received(january), Kind.ON_AGENDA).number for _each in range(2)]

    assert numbers == [first, second]


def test_it_goes_through_its_whole_life(january, hope, grace, step):
    motion = step(received(january), Kind.ON_AGENDA)
    motion = step(motion, Kind.MOVED, by_group=hope)
    motion = step(motion, Kind.SECONDED, by_group=grace)
    motion = step(motion, Kind.AMENDED, text="That we do it well.", **CARRYING)
    motion = step(motion, Kind.VOTED, votes_here=11, votes_on_roll=14, **CARRYING)

    assert (motion.moved_by_group, motion.seconded_by_group) == (hope, grace)
    assert (motion.text, motion.result) == ("That we do it well.", Result.CARRIED)
    assert (motion.votes_for, motion.votes_against, motion.abstentions) == (7, 3, 1)
    assert motion.decided_at == january
    voted = motion.steps.get(kind=Kind.VOTED)
    assert (voted.votes_here, voted.votes_on_roll, voted.has_carried) == (11, 14, True)
    assert (voted.majority, voted.base) == ("simple", "cast")


def test_a_recommendation_of_a_committee_needs_no_second(january, step):
    motion = step(received(january), Kind.ON_AGENDA)
    motion = step(motion, Kind.MOVED, by="Finance committee")

    assert Kind.VOTED in standing_of(motion).turns


def test_a_group_cannot_second_its_own_motion(january, hope, step):
    motion = MotionFactory(meeting=january, moved_by_group=hope)

    told = refusal(step, motion, Kind.SECONDED, by_group=hope)

    assert told == ["The group that moved it cannot second it."]


def test_a_tie_does_not_carry(moved, step):
    motion = step(moved, Kind.VOTED, **TIE)

    assert motion.result == Result.FAILED


def test_an_amendment_that_is_voted_down_changes_no_word(moved, step):
    motion = step(moved, Kind.AMENDED, text="That we do not.", **TIE)

    assert motion.text == "That we do."
    amended = motion.steps.get()
    assert (amended.text_before, amended.text) == ("That we do.", "That we do not.")
    assert amended.has_carried is False


def test_more_votes_than_are_here_are_refused(moved, step):
    told = refusal(step, moved, Kind.VOTED, votes_here=10, **CARRYING)

    assert told == ["There are 10 votes here, and 11 were counted."]


def test_more_than_half_abstaining_send_it_back_to_the_groups(moved, step):
    Rules.objects.create(pk=1, is_sent_back_by_abstentions=True)

    motion = step(moved, Kind.VOTED, votes_for=3, votes_against=2, abstentions=6)

    assert (motion.result, motion.votes_for) == (Result.SUBMITTED, None)
    assert standing_of(motion).turns == (Kind.TO_GROUPS, Kind.WITHDRAWN)


def test_it_is_reconsidered_once_and_voted_on_again(moved, step):
    motion = step(moved, Kind.VOTED, **FAILING)
    motion = step(motion, Kind.MINORITY_HEARD)
    motion = step(motion, Kind.RECONSIDERED, **CARRYING)
    assert (motion.result, motion.decided_at, motion.votes_for) == (
        Result.SUBMITTED,
        None,
        None,
    )

    motion = step(motion, Kind.VOTED, **CARRYING)

    assert motion.result == Result.CARRIED
    assert refusal(step, motion, Kind.RECONSIDERED, **CARRYING) == [
        "It was reconsidered once already: the decision stands."
    ]


def test_a_motion_that_nobody_wants_to_reconsider_stays_decided(moved, step):
    motion = step(moved, Kind.VOTED, **CARRYING)

    motion = step(motion, Kind.RECONSIDERED, **TIE)

    assert motion.result == Result.CARRIED


def test_it_is_tabled_and_taken_up_at_a_later_meeting(moved, february, step):
    motion = step(moved, Kind.TABLED)
    assert motion.result == Result.TABLED

    motion = step(motion, Kind.TAKEN_UP, meeting=february)
    motion = step(motion, Kind.VOTED, meeting=february, **CARRYING)

    assert (motion.result, motion.decided_at) == (Result.CARRIED, february)


def test_steps_are_written_down_in_the_order_of_the_meetings(
    moved, january, february, step
):
    motion = step(moved, Kind.TABLED, meeting=february)

    told = refusal(step, motion, Kind.TAKEN_UP, meeting=january)

    assert told == ["Its last step was at a later meeting, on Feb. 8, 2026."]


@pytest.mark.parametrize(
    ("counts", "most", "carries"),
    [
        ({"votes_for": 1, "blocks": 0}, 0, True),
        ({"votes_for": 0, "reservations": 1, "blocks": 0}, 0, True),
        ({"votes_for": 0, "stand_asides": 9, "blocks": 0}, 0, False),
        ({"votes_for": 9, "blocks": 1}, 0, False),
        ({"votes_for": 9, "blocks": 2}, 2, True),
        ({"votes_for": 9, "blocks": 3}, 2, False),
    ],
)
def test_consensus_at_its_edges(moved, step, counts, most, carries):
    Rules.objects.create(pk=1, most_blocks=most)
    Motion.objects.filter(pk=moved.pk).update(way=Motion.Way.CONSENSUS)

    motion = step(moved, Kind.VOTED, **counts)

    assert (motion.result == Result.CARRIED) is carries
    assert motion.steps.get().has_carried is carries


def test_a_straw_poll_decides_nothing(moved, step):
    motion = step(moved, Kind.STRAW_POLL, votes_for=4, reservations=2, blocks=1)

    assert motion.result == Result.SUBMITTED


def test_the_office_says_in_a_sentence_why_a_motion_is_not_taken_up(january, step):
    motion = received(january)
    assert refusal(
        step, motion, Kind.NOT_TAKEN_UP, meeting=None, done_on=january.held_on
    ) == ["Say in a sentence why."]

    motion = step(
        motion,
        Kind.NOT_TAKEN_UP,
        meeting=None,
        done_on=january.held_on,
        text="It is a matter of one group.",
    )

    assert (motion.result, motion.number) == (Result.NOT_TAKEN_UP, "")


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (Result.SUBMITTED, "Nobody has moved it yet."),
        (Result.TABLED, "It was tabled: first take it up again."),
        (Result.REFERRED, "It was referred: first take it up again."),
        (Result.TO_GROUPS, "It is out with the groups: first count their answers."),
        (Result.WITHDRAWN, "It was withdrawn: nothing more happens to it."),
        (Result.NOT_TAKEN_UP, "It was not taken up: nothing more happens to it."),
    ],
)
def test_a_vote_out_of_its_turn_is_refused_with_a_sentence(
    january, step, result, sentence
):
    motion = MotionFactory(meeting=january, result=result)

    assert refusal(step, motion, Kind.VOTED, **CARRYING) == [sentence]


def test_what_was_only_sent_in_cannot_be_moved(january, hope, step):
    assert refusal(step, received(january), Kind.MOVED, by_group=hope) == [
        "It was only sent in: first put it on an agenda."
    ]


def values_for(kind, motion):
    """What each kind of step asks for, with as little as is valid."""
    by_group = GroupFactory() if kind in {Kind.MOVED, Kind.SECONDED} else None
    counts = {**CARRYING, "blocks": 0} if kind != Kind.BACK else {}
    words = f"{motion.text} And more." if kind == Kind.AMENDED else "Because."
    return {"by_group": by_group, "by": "A committee", "text": words, **counts}


def walk(motion, meeting, choose):
    """Take steps until none may be taken, or twelve are; return them."""
    for _each in range(12):
        motion = Motion.objects.get(pk=motion.pk)
        turns = standing_of(motion).turns
        if not turns:
            break
        kind = choose(turns)
        values = values_for(kind, motion)
        step = MotionStep(
            motion=motion, kind=kind, meeting=meeting, done_on=meeting.held_on, **values
        )
        take(step, recorded_by=None)
    return list(motion.steps.order_by("pk"))


def told_by(steps):
    """The result and the votes, read off the steps by another way than the action."""
    closing = {
        "on-agenda": "submitted",
        "tabled": "tabled",
        "referred": "referred",
        "to-groups": "to-groups",
        "taken-up": "submitted",
        "reconsidered": "submitted",
        "withdrawn": "withdrawn",
        "not-taken-up": "not-taken-up",
        "voted": "carried",
    }
    last = [each for each in steps if each.kind in closing][-1]
    votes = (last.votes_for, last.votes_against) if last.kind == "voted" else None
    return closing[last.kind], votes or (None, None)


@pytest.mark.parametrize("seed", range(24))
def test_the_motion_always_agrees_with_its_steps(january, seed):
    motion = received(january)
    place = iter(range(seed, 10_000, seed % 5 + 1))

    steps = walk(motion, january, lambda turns: turns[next(place) % len(turns)])

    motion.refresh_from_db()
    votes = (motion.votes_for, motion.votes_against)
    assert (motion.result, votes) == told_by(steps)
    has_end = motion.result in {*Motion.DECIDED, "withdrawn", "not-taken-up"}
    assert (motion.decided_at == january) is has_end


def test_its_result_cannot_be_written_past_its_steps(moved, step, january):
    motion = step(moved, Kind.VOTED, **FAILING)
    motion.result, motion.votes_for = Result.CARRIED, 9

    with pytest.raises(ValidationError, match="follows from its steps"):
        motion.full_clean()


def test_a_date_is_asked_for(moved):
    with pytest.raises(ValidationError, match="Say at which meeting"):
        take(
            MotionStep(motion=moved, kind=Kind.TABLED, done_on=date(2026, 1, 11)),
            recorded_by=None,
        )
