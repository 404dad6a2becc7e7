"""Asking the groups: one ballot for each, a link good once, and what each answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.motions.taking import check_meeting, take
from intergroup.business.actions.motions.turns import standing_of
from intergroup.business.models import (
    BusinessMeeting,
    GroupBallot,
    Motion,
    MotionStep,
)
from intergroup.business.standing import why_no_vote
from intergroup.kit.tokens import hashed
from intergroup.registry.models import Group, User

Answer, Way = GroupBallot.Answer, GroupBallot.Way


@dataclass(frozen=True, slots=True)
class Said:
    """What one group answered, with the numbers of its members if it counted them."""

    answer: str
    way: str = Way.PAPER
    members_for: int | None = None
    members_against: int | None = None
    note: str = ""


def groups_that_vote(meeting: BusinessMeeting) -> list[Group]:
    """Return the groups that vote at ``meeting`` as its roll call has it, if here."""
    groups = list(Group.objects.on_the_roll().order_by("number"))
    listening = why_no_vote(meeting, groups)
    return [group for group in groups if group.pk not in listening]


@transaction.atomic
def send_to_groups(
    step: MotionStep, *, due_on: date, recorded_by: User | None
) -> list[GroupBallot]:
    """Send the motion of ``step`` to the groups; return the ballots, still unmailed.

    A motion that goes out again asks the groups anew: what they said the first time is
    in the step that counted it. Raises ValidationError: ``no_meeting``,
    ``due_before``, ``no_groups``.
    """
    if due_on <= step.done_on:
        message = _("Give the groups a day later than %s to answer by.")
        told = message % date_format(step.done_on, "DATE_FORMAT")
        raise ValidationError({"due_on": ValidationError(told, code="due_before")})
    check_meeting(step.meeting)
    groups = groups_that_vote(step.meeting)
    if not groups:
        message = _("No group is on the roll: there is nobody to ask.")
        raise ValidationError(message, code="no_groups")
    step.kind = MotionStep.Kind.TO_GROUPS
    motion = take(step, recorded_by=recorded_by, answers_due_on=due_on).motion
    motion.ballots.all().delete()
    days = {"sent_on": step.done_on, "expires_on": due_on + timedelta(days=1)}
    ballots = [GroupBallot(motion=motion, group=group, **days) for group in groups]
    return GroupBallot.objects.bulk_create(ballots)


def find_ballot(token: str, *, on: date) -> GroupBallot | None:
    """Return the ballot that a link opens on ``on``; None for one that is not good.

    It is good until it ends, until the group has answered, and until the answers were
    counted.
    """
    if not token:
        return None
    rows = GroupBallot.objects.open_on(on).select_related("group", "motion")
    found = rows.filter(token_hash=hashed(token)).first()
    return found if found and is_out(found.motion) else None


@transaction.atomic
def answer_by_link(token: str, said: Said, *, on: date) -> GroupBallot:
    """Write down what the group of a link answers; raises ValidationError: used.

    Holds the motion, as all do who write its steps and ballots.
    """
    held = Motion.objects.select_for_update(of=("self",)).order_by("pk")
    held.filter(ballots__token_hash=hashed(token)).first()
    ballot = find_ballot(token, on=on)
    if ballot is None:
        message = _("This link was used, or it has ended.")
        raise ValidationError(message, code="used")
    return _write(ballot, said, on=on)


@transaction.atomic
def record_answers(
    motion: Motion, answers: Mapping[int, Said], *, on: date
) -> list[GroupBallot]:
    """Write down what came to the office by ``on``, by the id of each group’s ballot.

    An answer may be corrected, or taken back (``answer=""``), until the answers are
    counted. Raises ValidationError: ``not_out``, ``late``, ``anew``.
    """
    motion = Motion.objects.select_for_update().get(pk=motion.pk)
    if not is_out(motion):
        message = _("It is not out with the groups: nothing more is entered.")
        raise ValidationError(message, code="not_out")
    if motion.answers_due_on and on > motion.answers_due_on:
        message = _(
            "The groups had until %s to answer: what came later is not counted."
        )
        told = message % date_format(motion.answers_due_on, "DATE_FORMAT")
        raise ValidationError(told, code="late")
    ballots = motion.ballots.select_related("group").in_bulk(list(answers))
    if len(ballots) < len(answers):
        message = _("It was sent out anew meanwhile: look again.")
        raise ValidationError(message, code="anew")
    return [_write(ballots[pk], said, on=on) for pk, said in answers.items()]


def is_out(motion: Motion) -> bool:
    """Tell whether the groups are still being asked."""
    return standing_of(motion).state == "out"


def _write(ballot: GroupBallot, said: Said, *, on: date) -> GroupBallot:
    ballot.answer = said.answer
    ballot.answered_on = on if said.answer else None
    ballot.way = said.way if said.answer else ""
    ballot.members_for, ballot.members_against = said.members_for, said.members_against
    ballot.note = said.note
    ballot.full_clean()
    ballot.save()
    return ballot
