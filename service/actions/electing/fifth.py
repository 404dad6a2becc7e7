"""The motion for a fifth and last ballot, and the same reconsidered once."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from service.actions.electing.standing import expect, out_of_turn, standing_of, take
from service.models import BallotMotion
from service.voting import Step


@transaction.atomic
def record_motion(
    motion: BallotMotion, *, recorded_by: User | None, number: int | None = None
) -> BallotMotion:
    """Save an unsaved motion; a second one is the first reconsidered.

    ``number`` is the one that whoever counted the hands had before them, so that two at
    once never reconsider it. Raises ValidationError: ``over``, ``out_of_turn``.
    """
    election = take(motion.election)
    standing = standing_of(election)
    if not standing.may_reconsider:
        expect(standing, Step.MOTION)
    if election.draws.exists():
        message = _("The hat was announced already.")
        raise ValidationError(message, code="out_of_turn")
    motion.number = election.ballot_motions.count() + 1
    if number not in {None, motion.number}:
        raise out_of_turn()
    motion.recorded_by = recorded_by
    motion.full_clean()
    motion.save()
    return motion
