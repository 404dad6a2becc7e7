"""Forms as they come from groups, for the tests of what becomes of them."""

from datetime import UTC, date, datetime

from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.models import Registration

MAY_4 = date(2026, 5, 4)
SENT_AT = datetime(2026, 5, 1, 17, 0, tzinfo=UTC)
DECIDED_AT = datetime(2026, 5, 4, 17, 0, tzinfo=UTC)
MEETING = {
    "name": "Friday Hope",
    "day": "5",
    "time": "19:30",
    "end_time": "20:30",
    "attendance": "in_person",
    "types": [],
    "location": "Trinity Church",
    "address": "1 Oak St, Springfield, IL 62701, USA",
    "location_notes": "Back door.",
}
SENDER = {
    "sender_first_name": "Sue",
    "sender_email": "sue@example.com",
    "sent_at": SENT_AT,
}
PAT = {
    "kind": "primary",
    "first_name": "Pat",
    "last_initial": "D",
    "phone": "+1 309 555 0101",
    "email": "pat@example.com",
    "postal_address": "",
    "is_listed": "yes",
}


def form(kind, group=None, *, meetings=(), contacts=(), said=None, **facts):
    """A form that waits: ``said`` are the words about the group."""
    proposed = {
        "group": said or {},
        "meetings": list(meetings),
        "contacts": list(contacts),
    }
    return Registration.objects.create(
        kind=kind,
        group=group,
        proposed=proposed,
        present=present(group) if group else {},
        **{**SENDER, **facts},
    )


def new_group(**facts):
    """A form of a new group with one meeting and one contact."""
    words = {"name": "Hope", "member_count": "8", "is_password_private": "yes"}
    usual = {"said": words, "meetings": [MEETING], "contacts": [PAT]}
    return form("new", **{**usual, **facts})
