"""What the database itself keeps of business meetings, whoever writes."""

from intergroup.kit.guarding import alone, kept, not_replaced
from intergroup.kit.guards import Guard
from intergroup.registry.guards import stamps

PRESENTED = "business: a packet that was presented stays as it was"
COUNTED = "business: what was counted stays as it was counted"
TAKEN = "business: a step of a motion stays as it was taken"
_STEP = (
    *("id", "motion_id", "kind", "meeting_id", "done_on", "by_group_id", "by"),
    *("text", "text_before", "votes_for", "votes_against", "abstentions"),
    *("reservations", "stand_asides", "blocks", "votes_here", "votes_on_roll"),
    *("majority", "base", "has_carried", "recorded_by_id", "recorded_at"),
)

GUARDS: tuple[Guard, ...] = (
    *stamps("business_rules"),  # they say what stands in the public menu
    *kept(
        "business_presentedpacket",
        ("meeting_id", "is_final", "is_large", "made_at", "content", "sha256"),
        PRESENTED,
    ),
    *not_replaced("business_presentedpacket", ("id",), PRESENTED),
    *kept("business_motionstep", _STEP, TAKEN),
    *not_replaced("business_motionstep", ("id",), TAKEN),
    *alone(
        "business_motionstep",
        ("motion_id",),
        TAKEN,
        among="kind = 'reconsidered' AND NEW.kind = 'reconsidered'",
    ),
)
