"""What each kind of step needs to be whole, and what a count makes of it."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.business.majorities import (
    Base,
    Count,
    Majority,
    is_abstained_away,
    is_carried,
)
from intergroup.business.models import MotionStep, Rules

Kind = MotionStep.Kind


def complete(step: MotionStep) -> None:
    """Check a step, and add what follows from it; raises ValidationError."""
    if check := _CHECKS.get(Kind(step.kind)):
        check(step)


def count_of(step: MotionStep) -> Count:
    """Return the votes of a step."""
    return Count(
        step.votes_for or 0,
        step.votes_against or 0,
        step.abstentions or 0,
        here=step.votes_here or 0,
        on_roll=step.votes_on_roll or 0,
    )


def _moved(step: MotionStep) -> None:
    if not (step.by_group_id or step.by):
        _refuse(_("Say who moves it."), "by_group", code="nobody")


def _seconded(step: MotionStep) -> None:
    if not step.by_group_id:
        _refuse(_("Say which group seconds it."), "by_group", code="nobody")
    if step.by_group_id == step.motion.moved_by_group_id:
        message = _("The group that moved it cannot second it.")
        _refuse(message, "by_group", code="same_group")


def _amended(step: MotionStep) -> None:
    step.text_before, step.policy_before = step.motion.text, step.motion.text_after
    step.text = _changed(step.text, step.text_before)
    policy = step.policy if step.motion.is_policy_change else ""
    step.policy = _changed(policy, step.policy_before)
    if (step.text, step.policy) == (step.text_before, step.policy_before):
        _refuse(_("Write the words as they would be."), "text", code="no_words")
    _by_hands(step)


def _changed(text: str, before: str) -> str:
    """Return ``text``; ``before``, where it is empty or only its lines differ."""
    words = text.split()
    return before if not words or words == before.split() else text


def _by_hands(step: MotionStep) -> None:
    """More than half of the votes cast decide: on amendments, on reconsidering."""
    step.majority, step.base = Majority.SIMPLE, Base.CAST
    step.has_carried = is_carried(_counted(step), majority=step.majority)


def _voted(step: MotionStep) -> None:
    if step.motion.is_by_consensus:
        _found_consensus(step)
        return
    step.majority = step.majority or step.motion.majority
    step.base = step.base or step.motion.base
    count = _counted(step)
    goes_back = Rules.objects.current().is_sent_back_by_abstentions
    if goes_back and is_abstained_away(count):
        step.has_carried = None
        return
    step.has_carried = is_carried(count, majority=step.majority, base=step.base)


def _found_consensus(step: MotionStep) -> None:
    if step.votes_for is None or step.blocks is None:
        message = _("Write how many assent and how many block, or 0.")
        _refuse(message, "votes_for", code="no_number")
    step.votes_against = None
    step.reservations = step.reservations or 0
    step.stand_asides = step.stand_asides or 0
    assents = step.votes_for + step.reservations
    _check_here(step, assents + step.stand_asides + step.blocks)
    most = Rules.objects.current().most_blocks
    step.has_carried = assents > 0 and step.blocks <= most


def _polled(step: MotionStep) -> None:
    step.votes_for, step.blocks = step.votes_for or 0, step.blocks or 0
    step.reservations = step.reservations or 0
    step.stand_asides = step.stand_asides or 0
    told = step.votes_for + step.reservations + step.stand_asides + step.blocks
    if not told:
        _refuse(_("Write what the poll showed."), "votes_for", code="no_number")
    _check_here(step, told)


def _referred(step: MotionStep) -> None:
    if not step.by.strip():
        _refuse(_("Say to which committee."), "by", code="nobody")


def _not_taken_up(step: MotionStep) -> None:
    if not step.text.strip():
        _refuse(_("Say in a sentence why."), "text", code="no_words")


def _counted(step: MotionStep) -> Count:
    if step.votes_for is None or step.votes_against is None:
        message = _("Write how many voted for and how many against, or 0.")
        _refuse(message, "votes_for", code="no_number")
    count = count_of(step)
    _check_here(step, count.cast + count.abstentions)
    return count


def _check_here(step: MotionStep, counted: int) -> None:
    if step.votes_here and counted > step.votes_here:
        message = _("There are %(here)s votes here, and %(counted)s were counted.")
        told = message % {"here": step.votes_here, "counted": counted}
        _refuse(told, "votes_for", code="more_than_here")


def _refuse(message: str, field: str, *, code: str) -> None:
    raise ValidationError({field: ValidationError(message, code=code)})


_CHECKS: dict[Kind, Callable[[MotionStep], None]] = {
    Kind.MOVED: _moved,
    Kind.SECONDED: _seconded,
    Kind.AMENDED: _amended,
    Kind.STRAW_POLL: _polled,
    Kind.REFERRED: _referred,
    Kind.VOTED: _voted,
    Kind.RECONSIDERED: _by_hands,
    Kind.NOT_TAKEN_UP: _not_taken_up,
}
