"""Calling a business meeting: its rules, its agenda, and the notice of it."""

from intergroup.business.actions.calling.agenda import (
    carry_over,
    prepare,
    ruled,
    set_agenda,
)
from intergroup.business.actions.calling.notice import (
    Invited,
    invited_to,
    send_notice,
    still_to_tell,
    what_is_announced,
)

__all__ = [
    "Invited",
    "carry_over",
    "invited_to",
    "prepare",
    "ruled",
    "send_notice",
    "set_agenda",
    "still_to_tell",
    "what_is_announced",
]
