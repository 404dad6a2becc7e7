"""What was counted stays, and nobody has two votes at one meeting."""

from intergroup.kit.guarding import both, kept, not_replaced
from intergroup.kit.guards import Guard

COUNTED = "business: what was counted stays as it was counted"
TWO_VOTES = "business: nobody has two votes at one meeting"

ALSO = (
    "SELECT 1 FROM {} WHERE meeting_id = NEW.meeting_id AND person_id = NEW.person_id"
)
VOTES_ALREADY = f"EXISTS ({ALSO.format('business_attendee')} AND has_vote)"
SPEAKS_ALREADY = f"NEW.has_vote AND EXISTS ({ALSO.format('business_attendance')})"
ONE_VOTE = tuple(
    both(f"{table}_no_two_votes_on_{event.lower()}", table, event, when, TWO_VOTES)
    for table, when in (
        ("business_attendance", VOTES_ALREADY),
        ("business_attendee", SPEAKS_ALREADY),
    )
    for event in ("INSERT", "UPDATE")
)

ROLL: tuple[Guard, ...] = (
    *kept(
        "business_quorumcount",
        (
            "meeting_id",
            "counted_at",
            "groups_here",
            "officers_here",
            "roll_size",
            "has_quorum",
            "in_words",
        ),
        COUNTED,
    ),
    *not_replaced("business_quorumcount", ("id",), COUNTED),
    *ONE_VOTE,
)
