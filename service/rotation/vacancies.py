"""Seats that are vacant, or will be soon, with nobody to follow."""

from dataclasses import dataclass
from datetime import date, timedelta

from service.rotation.book import Book
from service.rotation.lines import following, free_on, serving, vacant_from
from service.rotation.posts import Post
from service.rotation.turns import Turn


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat that is or falls vacant.

    ``falls_on`` is the first day without anybody; None for a seat that nobody ever
    had. ``servant`` is who serves until then, None if it is vacant already, and
    ``followed_by`` who comes later than was asked about.
    """

    post: Post
    seat: int
    falls_on: date | None
    servant: Turn | None
    followed_by: Turn | None


def falling_vacant(book: Book, day: date, within_days: int) -> tuple[Vacancy, ...]:
    """Return the seats vacant on ``day`` or in the days ``within``, in their order.

    Not those into which somebody is to come by the end of these days, or steps up.
    Seats of a post that is closed by then, or was taken away, do not fall vacant.
    """
    until = day + timedelta(days=within_days)
    found = (
        _vacancy(book, post, seat, day, until)
        for post, seat in book.seats()
        if seat <= post.seats
    )
    return tuple(vacancy for vacancy in found if vacancy)


def _vacancy(
    book: Book, post: Post, seat: int, day: date, until: date
) -> Vacancy | None:
    line = book.line(post, seat)
    first = max(day, post.began_on or day)
    falls_on = free_on(line, first)
    if falls_on > until or not post.is_open_on(falls_on):
        return None
    after = following(line, falls_on)
    if after and after.began_on <= until:
        return None
    if falls_on == first:
        falls_on = vacant_from(line, first) or post.began_on
    return Vacancy(post, seat, falls_on, serving(line, day), after)
