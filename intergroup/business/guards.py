"""What the database itself keeps of business meetings, whoever writes."""

from intergroup.kit.guarding import alone, both, kept, not_replaced, untruncated
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
APPROVED = "business: approved minutes stay as they were approved"
_IS_APPROVED = (
    "EXISTS (SELECT 1 FROM business_minutes approved "
    "WHERE approved.id = {row}.minutes_id AND approved.state = 'approved')"
)


def _of_approved(table: str) -> tuple[Guard, ...]:
    """Refuse to add, change or take away a row of ``table`` of approved minutes."""
    rows = {
        "added": ("INSERT", "NEW"),
        "changed": ("UPDATE", "OLD"),
        "moved_in": ("UPDATE", "NEW"),
        "deleted": ("DELETE", "OLD"),
    }
    return tuple(
        both(
            f"{table}_of_approved_is_not_{what}",
            table,
            event,
            _IS_APPROVED.format(row=row),
            APPROVED,
        )
        for what, (event, row) in rows.items()
    )


GUARDS: tuple[Guard, ...] = (
    *stamps("business_rules"),  # they say what stands in the public menu
    *kept(
        "business_presentedpacket",
        ("meeting_id", "is_final", "is_large", "made_at", "content", "sha256"),
        PRESENTED,
    ),
    *not_replaced("business_presentedpacket", ("id",), PRESENTED),
    *(
        both(
            f"business_minutes_approved_{what}",
            "business_minutes",
            event,
            "OLD.state = 'approved'",
            APPROVED,
        )
        for what, event in (("stay", "UPDATE"), ("are_kept", "DELETE"))
    ),
    *not_replaced("business_minutes", ("id", "meeting_id"), APPROVED),
    untruncated("business_minutes", APPROVED),
    *_of_approved("business_minutespart"),
    *not_replaced("business_minutespart", ("id",), APPROVED),
    *_of_approved("business_minutescorrection"),
    *kept(
        "business_minutesamendment",
        ("id", "minutes_id", "decided_at_id", "motion_id", "text", "recorded_on"),
        APPROVED,
    ),
    *not_replaced("business_minutesamendment", ("id",), APPROVED),
    *kept("business_motionstep", _STEP, TAKEN),
    *not_replaced("business_motionstep", ("id",), TAKEN),
    *alone(
        "business_motionstep",
        ("motion_id",),
        TAKEN,
        among="kind = 'reconsidered' AND NEW.kind = 'reconsidered'",
    ),
)
