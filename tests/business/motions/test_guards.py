"""What SQL run by hand cannot do to the steps of a motion."""

import pytest
from django.db import Error, connection, transaction

from intergroup.business.actions.motions import strike
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


STRIKE = "struck_at = '2026-01-11 20:00:00+00:00', struck_because = 'A wrong tap.'"


def test_a_step_is_struck_once_and_only_with_a_reason(moved, step):
    step(moved, MotionStep.Kind.TABLED)

    assert refused(f"UPDATE {TABLE} SET struck_at = '2026-01-11 20:00:00+00:00'")
    assert refused(f"UPDATE {TABLE} SET struck_because = 'A wrong tap.'")
    assert refused(f"UPDATE {TABLE} SET {STRIKE}, text = 'other words'")
    assert refused(f"UPDATE {TABLE} SET {STRIKE}, motion_before = '{{}}'")
    assert not refused(f"UPDATE {TABLE} SET {STRIKE}")
    assert refused(f"UPDATE {TABLE} SET {STRIKE}")


@pytest.mark.parametrize(
    "change",
    [
        "struck_at = NULL, struck_because = '', struck_by_id = NULL",
        "struck_because = 'Another reason.'",
        "struck_by_id = NULL",
        "votes_for = 99",
    ],
)
def test_a_struck_step_stays_struck_as_it_was(moved, step, sam, change):
    step(moved, MotionStep.Kind.VOTED, votes_for=7, votes_against=3)
    strike(moved.steps.get(), because="A wrong tap.", recorded_by=sam)

    assert refused(f"UPDATE {TABLE} SET {change}")
    assert refused(f"DELETE FROM {TABLE}")


def test_only_one_reconsidering_that_stands_is_written(moved, step):
    kind, votes = MotionStep.Kind.RECONSIDERED, {"votes_for": 7, "votes_against": 3}
    motion = step(step(moved, MotionStep.Kind.VOTED, **votes), kind, **votes)
    again = (
        f"INTO {TABLE} (motion_id, kind, done_on, recorded_at, struck_at, "
        "struck_because, by, text, text_before, policy, policy_before, majority, base) "
        f"VALUES ({motion.pk}, 'reconsidered', '2026-01-11', '2026-01-11', NULL, "
        "'', '', '', '', '', '', '', '')"
    )

    assert refused(f"INSERT {again}")
    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE {again}")
    strike(motion.steps.get(kind=kind), because="A wrong tap.", recorded_by=None)

    assert not refused(f"INSERT {again}")
