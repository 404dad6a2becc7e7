"""Whose a hand-over is: the two people’s, and theirs who may say it for either."""

from dataclasses import dataclass
from datetime import date, timedelta

from intergroup.registry.models import User
from service.models import Handover, Term

READ, WRITE = "service.view_handover", "service.change_handover"
STAYS = timedelta(days=180)  # after the last day, while something is open


@dataclass(frozen=True, slots=True)
class Hands:
    """What one person is to a hand-over on a day.

    ``is_keeper`` is one who may say it for either; ``is_reader`` may only look.
    """

    is_outgoing: bool = False
    is_incoming: bool = False
    is_keeper: bool = False
    is_reader: bool = False

    @property
    def gives(self) -> bool:
        """Whether they may say that something is handed on, or that there is none."""
        return self.is_outgoing or self.is_keeper

    @property
    def takes(self) -> bool:
        """Whether they may say that something has been received."""
        return self.is_incoming or self.is_keeper

    @property
    def writes(self) -> bool:
        """Whether they may write on the list at all."""
        return self.gives or self.takes

    @property
    def reads(self) -> bool:
        """Whether they may see it."""
        return self.writes or self.is_reader


def hands_of(handover: Handover, user: User, *, on: date) -> Hands:
    """Return what ``user`` is to ``handover`` on ``on``.

    It is the outgoing person’s until their last day, and after it while something is
    open, at most for ``STAYS``; the incoming person’s in the same way, from the day
    they are known.
    """
    is_over = is_done(handover)

    def is_theirs(term: Term | None) -> bool:
        is_own = term is not None and term.person_id == user.person_id
        return is_own and _is_in_time(term, on, is_over=is_over)

    return Hands(
        is_outgoing=is_theirs(handover.from_term),
        is_incoming=is_theirs(handover.to_term),
        is_keeper=user.has_perm(WRITE),
        is_reader=user.has_perm(READ),
    )


def is_done(handover: Handover) -> bool:
    """Tell whether there is a list, and nothing on it is open."""
    items = handover.items.all()
    return bool(items) and not any(each.is_open for each in items)


def _is_in_time(term: Term, on: date, *, is_over: bool) -> bool:
    if term.last_on is None or on <= term.last_on:
        return True
    return not is_over and on <= term.last_on + STAYS
