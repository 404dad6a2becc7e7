"""The book of service: posts and turns, put in order once and asked often."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from service.rotation.lines import Lines
from service.rotation.posts import Post
from service.rotation.stepping import StepUp, step_up_all
from service.rotation.turns import Turn


class Book:
    """Posts and turns with every step that the rules make of them, past and to come.

    Nothing in it changes. Turns in one seat should not share a day; where they do, who
    began later serves. What fell vacant before ``since`` is history: nobody steps up
    into it, so that a new rule rewrites no old year.
    """

    def __init__(
        self,
        posts: Iterable[Post],
        turns: Iterable[Turn],
        *,
        since: date | None = None,
    ) -> None:
        self.posts: tuple[Post, ...] = tuple(sorted(posts, key=_in_order))
        by_key = {post.key: post for post in self.posts}
        self._lines = Lines(by_key, turns)
        self.steps: tuple[StepUp, ...] = step_up_all(
            self.posts, self._lines, since=since
        )
        self._by_person: dict[int, list[Turn]] = defaultdict(list)
        for turn in self._lines:
            self._by_person[turn.person].append(turn)

    def line(self, post: Post, seat: int) -> Sequence[Turn]:
        """Return the turns that fill a seat, steps included, in order."""
        return self._lines.of(post, seat)

    def acting(self, post: Post, seat: int) -> Sequence[Turn]:
        """Return the turns of those who act beside the holder, in order."""
        return self._lines.acting(post, seat)

    def of_person(self, person: int) -> Sequence[Turn]:
        """Return the turns in which a person fills a seat of any post."""
        return self._by_person.get(person, ())

    def seats(self) -> Iterator[tuple[Post, int]]:
        """Yield every seat of every post, those that were taken away last."""
        for post in self.posts:
            for seat in self._lines.seats(post):
                yield post, seat


def step_ups(book: Book, upto: date) -> tuple[StepUp, ...]:
    """Return the steps to write by the end of ``upto``, in the order to write them."""
    return tuple(step for step in book.steps if step.turn.began_on <= upto)


def _in_order(post: Post) -> tuple[int, str, int]:
    return post.order, post.name, post.key
