"""The roll call: who answers, who leaves, when it opens, what was counted.

Two people at two tablets write one after the other: each action holds the meeting. The
same tap twice changes nothing the second time.
"""

from intergroup.business.actions.rollcall.groups import (
    call_group,
    take_back_group,
)
from intergroup.business.actions.rollcall.holding import hold
from intergroup.business.actions.rollcall.keeping import (
    close_meeting,
    count_quorum,
    keep_roll,
    open_meeting,
)
from intergroup.business.actions.rollcall.leaving import mark_back, mark_left
from intergroup.business.actions.rollcall.others import (
    add_observer,
    call_officer,
    count_observers,
    take_back_attendee,
)

__all__ = [
    "add_observer",
    "call_group",
    "call_officer",
    "close_meeting",
    "count_observers",
    "count_quorum",
    "hold",
    "keep_roll",
    "mark_back",
    "mark_left",
    "open_meeting",
    "take_back_attendee",
    "take_back_group",
]
