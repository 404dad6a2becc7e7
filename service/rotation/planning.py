"""The rotation plan: who serves from when to when, ready for a chart or a calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.rotation.book import Book
from service.rotation.cycle import left_early
from service.rotation.days import ONE_DAY, SOON
from service.rotation.elections import election_from
from service.rotation.posts import Post
from service.rotation.turns import Turn


class What(StrEnum):
    """What happens on a day of the plan."""

    BEGINS = "begins"
    LAST_DAY = "last-day"
    VACANT = "vacant"
    ELECTION = "election"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days inside the plan, both ends included; vacant without a turn."""

    first: date
    last: date
    turn: Turn | None

    @property
    def begins(self) -> bool:
        """Whether the turn begins with the bar, and not before the plan."""
        return self.turn is not None and self.turn.began_on == self.first

    @property
    def ends(self) -> bool:
        """Whether the turn ends with the bar, and not after the plan."""
        return self.turn is not None and self.turn.last_on == self.last

    @property
    def is_open(self) -> bool:
        """Whether the end of the turn is open."""
        return self.turn is not None and self.turn.ends_on is None


@dataclass(frozen=True, slots=True)
class Row:
    """One seat: its days without a gap, who acts beside, and the days of elections."""

    post: Post
    seat: int
    bars: tuple[Bar, ...]
    acting: tuple[Bar, ...]
    elections: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happens to one seat on one day."""

    day: date
    what: What
    post: Post
    seat: int
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The rotation plan from ``first`` to ``last``, both included."""

    first: date
    last: date
    rows: tuple[Row, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happens in these days, by day and then as the rows are."""
        events = [event for row in self.rows for event in _events(row, self.first)]
        return tuple(sorted(events, key=lambda event: event.day))


def plan(book: Book, first: date, last: date, *, meetings: Sequence[date] = ()) -> Plan:
    """Return the rotation plan; a post is in it for the days on which it is open.

    ``meetings`` are the days of business meetings as far as they are known: a term is
    elected at the first one from the month of elections on, or without one at the last
    of the 90 days before the end. For a term that no known meeting can elect it is the
    first of the month of elections. Who left before the time had no election of that
    end.
    """
    rows = (
        _row(book, post, seat, (first, last), sorted(meetings))
        for post, seat in book.seats()
    )
    return Plan(first, last, tuple(row for row in rows if row.bars or row.acting))


def _row(
    book: Book, post: Post, seat: int, window: tuple[date, date], meetings: list[date]
) -> Row:
    first = max(filter(None, (window[0], post.began_on)))
    last = min(window[1], (post.closed_on or date.max) - ONE_DAY)
    line = book.line(post, seat)
    bars = _bars(line, first, last, has_vacant=seat <= post.seats)
    acting = (_bar(turn, first, last) for turn in book.acting(post, seat))
    days = (_election(post, turn, meetings) for turn in line)
    return Row(
        post=post,
        seat=seat,
        bars=tuple(bars),
        acting=tuple(bar for bar in acting if bar.first <= bar.last),
        elections=tuple(day for day in days if day and first <= day <= last),
    )


def _bars(
    line: Sequence[Turn], first: date, last: date, *, has_vacant: bool
) -> Iterator[Bar]:
    """Yield bar after bar, vacant stretches included where the seat still is one."""
    for turn in line:
        bar = _bar(turn, first, last)
        if bar.first > bar.last:
            continue
        if first < bar.first and has_vacant:
            yield Bar(first, bar.first - ONE_DAY, None)
        yield bar
        first = bar.last + ONE_DAY
    if has_vacant and first <= last:
        yield Bar(first, last, None)


def _bar(turn: Turn, first: date, last: date) -> Bar:
    return Bar(max(first, turn.began_on), min(last, turn.until - ONE_DAY), turn)


def _election(post: Post, turn: Turn, meetings: list[date]) -> date | None:
    """Return the day on which the term after ``turn`` is to be elected, if known."""
    if turn.ends_on is None or left_early(post, turn):
        return None
    if turn.seat > post.seats or not post.is_open_on(turn.ends_on):
        return None
    from_on = election_from(post, turn.seat, turn.ends_on)
    before = [day for day in meetings if day < turn.ends_on]
    if from_on:
        from_on = max(from_on, turn.began_on)
        return next((day for day in before if day >= from_on), from_on)
    is_near = before and turn.ends_on - before[-1] <= SOON
    return before[-1] if is_near else None


def _events(row: Row, first: date) -> Iterator[Event]:
    for day in row.elections:
        yield Event(day, What.ELECTION, row.post, row.seat)
    for bar in row.bars:
        if bar.turn is None:
            if bar.first > first:
                yield Event(bar.first, What.VACANT, row.post, row.seat)
            continue
        if bar.begins:
            yield Event(bar.first, What.BEGINS, row.post, row.seat, bar.turn)
        if bar.ends:
            yield Event(bar.last, What.LAST_DAY, row.post, row.seat, bar.turn)
