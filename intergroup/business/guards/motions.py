"""The steps of a motion stay as they were taken; one that was struck stays struck."""

from intergroup.kit.guarding import alone, both, kept, not_replaced
from intergroup.kit.guards import Guard

TAKEN = "business: a step of a motion stays as it was taken"
STRUCK = "business: a step is struck once, and stays struck"
_STEP = (
    *("id", "motion_id", "kind", "meeting_id", "done_on", "by_group_id", "by"),
    *("text", "text_before", "policy", "policy_before"),
    *("votes_for", "votes_against", "abstentions"),
    *("reservations", "stand_asides", "blocks", "votes_here", "votes_on_roll"),
    *("majority", "base", "has_carried", "recorded_by_id", "recorded_at"),
    "motion_before",
)

MOTIONS: tuple[Guard, ...] = (
    *kept("business_motionstep", _STEP, TAKEN),
    *not_replaced("business_motionstep", ("id",), TAKEN),
    *alone(
        "business_motionstep",
        ("motion_id",),
        TAKEN,
        among="kind = 'reconsidered' AND NEW.kind = 'reconsidered' "
        "AND struck_at IS NULL AND NEW.struck_at IS NULL",
    ),
    both(
        "business_motionstep_is_struck_once",
        "business_motionstep",
        "UPDATE",
        "OLD.struck_at IS NOT NULL",
        STRUCK,
    ),
)
