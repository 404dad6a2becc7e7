"""Opening and closing balance from the running balances beside the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from intergroup.kit.money import ZERO


@dataclass(frozen=True, slots=True)
class Step:
    """One row: its number, what it moved, and the balance after it where told."""

    row: int
    amount: Decimal
    balance: Decimal | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Balances that follow from each other; ``broken_at``: a row where they do not."""

    opening: Decimal | None = None
    closing: Decimal | None = None
    broken_at: int | None = None
    is_flipped: bool = False


def follow(steps: Sequence[Step]) -> Chain:
    """Walk the rows from the oldest to the newest and check every balance.

    If the balances hold with all signs turned around, ``is_flipped`` says so.
    """
    chain = _walk(steps, sign=1)
    if chain.broken_at is not None and _walk(steps, sign=-1).broken_at is None:
        return Chain(broken_at=chain.broken_at, is_flipped=True)
    return chain


def _walk(steps: Sequence[Step], *, sign: int) -> Chain:
    opening = closing = None
    since = ZERO
    for step in steps:
        since += sign * step.amount
        if step.balance is None:
            continue
        if closing is None:
            opening = step.balance - since
        elif closing + since != step.balance:
            return Chain(broken_at=step.row)
        closing, since = step.balance, ZERO
    return Chain(opening, closing if closing is None else closing + since)
