"""What people type into the forms of the groups, and how a test sends it."""

from django.urls import reverse

from intergroup.kit import timed
from tests.kit.elder import Elder

PURPOSE_SALT = "intergroup.kit.timed"
REGISTER = reverse("registry:register")
SENDER = {
    "sender_first_name": "Jo",
    "sender_initial": "K",
    "sender_email": "jo@example.org",
    "sender_phone": "+1 309 555 0100",
    "relation": "member",
}
NEW = {
    **SENDER,
    "rows": "1",
    "group-name": "Friday Hope",
    "m0-days": ["5"],
    "m0-time": "19:30",
    "m0-end_time": "20:30",
    "m0-attendance": "in_person",
    "m0-location": "Trinity Church",
    "m0-address": "12 Elm St, Peoria, IL 61602, USA",
    "m0-types": ["O"],
    "primary-kind": "primary",
    "secondary-kind": "secondary",
}


def word(purpose="new", *, ago=60, nonce="one"):
    """What a form given out ``ago`` seconds ago carries."""
    return Elder(ago, PURPOSE_SALT).sign_object([purpose, nonce])


def form(purpose="new", **values):
    """The boxes of a new group as a browser sends them; dashes are written ``__``."""
    said = {name.replace("__", "-"): value for name, value in values.items()}
    return {**NEW, timed.TOKEN: word(purpose), timed.TRAP: "", **said}


def about(group, kind):
    """The address of a form about a group, and what its word is for."""
    return reverse(f"registry:group-{kind}", args=[group.number]), (
        f"{kind} {group.number}"
    )
