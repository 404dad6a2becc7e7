"""The policy that a carried motion makes, in the place of the one before."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import Guideline, Motion


@transaction.atomic
def make_policy(policy: Guideline) -> Guideline:
    """Save ``policy``, made by its carried motion; what it replaces ends that day.

    Raises ValidationError: ``not_carried``, ``not_policy``, or ``ended``.
    """
    motion = Motion.objects.select_for_update().get(pk=policy.motion_id)
    if motion.result != Motion.Result.CARRIED:
        raise ValidationError(_("It was not carried."), code="not_carried")
    if not motion.is_policy_change:
        raise ValidationError(_("It changes no policy."), code="not_policy")
    policy.adopted_on = motion.decided_at.held_on
    if policy.replaces:
        _end(policy.replaces, policy)
    policy.full_clean()
    policy.save()
    return policy


def take_policies_back(motion: Motion) -> None:
    """Delete what ``motion`` made, whose vote is struck; what was replaced holds again.

    Raises ValidationError (``replaced``) where a later policy took its place.
    """
    for policy in motion.guidelines.select_related("replaces"):
        if Guideline.objects.filter(replaces=policy).exists():
            message = _("The policy that it made was replaced since: “%s”.") % policy
            raise ValidationError(message, code="replaced")
        policy.delete()
        old = policy.replaces
        if old and old.ended_on == policy.adopted_on:
            old.ended_on = None
            old.save(update_fields=["ended_on"])


def _end(old: Guideline, policy: Guideline) -> None:
    if old.ended_on:
        message = _("“%s” has ended already.") % old
        raise ValidationError({"replaces": ValidationError(message, code="ended")})
    old.ended_on = policy.adopted_on
    old.full_clean()
    old.save(update_fields=["ended_on"])
