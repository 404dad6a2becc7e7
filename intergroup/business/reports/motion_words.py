"""A motion in sentences: what carries it, how it was counted, what the groups said."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.business.actions.motions.counting import Answers
from intergroup.business.majorities import Base, Count, needs
from intergroup.business.models import (
    BusinessMeeting,
    GroupBallot,
    Motion,
    MotionStep,
    Rules,
)
from intergroup.business.reports.rollcall import RollCall
from intergroup.registry.models import Group

Answer, Kind = GroupBallot.Answer, MotionStep.Kind


def needs_of(
    motion: Motion, *, rules: Rules, roll: RollCall | None = None, voted: bool = False
) -> str:
    """Return what carries ``motion``, with its number where votes are known.

    ``voted`` takes the numbers of its last count, else ``roll`` says how many there
    can be.
    """
    if motion.is_by_consensus:
        return consensus_in_words(rules.most_blocks)
    if voted and motion.is_counted:
        votes = _counted(motion).of(motion.base)
        return needs(motion.majority, motion.base, votes, is_counted=True)
    return needs(motion.majority, motion.base, _votes(motion.base, roll))


def consensus_in_words(most_blocks: int) -> str:
    """Return what carries a motion by consensus."""
    if not most_blocks:
        return _("By consensus: it carries when somebody assents and nobody blocks.")
    told = ngettext(
        "By consensus: it carries when somebody assents and no more than one blocks.",
        "By consensus: it carries when somebody assents and no more than %(n)s block.",
        most_blocks,
    )
    return told % {"n": most_blocks}


def outcome(motion: Motion, meeting: BusinessMeeting) -> str:
    """Return what became of a motion by the end of ``meeting``; "" while it is new."""
    if motion.decided_at_id == meeting.pk:
        return result_in_words(motion)
    if motion.decided_at_id:
        return _("Left open for a later meeting.")
    if motion.result == Motion.Result.SUBMITTED:
        return ""
    return waiting_in_words(motion)


def result_in_words(motion: Motion) -> str:
    """Return “Carried: 15 for, 6 against, 2 abstaining.”"""
    return f"{motion.get_result_display()}{count_in_words(motion)}."


def waiting_in_words(motion: Motion) -> str:
    """Return where a motion waits: “Sent to the groups, to be answered by …”."""
    if motion.result == Motion.Result.TO_GROUPS and _is_back(motion):
        return _("Back from the groups, to be decided.")
    if motion.result == Motion.Result.TO_GROUPS and motion.answers_due_on:
        due = date_format(motion.answers_due_on, "DATE_FORMAT")
        return _("Sent to the groups, to be answered by %s.") % due
    if motion.result == Motion.Result.SUBMITTED:
        return _("On the agenda.")
    if motion.result == Motion.Result.REFERRED and motion.referred_to:
        return _("Referred to: %s.") % motion.referred_to
    return f"{motion.get_result_display()}."


def count_in_words(motion: Motion) -> str:
    """Return “: 15 for, 6 against, 2 abstaining”; nothing where nothing was counted."""
    if not motion.is_counted:
        return ""
    if motion.is_by_consensus:
        params = {
            "assents": motion.votes_for,
            "asides": motion.abstentions or 0,
            "blocks": motion.blocks or 0,
        }
        told = _(
            ": %(assents)s assenting, %(asides)s standing aside, %(blocks)s blocking"
        )
        return told % params
    params = {"ayes": motion.votes_for, "noes": motion.votes_against}
    if not motion.abstentions:
        return _(": %(ayes)s for, %(noes)s against") % params
    params["abstentions"] = motion.abstentions
    return _(": %(ayes)s for, %(noes)s against, %(abstentions)s abstaining") % params


def answers_in_words(said: Answers) -> str:
    """Return how many groups answered, what, and whether nearly all agree."""
    if not said.answered:
        return _("None of %(asked)s groups has answered.") % {"asked": said.asked}
    params = {
        "answered": said.answered,
        "asked": said.asked,
        "ayes": said.ayes,
        "noes": said.noes,
        "abstentions": said.abstentions,
        "needed": said.needed,
    }
    told = _(
        "%(answered)s of %(asked)s groups answered: %(ayes)s for, %(noes)s against, "
        "%(abstentions)s abstaining."
    )
    if said.is_unanimous:
        rule = _(
            "That is substantial unanimity: two-thirds of the groups that answered, "
            "%(needed)s of %(answered)s."
        )
    else:
        rule = _(
            "That is not substantial unanimity: it takes two-thirds of the groups that "
            "answered, %(needed)s of %(answered)s."
        )
    return f"{told % params} {rule % params}"


def answers_so_far(motion: Motion) -> str:
    """Return what the groups answered to a motion that was sent out, or nothing.

    Counts what is prefetched: once counted, the step; before, the ballots.
    """
    steps = sorted(motion.steps.all(), key=lambda step: step.pk, reverse=True)
    for step in steps:
        if step.kind == Kind.BACK:
            return answers_in_words(answers_counted(step))
        if step.kind == Kind.TO_GROUPS:
            break
    said = [ballot.answer for ballot in motion.ballots.all()]
    if not said:
        return ""
    counts = (said.count(each) for each in (Answer.FOR, Answer.AGAINST, Answer.ABSTAIN))
    return answers_in_words(Answers(*counts, asked=len(said)))


def answers_counted(step: MotionStep) -> Answers:
    """Return the totals that a step of counting kept."""
    return Answers(
        step.votes_for or 0,
        step.votes_against or 0,
        step.abstentions or 0,
        asked=step.votes_on_roll or 0,
    )


def group_in_words(group: Group | None) -> str:
    """Return “Group 7 Hope”, or nothing."""
    return _("Group %s") % group if group else ""


def needed_in_words(step: MotionStep) -> str:
    """Return “More than half …: 11 of 21 needed.” for a step that was voted on."""
    count = Count(
        step.votes_for or 0,
        step.votes_against or 0,
        step.abstentions or 0,
        here=step.votes_here or 0,
        on_roll=step.votes_on_roll or 0,
    )
    base = step.base or Base.CAST
    return needs(step.majority, base, count.of(base), is_counted=True)


def _is_back(motion: Motion) -> bool:
    asked = {Kind.TO_GROUPS, Kind.BACK}
    steps = [each for each in motion.steps.all() if each.kind in asked]
    return bool(steps) and max(steps, key=lambda each: each.pk).kind == Kind.BACK


def _votes(base: str, roll: RollCall | None) -> int:
    if roll is None:
        return 0
    if base == Base.ROLL:
        return roll.votes_on_roll
    return roll.votes_here or roll.votes_on_roll


def _counted(motion: Motion) -> Count:
    steps = [each for each in motion.steps.all() if each.kind == Kind.VOTED]
    last = max(steps, key=lambda step: step.pk) if steps else None
    return Count(
        motion.votes_for,
        motion.votes_against,
        motion.abstentions or 0,
        here=(last and last.votes_here) or 0,
        on_roll=(last and last.votes_on_roll) or 0,
    )
