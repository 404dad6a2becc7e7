"""Striking the last step of a motion, and why it is refused."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.motions import strike
from intergroup.business.models import Motion


def last_of(motion):
    return motion.steps.order_by("pk").last()


def struck(motion, because="A wrong tap."):
    """Strike the last step; return the motion as it is then."""
    strike(last_of(motion), because=because, recorded_by=None)
    return Motion.objects.get(pk=motion.pk)


def refusal(motion, step=None, because="A wrong tap."):
    with pytest.raises(ValidationError) as refused:
        strike(step or last_of(motion), because=because, recorded_by=None)
    return refused.value.code
