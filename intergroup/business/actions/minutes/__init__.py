"""Minutes: begun, written, sent round, corrected, approved, amended by a decision."""

from intergroup.business.actions.minutes.approving import (
    amend_minutes,
    approve_minutes,
)
from intergroup.business.actions.minutes.beginning import begin_minutes
from intergroup.business.actions.minutes.circulating import (
    ask_correction,
    circulate_minutes,
    settle_correction,
)
from intergroup.business.actions.minutes.writing import (
    add_part,
    move_part,
    remove_part,
    rename_part,
    write_part,
)

__all__ = [
    "add_part",
    "amend_minutes",
    "approve_minutes",
    "ask_correction",
    "begin_minutes",
    "circulate_minutes",
    "move_part",
    "remove_part",
    "rename_part",
    "settle_correction",
    "write_part",
]
