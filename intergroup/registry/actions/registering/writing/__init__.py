"""Writing a proposal into the register: its group, meetings, places and contacts."""

from intergroup.registry.actions.registering.writing.contacts import (
    add_sender,
    person_of,
    write_contacts,
)
from intergroup.registry.actions.registering.writing.groups import (
    change_group,
    register_group,
)
from intergroup.registry.actions.registering.writing.meetings import write_meetings

__all__ = [
    "add_sender",
    "change_group",
    "person_of",
    "register_group",
    "write_contacts",
    "write_meetings",
]
