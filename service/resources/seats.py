"""Which seats are taken on which days, while the rows of a file are put into them."""

from bisect import bisect_left, insort
from datetime import date

from service.models import Term

Days = tuple[date, date]
SeatKey = tuple[int, int, bool]


class SeatPlan:
    """The days on which each seat is held; who stands in sits beside who holds it."""

    def __init__(self) -> None:
        self._taken: dict[SeatKey, list[Days]] = {}

    def take(self, term: Term) -> bool:
        """Put a term into its seat; False where somebody has it on some of the days."""
        if not self._is_free(_key(term), _days(term)):
            return False
        insort(self._taken.setdefault(_key(term), []), _days(term))
        return True

    def take_any(self, term: Term) -> bool:
        """Put a term into the first seat that is free on its days; False for none."""
        for seat in range(1, term.position.seats + 1):
            term.seat = seat
            if self.take(term):
                return True
        return False

    def _is_free(self, key: SeatKey, days: Days) -> bool:
        taken = self._taken.get(key, [])
        place = bisect_left(taken, days)
        begins_later = place == len(taken) or taken[place][0] >= days[1]
        ended_before = place == 0 or taken[place - 1][1] <= days[0]
        return begins_later and ended_before


def _key(term: Term) -> SeatKey:
    return term.position_id, term.seat, term.is_acting


def _days(term: Term) -> Days:
    """Return the first day, and the first day without them."""
    return term.began_on, term.ends_on or date.max
