"""Staggering: which share of the seats rotates when, and what is off its cycle.

Where half of the positions rotate at a time, the other half knows the way.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from service.rotation.book import Book
from service.rotation.cycle import is_regular, left_early, planned_end, regular_end
from service.rotation.days import ONE_DAY, add_months
from service.rotation.posts import Post
from service.rotation.turns import Standing, Turn


@dataclass(frozen=True, slots=True)
class Share:
    """How many seats rotate in the days from ``first`` to ``last``, both included.

    ``by_cycle`` is how many of the ``seats`` have a regular end in these days, and
    ``ending`` how many of their turns, as they are known, have their first day without
    the person in them.
    """

    first: date
    last: date
    seats: int
    by_cycle: int
    ending: int


@dataclass(frozen=True, slots=True)
class OffCycle:
    """A turn that is off the cycle of its seat; with ``back_on`` as its end it is not.

    ``ends_on`` is its end as it stands, None while that is open.
    """

    post: Post
    turn: Turn
    ends_on: date | None
    back_on: date


def balance(
    book: Book, first: date, periods: int, *, months: int = 6
) -> tuple[Share, ...]:
    """Return which share of the staggered seats rotates in each period from ``first``.

    A period is of ``months``. Only posts in halves, with a cycle, are looked at, and
    only while they are open.
    """
    starts = [add_months(first, months * n) for n in range(periods + 1)]
    return tuple(
        _share(book, start, after - ONE_DAY) for start, after in pairwise(starts)
    )


def off_cycle(book: Book, day: date) -> tuple[OffCycle, ...]:
    """Return who serves on ``day`` or later in a turn that does not end with its cycle.

    Who leaves early is judged by the planned end, for whoever follows has the rest;
    who serves in the interim is not looked at, and a post that closes is done with its
    cycle. ``back_on`` is the next regular end.
    """
    return tuple(
        OffCycle(post, turn, end, regular_end(post, seat, max(day, turn.began_on)))
        for post, seat in book.seats()
        if post.cycle_from and seat <= post.seats
        for turn in book.line(post, seat)
        if day < turn.until and turn.standing != Standing.INTERIM
        for end in [_end(post, turn)]
        if end is None or not (end == post.closed_on or is_regular(post, seat, end))
    )


def _end(post: Post, turn: Turn) -> date | None:
    if left_early(post, turn):
        return planned_end(post, turn)
    return turn.ends_on or turn.planned_end_on


def _share(book: Book, first: date, last: date) -> Share:
    seats = [
        (post, seat)
        for post, seat in book.seats()
        if post.cycle_from and post.stagger_group and seat <= post.seats
        if post.is_open_on(first)
    ]
    ends = [
        turn.until
        for post, seat in seats
        for turn in book.line(post, seat)
        if turn.standing != Standing.INTERIM and turn.has_days
    ]
    by_cycle = sum(regular_end(*place, first - ONE_DAY) <= last for place in seats)
    ending = sum(first <= end <= last for end in ends)
    return Share(first, last, len(seats), by_cycle, ending)
