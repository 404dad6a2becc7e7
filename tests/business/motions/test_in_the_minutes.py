"""What the minutes tell of a motion: its words once, and then each step it took."""

from intergroup.business.models import MotionStep
from intergroup.business.reports.minutes.moved import moved_at
from tests.factories import MotionFactory

Kind = MotionStep.Kind


def test_the_steps_follow_the_words_and_who_moved_it_is_told_once(
    january, hope, grace, step
):
    motion = MotionFactory(meeting=january, text="That we do.")
    motion = step(motion, Kind.MOVED, by_group=hope)
    motion = step(motion, Kind.SECONDED, by_group=grace)
    motion = step(
        motion, Kind.AMENDED, text="That we do it.", votes_for=2, votes_against=1
    )
    step(motion, Kind.VOTED, votes_for=2, votes_against=0, abstentions=1)

    (moved,) = moved_at(january)["new"]

    assert (moved.line.brought_by, moved.line.seconded_by) == (
        "Group 7 Hope",
        "Group 8 Grace",
    )
    assert moved.steps == (
        "Amended: 2 for, 1 against: “That we do it.” Carried.",
        "Voted on: 2 for, 0 against, 1 abstaining. Carried.",
    )


def test_a_motion_to_which_nothing_happened_has_no_steps(january, moved):
    (line,) = moved_at(january)["new"]

    assert line.steps == ()
