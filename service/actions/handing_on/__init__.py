"""Handing a position on: the list is opened, and each thing on it changes hands."""

from service.actions.handing_on.changing import (
    Step,
    add_item,
    give,
    leave_out,
    step_of,
    take,
    undo,
    write_notes,
)
from service.actions.handing_on.hands import STAYS, Hands, hands_of, is_done
from service.actions.handing_on.opening import (
    Opened,
    fill_list,
    open_due,
    open_handover,
    successor_of,
)

__all__ = [
    "STAYS",
    "Hands",
    "Opened",
    "Step",
    "add_item",
    "fill_list",
    "give",
    "hands_of",
    "is_done",
    "leave_out",
    "open_due",
    "open_handover",
    "step_of",
    "successor_of",
    "take",
    "undo",
    "write_notes",
]
