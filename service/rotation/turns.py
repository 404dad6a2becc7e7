"""A turn: one person in one seat, from a day to a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.rotation.days import ONE_DAY


class Filled(StrEnum):
    """How the seat was filled."""

    ELECTED = "elected"
    APPOINTED = "appointed"
    STEPPED_UP = "stepped-up"
    REMAINDER = "remainder"


class Standing(StrEnum):
    """In which standing a person serves."""

    REGULAR = ""
    ACTING = "acting"  # beside the holder, who is absent: fills no seat, never counts
    INTERIM = "interim"  # fills the seat until an election, never counts


@dataclass(frozen=True, slots=True)
class Turn:
    """One person’s turn in one seat.

    ``ends_on`` is the first day without the person, None while the end is open;
    ``planned_end_on`` is the end as it was planned when the turn began. A turn without
    a key is computed and stored nowhere yet. One that ends on the day it began has no
    day: the person withdrew before serving.
    """

    key: int | None
    post: int
    seat: int
    person: int
    began_on: date
    ends_on: date | None = None
    planned_end_on: date | None = None
    filled: str = Filled.ELECTED
    standing: str = Standing.REGULAR
    name: str = ""

    @property
    def until(self) -> date:
        """``ends_on``, or the last day of the calendar while the end is open."""
        return self.ends_on or date.max

    @property
    def last_on(self) -> date | None:
        """The last day of service; None while the end is open."""
        return self.ends_on - ONE_DAY if self.ends_on else None

    @property
    def has_days(self) -> bool:
        """Whether the person served at all."""
        return self.began_on < self.until

    @property
    def is_computed(self) -> bool:
        """Whether it follows from the rules and is stored nowhere yet."""
        return self.key is None

    def serves_on(self, day: date) -> bool:
        """Tell whether the turn had begun, and had not yet ended, on ``day``."""
        return self.began_on <= day < self.until
