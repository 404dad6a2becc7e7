"""A position as the engine sees it: its seats, its term, and its rules of rotation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RemainderCounts(StrEnum):
    """Whether the rest of somebody’s term counts towards the cap."""

    NEVER = "never"
    HALF = "half"  # when it is longer than half a term
    ALWAYS = "always"


class StaggerGroup(StrEnum):
    """In which half of the positions the regular terms begin together."""

    NONE = ""
    FIRST = "first"
    SECOND = "second"
    SEATS = "seats"  # odd seats are in the first half, even seats in the second


class StepsUp(StrEnum):
    """When an alternate moves into the principal’s seat without being chosen."""

    NEVER = ""
    VACANCY = "vacancy"  # the principal has left before the time
    ALWAYS = "always"  # also when a term has run its course and nobody was chosen


@dataclass(frozen=True, slots=True)
class Post:
    """A position with its rules.

    ``cycle_from`` is a day on which a regular term begins; the second half begins half
    a term later. ``most_terms`` is the cap of consecutive terms (None: no cap), and
    ``months_off`` how long it takes until they no longer are consecutive (None or 0: a
    day). ``is_binding`` rules are bylaws, others are suggested. ``alternate_of`` is the
    key of the principal’s post. ``began_on`` is the first day with the position and
    ``closed_on`` the first day without it.
    """

    key: int
    name: str = ""
    order: int = 100
    term_months: int = 24
    seats: int = 1
    most_terms: int | None = None
    months_off: int | None = None
    is_binding: bool = False
    remainder_counts: str = RemainderCounts.NEVER
    cycle_from: date | None = None
    stagger_group: str = StaggerGroup.NONE
    election_month: int | None = None
    alternate_of: int | None = None
    steps_up: str = StepsUp.NEVER
    began_on: date | None = None
    closed_on: date | None = None

    def is_open_on(self, day: date) -> bool:
        """Tell whether the body has this position on ``day``."""
        has_begun = self.began_on is None or self.began_on <= day
        return has_begun and (self.closed_on is None or day < self.closed_on)

    def is_second(self, seat: int) -> bool:
        """Tell whether the regular terms of ``seat`` begin half a term later."""
        if self.cycle_from is None:
            return False
        if self.stagger_group == StaggerGroup.SEATS:
            return seat % 2 == 0
        return self.stagger_group == StaggerGroup.SECOND
