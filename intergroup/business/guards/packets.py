"""A packet that was presented stays as it was."""

from intergroup.kit.guarding import kept, not_replaced
from intergroup.kit.guards import Guard

PRESENTED = "business: a packet that was presented stays as it was"

PACKETS: tuple[Guard, ...] = (
    *kept(
        "business_presentedpacket",
        ("meeting_id", "is_final", "is_large", "made_at", "content", "sha256"),
        PRESENTED,
    ),
    *not_replaced("business_presentedpacket", ("id",), PRESENTED),
)
