"""The turns of every seat, one line for each, in the order of their days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from service.rotation.posts import Post
from service.rotation.turns import Standing, Turn

Place = tuple[int, int]  # the key of a post, and a seat


class Lines:
    """Who fills each seat, turn after turn, and who acts beside them.

    A position that closes ends every turn in it. Turns of positions that are not there
    are left out.
    """

    def __init__(self, posts: Mapping[int, Post], turns: Iterable[Turn]) -> None:
        self._filling: dict[Place, list[Turn]] = defaultdict(list)
        self._acting: dict[Place, list[Turn]] = defaultdict(list)
        self._seats: dict[int, set[int]] = defaultdict(set)
        for turn in sorted(turns, key=_in_time):
            post = posts.get(turn.post)
            if post and (post.closed_on is None or turn.began_on < post.closed_on):
                acts = turn.standing == Standing.ACTING
                side = self._acting if acts else self._filling
                side[turn.post, turn.seat].append(_until_closed(post, turn))
                self._seats[turn.post].add(turn.seat)

    def __iter__(self) -> Iterator[Turn]:
        """Yield every turn that fills a seat, seat by seat."""
        for line in self._filling.values():
            yield from line

    def of(self, post: Post, seat: int) -> Sequence[Turn]:
        """Return the turns that fill a seat, in order."""
        return self._filling.get((post.key, seat), ())

    def acting(self, post: Post, seat: int) -> Sequence[Turn]:
        """Return the turns of those who act beside the holder, in order."""
        return self._acting.get((post.key, seat), ())

    def seats(self, post: Post) -> list[int]:
        """Return the seats of a post, those that were taken away included."""
        return sorted({*range(1, post.seats + 1), *self._seats.get(post.key, ())})

    def change(self, old: Turn | None, new: Turn) -> None:
        """Put ``new`` into its line, in the place of ``old`` if there is one."""
        line = self._filling[new.post, new.seat]
        if old:
            line.remove(old)
        line.append(new)
        line.sort(key=_in_time)


def serving(line: Sequence[Turn], day: date) -> Turn | None:
    """Return who fills the seat on ``day``; of two who should not, the later one."""
    return next((turn for turn in reversed(line) if turn.serves_on(day)), None)


def following(line: Sequence[Turn], day: date) -> Turn | None:
    """Return the first turn that begins on ``day`` or later."""
    later = (turn for turn in line if turn.began_on >= day and turn.has_days)
    return next(later, None)


def free_on(line: Sequence[Turn], day: date) -> date:
    """Return the first day from ``day`` on without anybody; ``date.max`` for never."""
    for turn in line:
        if turn.serves_on(day):
            day = turn.until
    return day


def fallen_on(line: Sequence[Turn], day: date) -> Turn | None:
    """Return the turn whose end left the seat vacant on ``day``, None if it did not."""
    if serving(line, day):
        return None
    return next((turn for turn in reversed(line) if turn.ends_on == day), None)


def vacant_from(line: Sequence[Turn], day: date) -> date | None:
    """Return since when a seat vacant on ``day`` is; None if nobody ever had it."""
    return max((turn.until for turn in line if turn.until <= day), default=None)


def _in_time(turn: Turn) -> tuple[date, date, int]:
    return turn.began_on, turn.until, turn.key or 0


def _until_closed(post: Post, turn: Turn) -> Turn:
    if post.closed_on and post.closed_on < turn.until:
        return replace(turn, ends_on=post.closed_on)
    return turn
