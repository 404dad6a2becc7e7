"""How far a batch of statements is: n of N, at work, done, or stopped."""

from dataclasses import dataclass
from datetime import date, datetime

from treasury.actions.statement_batches import is_being_made
from treasury.models import StatementBatch


@dataclass(frozen=True, slots=True)
class MadeStatement:
    """One statement that is there to be printed."""

    pk: int
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class StatementProgress:
    """How many statements of a batch are made, and whether more are on their way."""

    pk: int
    first_on: date
    last_on: date
    groups: int
    made: tuple[MadeStatement, ...]
    is_going: bool
    problem: str

    @property
    def is_done(self) -> bool:
        """Whether every statement is there."""
        return len(self.made) >= self.groups

    @property
    def is_stopped(self) -> bool:
        """Whether some are not made, and nobody is making them."""
        return not self.is_done and not self.is_going


def statement_progress(batch: StatementBatch, *, now: datetime) -> StatementProgress:
    """Return how far the batch is, its statements by the number of their group."""
    rows = batch.statements.order_by("group__number")
    columns = ("pk", "group__number", "group__name")
    return StatementProgress(
        pk=batch.pk,
        first_on=batch.first_on,
        last_on=batch.last_on,
        groups=batch.groups,
        made=tuple(MadeStatement(*row) for row in rows.values_list(*columns)),
        is_going=is_being_made(batch, now=now),
        problem=batch.problem,
    )
