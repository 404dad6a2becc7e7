"""What is on now, and what is next: the clock of the week ahead, made once."""

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from intergroup.kit.dates import ONE_DAY
from intergroup.registry.publishing.occurrences import occurrences
from intergroup.registry.publishing.published import Published
from intergroup.registry.publishing.searching import index

A_DAY, AHEAD = 86_400.0, timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the index by its number, from when and until when it is held."""

    start: float
    end: float
    number: int


@dataclass(frozen=True, slots=True)
class Around:
    """What is on, the latest begun first, and what is next, the nearest first."""

    on: tuple[Moment, ...]
    ahead: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """All times of the days around today in order, and every instant one turns."""

    moments: tuple[Moment, ...]
    turns: tuple[float, ...]


def clock(published: Published) -> Clock:
    """Return the clock of a directory, from yesterday to a week from now."""
    return published.keep("clock", lambda: _clock(published))


def _clock(published: Published) -> Clock:
    first, last = published.on - ONE_DAY, published.on + AHEAD
    found = [
        Moment(each.start.timestamp(), each.end.timestamp(), number)
        for number, entry in enumerate(index(published).entries)
        for each in occurrences(entry.meeting, first, last)
    ]
    found.sort(key=lambda each: (each.start, each.number))
    turns = {instant for each in found for instant in (each.start, each.end)}
    return Clock(tuple(found), tuple(sorted(turns)))


def around(
    published: Published, found: Container[int], now: datetime, *, most: int
) -> Around:
    """Return at most so many of ``found`` that are on at ``now``, and that are next."""
    moments, instant = clock(published).moments, now.timestamp()
    begun = bisect_right(moments, instant, key=lambda each: each.start)
    recent = bisect_right(moments, instant - A_DAY, key=lambda each: each.start)
    on = (
        each
        for each in reversed(moments[recent:begun])
        if each.end > instant and each.number in found
    )
    ahead = (each for each in islice(moments, begun, None) if each.number in found)
    return Around(tuple(islice(on, most)), tuple(islice(ahead, most)))


def turn(published: Published, now: datetime) -> float:
    """Return the instant at which last a meeting began or ended; 0 before the first.

    Until the next one, everything that is said of now stays as it is.
    """
    turns = clock(published).turns
    past = bisect_right(turns, now.timestamp())
    return turns[past - 1] if past else 0.0
