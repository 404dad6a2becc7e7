"""The life of a group, status by status: the only way a status changes.

Each step is an action of its own, with its rule and its sentence, and is recorded; what
may follow what is the table ``STEPS``.
"""

from intergroup.registry.actions.living.beginning import (
    activate,
    begin,
    complete,
    review_new,
)
from intergroup.registry.actions.living.ending import (
    close,
    confirm_open,
    reopen,
    say_closed,
)
from intergroup.registry.actions.living.merging import merge, unmerge
from intergroup.registry.actions.living.resting import (
    find_again,
    pause,
    report_missing,
    resume,
)
from intergroup.registry.actions.living.steps import STEPS, Step, lacks, steps_from

__all__ = [
    "STEPS",
    "Step",
    "activate",
    "begin",
    "close",
    "complete",
    "confirm_open",
    "find_again",
    "lacks",
    "merge",
    "pause",
    "reopen",
    "report_missing",
    "resume",
    "review_new",
    "say_closed",
    "steps_from",
    "unmerge",
]
