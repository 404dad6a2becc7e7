"""Counting what the groups answered, and deciding a motion by it.

Substantial unanimity is two-thirds of the groups that answered, whatever they said.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count as CountOf
from django.db.models import Q

from intergroup.business.actions.motions.taking import take
from intergroup.business.majorities import Base, Count, Majority, is_carried, needed
from intergroup.business.models import GroupBallot, Motion, MotionStep
from intergroup.registry.models import User

Answer, Kind = GroupBallot.Answer, MotionStep.Kind


@dataclass(frozen=True, slots=True)
class Answers:
    """What the groups said: totals, of ``asked`` groups."""

    ayes: int
    noes: int
    abstentions: int
    asked: int

    @property
    def answered(self) -> int:
        """How many groups answered."""
        return self.ayes + self.noes + self.abstentions

    @property
    def needed(self) -> int:
        """How many groups for it are substantial unanimity."""
        return needed(self.answered, majority=Majority.TWO_THIRDS)

    @property
    def is_unanimous(self) -> bool:
        """Whether there is substantial unanimity."""
        count = Count(self.ayes, self.noes, self.abstentions)
        base = Base.WITH_ABSTENTIONS
        return is_carried(count, majority=Majority.TWO_THIRDS, base=base)


def answers_of(motion: Motion) -> Answers:
    """Return what the groups have answered so far."""
    said = {
        name: CountOf("pk", filter=Q(answer=answer))
        for name, answer in (
            ("ayes", Answer.FOR),
            ("noes", Answer.AGAINST),
            ("abstentions", Answer.ABSTAIN),
        )
    }
    return Answers(**motion.ballots.aggregate(**said, asked=CountOf("pk")))


@transaction.atomic
def count_answers(step: MotionStep, *, recorded_by: User | None) -> MotionStep:
    """Count the answers at the meeting of ``step``; nothing is entered after that."""
    motion = Motion.objects.select_for_update().get(pk=step.motion_id)
    answers = answers_of(motion)
    step.kind = Kind.BACK
    step.votes_for, step.votes_against = answers.ayes, answers.noes
    step.abstentions = answers.abstentions
    step.votes_here, step.votes_on_roll = answers.answered, answers.asked
    return take(step, recorded_by=recorded_by)


def decide_by_the_groups(step: MotionStep, *, recorded_by: User | None) -> MotionStep:
    """Let the count of the groups decide, by the motion’s own majority."""
    back = step.motion.steps.filter(kind=Kind.BACK).order_by("pk").last()
    step.kind = Kind.VOTED
    if back:
        names = ("votes_for", "votes_against", "abstentions")
        for name in (*names, "votes_here", "votes_on_roll"):
            setattr(step, name, getattr(back, name))
    if step.motion.is_by_consensus:
        step.blocks = step.votes_against
    return take(step, recorded_by=recorded_by)
