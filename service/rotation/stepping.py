"""Stepping up: an alternate moves into the principal’s seat on the day it falls vacant.

“The alternate steps in to the office automatically and a new alternate is chosen.”
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import heapify, heappop, heappush

from service.rotation.counting import chain, has_reached_cap
from service.rotation.cycle import planned_end, regular_end
from service.rotation.lines import Lines, fallen_on, following
from service.rotation.posts import Post, StepsUp
from service.rotation.turns import Filled, Turn


@dataclass(frozen=True, slots=True)
class StepUp:
    """One step: ``leaves`` is the alternate’s turn with its new end, ``turn`` the next.

    A ``leaves`` without a key is the turn of an earlier step, which is known by its
    position, seat and beginning.
    """

    turn: Turn
    leaves: Turn


@dataclass(frozen=True, slots=True)
class Fall:
    """A seat that falls vacant on a day: after whom, and how long another would serve.

    ``is_early`` is whether the person left before the planned end.
    """

    post: Post
    day: date
    last: Turn
    is_early: bool
    ends_on: date


def step_up_all(
    posts: Sequence[Post], lines: Lines, *, since: date | None
) -> tuple[StepUp, ...]:
    """Let every alternate step up on the day it is their turn, and return the steps.

    Days go by in order, principals before alternates, seats by number. ``lines`` are
    changed. What fell vacant before ``since`` stays as it is stored.
    """
    stairs = _Stairs(posts, lines, since or date.min)
    return tuple(stairs.steps())


class _Stairs:
    """The seats that are still to fall vacant, and who would step up into them."""

    def __init__(self, posts: Sequence[Post], lines: Lines, since: date) -> None:
        by_key = {post.key: post for post in posts}
        ranks = {post.key: _rank(post, by_key) for post in posts}
        self._posts = sorted(posts, key=lambda post: ranks[post.key] or 0)
        self._place = {post.key: place for place, post in enumerate(self._posts)}
        self._alternates: dict[int | None, list[Post]] = {}
        for post in posts:
            if post.steps_up and ranks[post.key]:
                self._alternates.setdefault(post.alternate_of, []).append(post)
        self._lines, self._since = lines, since
        self._to_come: list[tuple[date, int, int]] = []

    def steps(self) -> Iterator[StepUp]:
        """Yield step after step, as the days go by."""
        self._to_come = [fall for turn in self._lines for fall in self._falls(turn)]
        heapify(self._to_come)
        while self._to_come:
            day, place, seat = heappop(self._to_come)
            fall = self._fall(self._posts[place], seat, day)
            alternate = fall and self._alternate(fall)
            if alternate:
                yield self._step(fall, alternate)

    def _falls(self, turn: Turn) -> Iterator[tuple[date, int, int]]:
        if turn.post in self._alternates and self._since <= turn.until < date.max:
            yield turn.until, self._place[turn.post], turn.seat

    def _fall(self, post: Post, seat: int, day: date) -> Fall | None:
        """Return the fall of a seat on ``day``; None if nobody may step up into it."""
        line = self._lines.of(post, seat)
        last, chosen = fallen_on(line, day), following(line, day)
        if not last or seat > post.seats or not post.is_open_on(day):
            return None
        planned = planned_end(post, last)
        is_early = day < planned
        if chosen and not is_early:
            return None
        ends_on = planned if is_early else regular_end(post, seat, day)
        limits = (ends_on, chosen and chosen.began_on, post.closed_on)
        return Fall(post, day, last, is_early, min(filter(None, limits)))

    def _alternate(self, fall: Fall) -> Turn | None:
        """Return the first alternate who may step up, by position and then by seat."""
        for post in self._alternates[fall.post.key]:
            if fall.is_early or post.steps_up == StepsUp.ALWAYS:
                for seat in self._lines.seats(post):
                    for turn in self._lines.of(post, seat):
                        if self._is_there(post, turn, fall) and self._may(turn, fall):
                            return turn
        return None

    def _is_there(self, post: Post, turn: Turn, fall: Fall) -> bool:
        """Tell whether the alternate had begun before the day, and still serves on it.

        After a regular end also those whose own term has run its course on that day,
        unless they were chosen again as the alternate.
        """
        if turn.began_on >= fall.day or turn.until < fall.day:
            return False
        if turn.until > fall.day:
            return True
        again = following(self._lines.of(post, turn.seat), fall.day)
        stays = again and (again.began_on, again.person) == (fall.day, turn.person)
        return not (stays or fall.is_early or fall.day < planned_end(post, turn))

    def _may(self, turn: Turn, fall: Fall) -> bool:
        """Refuse who has just left, who is in the position, and by bylaws the cap.

        The rest of a term is a duty of alternates, so the cap is for whole terms.
        """
        seats = self._lines.seats(fall.post)
        there = [each for seat in seats for each in self._lines.of(fall.post, seat)]
        own = [each for each in there if each.person == turn.person]
        if turn.person == fall.last.person or any(
            each.began_on <= fall.day < each.until for each in own
        ):
            return False
        if fall.is_early or not fall.post.is_binding:
            return True
        return not has_reached_cap(fall.post, chain(fall.post, own, fall.day))

    def _step(self, fall: Fall, alternate: Turn) -> StepUp:
        turn = Turn(
            key=None,
            post=fall.post.key,
            seat=fall.last.seat,
            person=alternate.person,
            began_on=fall.day,
            ends_on=fall.ends_on,
            planned_end_on=fall.ends_on,
            filled=Filled.STEPPED_UP,
            name=alternate.name,
        )
        leaves = replace(alternate, ends_on=fall.day)
        self._lines.change(None, turn)
        self._lines.change(alternate, leaves)
        for each in (turn, leaves):
            for fallen in self._falls(each):
                heappush(self._to_come, fallen)
        return StepUp(turn, leaves)


def _rank(post: Post, posts: Mapping[int, Post]) -> int | None:
    """Return how many principals stand above; None if they go round in a circle."""
    above: list[int] = []
    while post.alternate_of in posts:
        if post.alternate_of in above:
            return None
        above.append(post.alternate_of)
        post = posts[post.alternate_of]
    return len(above)
