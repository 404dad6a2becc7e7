"""Elections: opened, nominated for, counted, decided. The only writes to them.

What a ballot means is worked out anew each time by ``service.voting`` from the record;
nothing of it is stored but the totals that were counted.
"""

from service.actions.electing.balloting import (
    record_ballot,
    record_objection,
    take_back_ballot,
)
from service.actions.electing.deciding import begin_again, call_off, decline, finish
from service.actions.electing.drawing import announce_hat, draw_by_hand, draw_hat
from service.actions.electing.fifth import record_motion
from service.actions.electing.nominating import (
    answer,
    attest,
    nominate,
    open_election,
    withdraw,
)
from service.actions.electing.standing import (
    out_of_turn,
    record_in,
    record_of,
    records_of,
    rules_of,
    standing_of,
    with_record,
)

__all__ = [
    "announce_hat",
    "answer",
    "attest",
    "begin_again",
    "call_off",
    "decline",
    "draw_by_hand",
    "draw_hat",
    "finish",
    "nominate",
    "open_election",
    "out_of_turn",
    "record_ballot",
    "record_in",
    "record_motion",
    "record_objection",
    "record_of",
    "records_of",
    "rules_of",
    "standing_of",
    "take_back_ballot",
    "with_record",
    "withdraw",
]
