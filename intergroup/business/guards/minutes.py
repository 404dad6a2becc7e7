"""Approved minutes stay as they were approved; only a later decision amends them."""

from intergroup.kit.guarding import both, kept, not_replaced, untruncated
from intergroup.kit.guards import Guard

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


MINUTES: tuple[Guard, ...] = (
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
)
