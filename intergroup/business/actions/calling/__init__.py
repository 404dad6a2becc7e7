"""Calling a business meeting: its rules, its agenda, and the notice of it."""

from intergroup.business.actions.calling.agenda import (
    carry_over,
    prepare,
    ruled,
    set_agenda,
)
from intergroup.business.actions.calling.notice import (
    Invited,
    check_ahead,
    invited_to,
    note_notice,
    still_to_tell,
    what_is_announced,
    write_notice,
)

__all__ = [
    "Invited",
    "carry_over",
    "check_ahead",
    "invited_to",
    "note_notice",
    "prepare",
    "ruled",
    "set_agenda",
    "still_to_tell",
    "what_is_announced",
    "write_notice",
]
