"""Who serves on a day, and whose last day is near."""

from dataclasses import dataclass
from datetime import date

from service.rotation.book import Book
from service.rotation.days import ONE_DAY
from service.rotation.lines import following, serving, vacant_from
from service.rotation.posts import Post
from service.rotation.turns import Turn


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat on a day.

    ``vacant_from`` is the first day of the vacancy: None while somebody serves, and
    for a seat that nobody ever had. ``followed_by`` is who serves next, on the day the
    seat falls vacant or later.
    """

    post: Post
    number: int
    servant: Turn | None
    acting: tuple[Turn, ...]
    vacant_from: date | None
    followed_by: Turn | None

    @property
    def is_vacant(self) -> bool:
        """Whether nobody fills the seat; who acts in it does not."""
        return self.servant is None

    @property
    def is_surplus(self) -> bool:
        """Whether the seat was taken away, and goes when its servant does."""
        return self.number > self.post.seats

    @property
    def since(self) -> date | None:
        """Since when it is as it is: served, or vacant."""
        return self.servant.began_on if self.servant else self.vacant_from

    @property
    def until(self) -> date | None:
        """The first day on which it is no longer so; None if that is not known."""
        if self.servant:
            return self.servant.ends_on
        return self.followed_by.began_on if self.followed_by else None


@dataclass(frozen=True, slots=True)
class Day:
    """Every seat of every post that is open on a day, in order."""

    on: date
    seats: tuple[Seat, ...]

    @property
    def vacant(self) -> tuple[Seat, ...]:
        """The seats that nobody fills."""
        return tuple(seat for seat in self.seats if seat.is_vacant)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A turn that ends, and who follows in the seat."""

    post: Post
    turn: Turn
    followed_by: Turn | None

    @property
    def stays(self) -> bool:
        """Whether the same person goes on in the seat, without a day between."""
        after = self.followed_by
        return after is not None and (after.person, after.began_on) == (
            self.turn.person,
            self.turn.ends_on,
        )


def on(book: Book, day: date) -> Day:
    """Return who serves on ``day``, past or to come, steps included.

    A seat that was taken away is shown as long as somebody serves in it.
    """
    seats = (
        _seat(book, post, number, day)
        for post, number in book.seats()
        if post.is_open_on(day)
    )
    shown = (seat for seat in seats if seat.servant or not seat.is_surplus)
    return Day(day, tuple(shown))


def rotating_out(book: Book, first: date, last: date) -> tuple[Leaving, ...]:
    """Return whose last day is from ``first`` to ``last``, both included, by that day.

    Who is chosen again for the same seat is among them, and ``stays``.
    """
    ending = [
        Leaving(post, turn, following(book.line(post, seat), turn.until))
        for post, seat in book.seats()
        for turn in book.line(post, seat)
        if turn.has_days and turn.ends_on and first <= turn.ends_on - ONE_DAY <= last
    ]
    return tuple(sorted(ending, key=lambda each: each.turn.until))


def _seat(book: Book, post: Post, number: int, day: date) -> Seat:
    line = book.line(post, number)
    servant = serving(line, day)
    return Seat(
        post=post,
        number=number,
        servant=servant,
        acting=tuple(a for a in book.acting(post, number) if a.serves_on(day)),
        vacant_from=None if servant else vacant_from(line, day) or post.began_on,
        followed_by=following(line, servant.until if servant else day),
    )
