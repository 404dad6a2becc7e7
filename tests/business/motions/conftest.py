"""Two meetings of a small body, and steps taken by name."""

from datetime import date

import pytest

from intergroup.business.actions.motions import take
from intergroup.business.models import Motion, MotionStep
from tests.business.motions.asking import send_out
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory


@pytest.fixture
def january(db):
    return BusinessMeetingFactory(held_on=date(2026, 1, 11))


@pytest.fixture
def february(january):
    return BusinessMeetingFactory(held_on=date(2026, 2, 8))


@pytest.fixture
def hope(db):
    return GroupFactory(number=7, name="Hope", email="hope@example.org")


@pytest.fixture
def grace(db):
    return GroupFactory(number=8, name="Grace", email="grace@example.org")


@pytest.fixture
def moved(january, hope, grace):
    """A motion of January, moved and seconded, on the floor."""
    return MotionFactory(
        meeting=january,
        moved_by_group=hope,
        seconded_by_group=grace,
        text="That we do.",
    )


@pytest.fixture
def step(january):
    """Take a step of a motion in January, and return the motion as it is then."""

    def taken(motion, kind, **values):
        at = {"meeting": january, **values}
        at.setdefault("done_on", at["meeting"].held_on if at["meeting"] else None)
        take(MotionStep(motion=motion, kind=kind, **at), recorded_by=None)
        return Motion.objects.get(pk=motion.pk)

    return taken


@pytest.fixture
def out(moved, january):
    """The motion is out with the two groups."""
    return send_out(moved, january)
