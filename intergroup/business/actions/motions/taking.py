"""Taking a step: in its turn, whole, in order; the motion follows it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.motions.checking import complete
from intergroup.business.actions.motions.following import (
    columns_of,
    follow,
    save_columns,
)
from intergroup.business.actions.motions.numbering import hold_book, next_number
from intergroup.business.actions.motions.turns import in_turn
from intergroup.business.models import BusinessMeeting, Motion, MotionStep
from intergroup.registry.models import User

Kind = MotionStep.Kind
_WITHOUT_A_MEETING = {Kind.RECEIVED, Kind.WITHDRAWN, Kind.NOT_TAKEN_UP}


@transaction.atomic
def take(step: MotionStep, *, recorded_by: User | None, **agreed: object) -> MotionStep:
    """Write down one step of ``step.motion``, which is unsaved, and what follows.

    ``agreed`` are columns of the motion that are settled with the step. A vote is held
    against its majority here: ``has_carried`` need not be said.
    Raises ValidationError: ``out_of_turn``, ``no_meeting``, ``out_of_order``, and what
    a kind of step asks for.
    """
    motion = Motion.objects.select_for_update().get(pk=step.motion_id)
    step.motion, step.recorded_by = motion, recorded_by
    before = columns_of(motion)
    in_turn(motion, step.kind)
    _check_order(step)
    complete(step)
    if step.kind == Kind.ON_AGENDA:
        hold_book()
        motion.number = next_number(step.meeting)
    follow(motion, step)
    for name, value in agreed.items():
        setattr(motion, name, value)
    step.motion_before = {
        name: value for name, value in before.items() if value != getattr(motion, name)
    }
    step.full_clean()
    step.save()
    save_columns(motion)
    return step


def check_meeting(meeting: BusinessMeeting | None) -> None:
    """Refuse a step of no meeting; raises ValidationError (``no_meeting``)."""
    if meeting is None:
        message = _("Say at which meeting.")
        raise ValidationError({"meeting": ValidationError(message, code="no_meeting")})


def _check_order(step: MotionStep) -> None:
    if step.meeting is None:
        if step.kind in _WITHOUT_A_MEETING:
            return
        check_meeting(step.meeting)
    days = step.motion.steps.filter(meeting__isnull=False)
    latest = days.order_by("-meeting__held_on").first()
    if latest and step.meeting.held_on < latest.meeting.held_on:
        message = _("Its last step was at a later meeting, on %s.")
        told = message % date_format(latest.meeting.held_on, "DATE_FORMAT")
        raise ValidationError({"meeting": ValidationError(told, code="out_of_order")})
