"""What counts towards the cap: a person’s consecutive terms in one position."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.rotation.cycle import is_remainder, planned_end
from service.rotation.days import ONE_DAY, add_months
from service.rotation.posts import Post, RemainderCounts
from service.rotation.turns import Filled, Standing, Turn


@dataclass(frozen=True, slots=True)
class Chain:
    """Consecutive turns up to a day: ``terms`` of them count.

    ``ends_on`` is the first day after them, None without any; ``free_on`` is the first
    day on which another turn would no longer be consecutive.
    """

    terms: int = 0
    ends_on: date | None = None
    free_on: date | None = None


def chain(post: Post, turns: Iterable[Turn], begins_on: date) -> Chain:
    """Return what a term from ``begins_on`` would continue.

    ``turns`` are one person’s in ``post``, in any seat and order. Whoever still serves
    on ``begins_on`` with an open end is taken to leave then. What begins later is not
    looked at.
    """
    found = Chain()
    earlier = (each for each in turns if each.began_on < begins_on and _holds(each))
    for turn in sorted(earlier, key=lambda each: each.began_on):
        if found.free_on and turn.began_on >= found.free_on:
            found = Chain()
        end = max(found.ends_on or date.min, turn.ends_on or begins_on)
        found = Chain(found.terms + counts(post, turn), end, _free_on(post, end))
    return Chain() if found.free_on and begins_on >= found.free_on else found


def counts(post: Post, turn: Turn) -> bool:
    """Tell whether ``turn`` counts as a term: a regular one does, left early or not."""
    if turn.standing != Standing.REGULAR or not turn.has_days:
        return False
    if not _is_rest(post, turn):
        return True
    if post.remainder_counts == RemainderCounts.HALF:
        served = (turn.ends_on or planned_end(post, turn)) - turn.began_on
        whole = add_months(turn.began_on, post.term_months) - turn.began_on
        return 2 * served > whole
    return post.remainder_counts == RemainderCounts.ALWAYS


def has_reached_cap(post: Post, found: Chain) -> bool:
    """Tell whether one more term would be one too many."""
    return post.most_terms is not None and found.terms >= post.most_terms


def _holds(turn: Turn) -> bool:
    return turn.standing != Standing.ACTING and turn.has_days


def _is_rest(post: Post, turn: Turn) -> bool:
    """Who stepped up for a whole term has had a whole one."""
    if turn.filled == Filled.STEPPED_UP:
        planned = planned_end(post, turn)
        return is_remainder(post, turn.seat, turn.began_on, planned)
    if turn.filled == Filled.REMAINDER:
        return True
    return is_remainder(post, turn.seat, turn.began_on)


def _free_on(post: Post, end: date) -> date:
    return add_months(end, post.months_off) if post.months_off else end + ONE_DAY
