"""Striking the last step of a motion, which is then again what it was before.

The step stays on record with its reason, and counts nowhere. Nothing strikes the
striking: the right step is taken instead.
"""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.motions.following import go_back, save_columns
from intergroup.business.actions.motions.policies import take_policies_back
from intergroup.business.models import Minutes, Motion, MotionStep
from intergroup.registry.models import User

Kind = MotionStep.Kind
STRUCK = ("struck_at", "struck_by", "struck_because")
_ITS_OWN = {"steps", "ballots", "guidelines", "submission", "attachments", "sendings"}


@transaction.atomic
def strike(step: MotionStep, *, because: str, recorded_by: User | None) -> MotionStep:
    """Strike ``step``, the last that stands of its motion; ``because`` is kept with it.

    Raises ValidationError: ``not_last`` where another was quicker, ``no_reason``, and
    ``received``, ``not_kept``, ``approved``, ``answered``, ``asked_anew``, ``rests``,
    ``replaced`` for what cannot be undone any more.
    """
    motion = Motion.objects.select_for_update().get(pk=step.motion_id)
    last = last_step(motion)
    if last is None or last.pk != step.pk:
        _refuse(_("It is not the last step any more: look again."), code="not_last")
    last.struck_at, last.struck_by = timezone.now(), recorded_by
    last.struck_because = " ".join(because.split())
    if not last.struck_because:
        _refuse(_("Say in a sentence why it is struck."), code="no_reason")
    _hold_minutes(last)
    _check(last)
    if undo := _UNDO.get(Kind(last.kind)):
        undo(motion, last)
    last.full_clean()
    last.save(update_fields=STRUCK)
    go_back(motion, last)
    save_columns(motion)
    return last


def last_step(motion: Motion) -> MotionStep | None:
    """Return the last step of ``motion`` that stands."""
    return motion.steps.order_by("pk").last()


def may_be_struck(step: MotionStep) -> bool:
    """Tell whether ``step`` could be struck, if it is the last."""
    try:
        _check(step)
    except ValidationError:
        return False
    return True


def _check(step: MotionStep) -> None:
    if step.kind == Kind.RECEIVED:
        message = _("That is how the motion came: withdraw it instead.")
        _refuse(message, code="received")
    if step.motion_before is None:
        message = _("What the motion was before is not kept: take another step.")
        _refuse(message, code="not_kept")
    approved = Minutes.objects.filter(state=Minutes.State.APPROVED)
    if step.meeting_id and approved.filter(meeting=step.meeting_id).exists():
        message = _("The minutes of its meeting are approved: it stays as it was.")
        _refuse(message, code="approved")


def _hold_minutes(step: MotionStep) -> None:
    """Let nobody approve the minutes of its meeting until this transaction ends."""
    held = Minutes.objects.select_for_update().filter(meeting=step.meeting_id)
    held.order_by("pk").values_list("pk").first()


def _take_ballots_back(motion: Motion, _step: MotionStep) -> None:
    if motion.ballots.answered().exists():
        message = _("A group has answered already: count the answers, or withdraw it.")
        _refuse(message, code="answered")
    motion.ballots.all().delete()


def _open_ballots(motion: Motion, _step: MotionStep) -> None:
    """The ballots are open again by themselves, unless they went when asked anew."""
    if not motion.ballots.exists():
        message = _("The groups were asked anew since: take it up again instead.")
        _refuse(message, code="asked_anew")


def _undo_vote(motion: Motion, step: MotionStep) -> None:
    if not step.has_carried:
        return
    if rests := _what_rests_on(motion):
        message = _("It carried, and something rests on that already: %s.")
        _refuse(message % ", ".join(rests), code="rests")
    take_policies_back(motion)


def _what_rests_on(motion: Motion) -> list[str]:
    """Return what was written down by this motion, here and on the upper floors."""
    relations = (
        each
        for each in Motion._meta.related_objects
        if each.get_accessor_name() not in _ITS_OWN
    )
    return [
        str(each.related_model._meta.verbose_name)
        for each in relations
        if each.related_model._default_manager.filter(**{each.field.name: motion})
    ]


def _refuse(message: str, *, code: str) -> None:
    raise ValidationError(message, code=code)


_UNDO: dict[Kind, Callable[[Motion, MotionStep], None]] = {
    Kind.TO_GROUPS: _take_ballots_back,
    Kind.BACK: _open_ballots,
    Kind.VOTED: _undo_vote,
}
