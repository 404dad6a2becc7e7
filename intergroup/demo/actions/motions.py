"""What happened to each motion of the demonstration, step by step."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from intergroup.business.models import (
    BusinessMeeting,
    GroupBallot,
    Guideline,
    Motion,
    MotionStep,
    MotionSubmission,
)
from intergroup.business.reports.rollcall import roll_call
from intergroup.demo.actions.checking import save_all
from intergroup.demo.motions import NEXT, MotionRow
from intergroup.registry.models import Group

Kind, Result = MotionStep.Kind, Motion.Result
Pairs = Sequence[tuple[MotionRow, Motion]]
EVENTS = "Events committee"
FOR, AGAINST, ABSTAIN = GroupBallot.Answer.values
BEFORE = {  # a motion on the floor, with all that a last step could have changed
    "result": "submitted",
    "decided_at_id": None,
    "votes_for": None,
    "votes_against": None,
    "abstentions": None,
    "referred_to": "",
    "answers_due_on": None,
}
SAID = (FOR, FOR, AGAINST, FOR, ABSTAIN, FOR, FOR)  # round and round, by the group


def load_steps(pairs: Pairs, meetings: Sequence[BusinessMeeting]) -> None:
    """Save the steps that led to each result, the ballots, a policy, and who sent."""
    ballots = {motion.pk: _ballots(row, motion, meetings) for row, motion in pairs}
    save_all(GroupBallot, [each for found in ballots.values() for each in found])
    steps = (
        step
        for row, motion in pairs
        for step in _steps(row, motion, meetings, ballots[motion.pk])
    )
    save_all(MotionStep, steps)
    save_all(MotionSubmission, _submissions(pairs, meetings))
    save_all(Guideline, _policies(pairs))


def _steps(
    row: MotionRow,
    motion: Motion,
    meetings: Sequence[BusinessMeeting],
    ballots: Sequence[GroupBallot],
) -> Iterator[MotionStep]:
    meeting = meetings[row.at]

    def step(kind: Kind, at: BusinessMeeting = meeting, **values: object) -> MotionStep:
        days = {"meeting": at, "done_on": at.held_on}
        return MotionStep(motion=motion, kind=kind, **{**days, **values})

    sent_in = _sent_in(row, meetings)
    if not motion.number:
        yield step(Kind.RECEIVED, meeting=None, done_on=sent_in)
        if row.said:
            yield step(Kind.NOT_TAKEN_UP, meeting=None, done_on=sent_in, text=row.said)
        return
    came = {"result": "received", "number": ""}
    yield step(Kind.ON_AGENDA, done_on=sent_in, motion_before=came)
    if row.at == NEXT:
        return
    who = {"by_group": motion.moved_by_group, "by": motion.moved_by}
    yield step(Kind.MOVED, motion_before={}, **who)
    if motion.seconded_by_group:
        alone = {"seconded_by_group_id": None}
        by = motion.seconded_by_group
        yield step(Kind.SECONDED, motion_before=alone, by_group=by)
    yield step(**_end(row, motion, meeting))
    if ballots and all(each.answer for each in ballots):
        yield step(at=meetings[row.at + row.answers], **_count(ballots))


def _sent_in(row: MotionRow, meetings: Sequence[BusinessMeeting]) -> date:
    """Return a day before its meeting that has come already."""
    if row.at == NEXT:
        return meetings[NEXT - 1].held_on
    return meetings[row.at].held_on - timedelta(days=12)


def _end(row: MotionRow, motion: Motion, meeting: BusinessMeeting) -> dict[str, object]:
    """Return the step that gave the motion its result."""
    kinds = {
        "tabled": Kind.TABLED,
        "referred": Kind.REFERRED,
        "to-groups": Kind.TO_GROUPS,
        "withdrawn": Kind.WITHDRAWN,
    }
    if kind := kinds.get(row.result):
        return {"kind": kind, "by": motion.referred_to, "motion_before": BEFORE}
    return {
        "kind": Kind.VOTED,
        "motion_before": BEFORE,
        "votes_for": motion.votes_for,
        "votes_against": motion.votes_against,
        "abstentions": motion.abstentions,
        "votes_here": meeting.roll.filter(has_vote=True).count(),
        "votes_on_roll": roll_call(meeting).votes_on_roll,
        "majority": motion.majority,
        "base": motion.base,
        "has_carried": row.result == "carried",
    }


def _count(ballots: Sequence[GroupBallot]) -> dict[str, object]:
    said = [each.answer for each in ballots]
    return {
        "kind": Kind.BACK,
        "motion_before": {},
        "votes_for": said.count(FOR),
        "votes_against": said.count(AGAINST),
        "abstentions": said.count(ABSTAIN),
        "votes_here": len(said),
        "votes_on_roll": len(said),
    }


def _ballots(
    row: MotionRow, motion: Motion, meetings: Sequence[BusinessMeeting]
) -> list[GroupBallot]:
    """Return a ballot of each group; all answered where the day has come, else half."""
    if not row.answers:
        return []
    groups = list(Group.objects.on_the_roll().order_by("number"))
    is_over = row.at + row.answers < NEXT
    answered = len(groups) if is_over else len(groups) // 2
    sent_on = meetings[row.at].held_on
    found = []
    for place, group in enumerate(groups):
        ballot = GroupBallot(
            motion=motion,
            group=group,
            sent_on=sent_on,
            expires_on=motion.answers_due_on + timedelta(days=1),
        )
        if place < answered:
            ballot.answer = SAID[place % len(SAID)]
            ballot.answered_on = meetings[row.at].final_on or sent_on
            ballot.way = GroupBallot.Way.LINK if place % 3 else GroupBallot.Way.PAPER
        found.append(ballot)
    return found


def _submissions(
    pairs: Pairs, meetings: Sequence[BusinessMeeting]
) -> Iterator[MotionSubmission]:
    for row, motion in pairs:
        if row.result == Result.RECEIVED:
            sent_at = datetime.combine(_sent_in(row, meetings), time(19))
            yield MotionSubmission(
                motion=motion,
                sent_at=timezone.make_aware(sent_at),
                sent_by="Lou M.",
                email="lou@example.org",
                speaks_for=MotionSubmission.From.GROUP,
            )


def _policies(pairs: Pairs) -> Iterator[Guideline]:
    for row, motion in pairs:
        if row.policy:
            yield Guideline(
                title=row.title,
                section="Treasury",
                text=row.policy,
                motion=motion,
                adopted_on=motion.decided_at.held_on,
            )
