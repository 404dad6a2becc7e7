"""Putting a motion on the agenda: its number, and how it will be decided."""

from django.db import transaction

from intergroup.business.actions.motions.taking import take
from intergroup.business.models import Motion, MotionStep
from intergroup.registry.models import User


@transaction.atomic
def put_on_agenda(
    step: MotionStep, *, way: str, majority: str, base: str, recorded_by: User | None
) -> Motion:
    """Put the motion of ``step`` on the agenda of the step’s meeting; it gets a number.

    Raises what ``take`` raises.
    """
    step.kind = MotionStep.Kind.ON_AGENDA
    agreed = {"way": way, "majority": majority, "base": base}
    motion = take(step, recorded_by=recorded_by, **agreed).motion
    motion.full_clean()
    return motion
