"""What SQL run by hand cannot do to the steps of a motion."""

import pytest
from django.db import Error, connection, transaction

from intergroup.business.guards import GUARDS
from intergroup.business.models import MotionStep
from intergroup.kit.guards import missing

TABLE = "business_motionstep"


def refused(sql, *values):
    """Whether the database refuses a statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except Error:
        return True
    return False


def test_every_guard_is_there(db):
    assert missing(GUARDS, connection) == []


@pytest.mark.parametrize(
    "change",
    ["votes_for = 99", "has_carried = NOT has_carried", "text = 'other words'"],
)
def test_a_step_stays_as_it_was_taken(moved, step, change):
    step(moved, MotionStep.Kind.VOTED, votes_for=7, votes_against=3)

    assert refused(f"UPDATE {TABLE} SET {change}")


def test_a_step_written_over_as_it_was_is_no_change(moved, step):
    step(moved, MotionStep.Kind.REFERRED, by="Policy committee")

    assert not refused(f"UPDATE {TABLE} SET by = by")


def test_a_step_is_not_deleted(moved, step):
    step(moved, MotionStep.Kind.TABLED)

    assert refused(f"DELETE FROM {TABLE}")
