"""The cycle of a seat: when regular terms begin and end, and what is only a rest."""

from datetime import date

from service.rotation.days import ONE_DAY, add_months, next_step
from service.rotation.posts import Post
from service.rotation.turns import Turn


def regular_end(post: Post, seat: int, began_on: date) -> date:
    """Return the first day without the person, for a term that begins on ``began_on``.

    Without a cycle that is a whole term later. With one it is the next regular
    beginning, so that a term begun in between has the rest, however short.
    """
    if post.cycle_from is None:
        return add_months(began_on, post.term_months)
    return next_step(
        post.cycle_from,
        post.term_months,
        after=began_on,
        offset=post.term_months // 2 if post.is_second(seat) else 0,
    )


def is_regular(post: Post, seat: int, day: date) -> bool:
    """Tell whether a regular term of ``seat`` may begin or end on ``day``."""
    return post.cycle_from is None or regular_end(post, seat, day - ONE_DAY) == day


def is_remainder(
    post: Post, seat: int, began_on: date, ends_on: date | None = None
) -> bool:
    """Tell whether a term is only the rest of a regular one.

    Without ``ends_on`` it is one that ends with its cycle, and so without a cycle a
    whole one.
    """
    end = regular_end(post, seat, began_on)
    has_whole = is_regular(post, seat, began_on)
    whole = end if has_whole else add_months(began_on, post.term_months)
    return (ends_on or end) < whole


def planned_end(post: Post, turn: Turn) -> date:
    """Return the end as it was planned when the turn began.

    Where none was written it is the next regular end, on the day the turn ended or
    later: who had an open end and left on no such day, left before the time.
    """
    if turn.planned_end_on:
        return turn.planned_end_on
    after = turn.began_on
    if turn.ends_on:
        after = max(after, turn.ends_on - ONE_DAY)
    if post.cycle_from is None:
        return next_step(turn.began_on, post.term_months, after=after)
    return regular_end(post, turn.seat, after)


def left_early(post: Post, turn: Turn) -> bool:
    """Tell whether the person left, or is to leave, before the planned end."""
    return turn.until < planned_end(post, turn)
