"""What an election meeting has to elect, and from when until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from service.rotation.book import Book
from service.rotation.cycle import is_remainder, planned_end, regular_end
from service.rotation.days import ONE_DAY, SOON
from service.rotation.lines import following, free_on, serving
from service.rotation.posts import Post, StaggerGroup
from service.rotation.turns import Standing, Turn

Meetings = tuple[date, date | None]  # this one, and the next if it is known


class Why(StrEnum):
    """Why a seat is to be filled."""

    VACANT = "vacant"
    INTERIM = "interim"  # somebody fills it until an election
    ENDING = "ending"  # a term will have run its course, or somebody is to leave
    OPENING = "opening"  # the position begins
    NEXT = "next"  # the term after the rest of one that is to elect as well


@dataclass(frozen=True, slots=True)
class ToElect:
    """A term to fill: ``ends_on`` is the first day after it, ``holder`` who serves now.

    ``is_remainder`` is whether it is only the rest of a term.
    """

    post: Post
    seat: int
    why: Why
    holder: Turn | None
    begins_on: date
    ends_on: date
    is_remainder: bool


def to_elect(
    book: Book, meeting_on: date, next_meeting_on: date | None = None
) -> tuple[ToElect, ...]:
    """Return what the meeting on ``meeting_on`` has to elect, seat by seat.

    A seat that is vacant or held in the interim is filled from the meeting on, for the
    rest of the term; where somebody was chosen for a day within the 90 days that
    follow, it waits for them. A term that ends is filled from that day: from the
    post’s month of elections on, or without one when it ends by the next meeting
    (within 90 days, if that is not known). Nobody is elected where an alternate is to
    step up: the seat of the alternate is listed. If what is left of a term is so short
    that the next one is to be filled as well, both are listed.
    """
    return tuple(
        each
        for post, seat in book.seats()
        if seat <= post.seats
        for each in _terms(book, post, seat, (meeting_on, next_meeting_on))
    )


def election_from(post: Post, seat: int, end: date) -> date | None:
    """Return from which day the term that follows ``end`` is to be elected.

    That is the first of the last month of elections that has begun by then; None for a
    post without one. Of a post in two halves, even seats are elected half a term later.
    """
    if not post.election_month:
        return None
    is_later = post.stagger_group == StaggerGroup.SEATS and post.is_second(seat)
    shift = post.term_months // 2 if is_later else 0
    month = (post.election_month - 1 + shift) % 12 + 1
    year = end.year if month <= end.month else end.year - 1
    return date(year, month, 1)


def _terms(book: Book, post: Post, seat: int, meetings: Meetings) -> Iterator[ToElect]:
    meeting_on = meetings[0]
    line = _chosen(book, post, seat)
    begins_on = free_on(line, max(meeting_on, post.began_on or meeting_on))
    if not (post.is_open_on(begins_on) and _is_due(post, seat, begins_on, meetings)):
        return
    after = following(line, begins_on)
    if after and after.began_on <= begins_on + SOON:
        return
    holder = serving(book.line(post, seat), max(meeting_on, begins_on - ONE_DAY))
    why = _why(holder, is_now=begins_on == meeting_on)
    first = _term(book, post, seat, begins_on, (why, holder))
    yield first
    is_short = first.is_remainder and not after and post.is_open_on(first.ends_on)
    if is_short and _is_due(post, seat, first.ends_on, meetings):
        yield _term(book, post, seat, first.ends_on, (Why.NEXT, None))


def _chosen(book: Book, post: Post, seat: int) -> list[Turn]:
    """Return the turns that an election is not to cut short.

    Who serves in the interim waits for one, and so does who has no end but a planned
    one, and serves until somebody else is chosen.
    """
    return [
        turn if turn.ends_on else replace(turn, ends_on=turn.planned_end_on)
        for turn in book.line(post, seat)
        if turn.standing != Standing.INTERIM
    ]


def _is_due(post: Post, seat: int, end: date, meetings: Meetings) -> bool:
    """Tell whether the term that follows ``end`` is for this meeting to fill.

    The last meeting before the end fills it in any case.
    """
    meeting_on, next_meeting_on = meetings
    if end <= (next_meeting_on or meeting_on):
        return True
    from_on = election_from(post, seat, end)
    if from_on:
        return from_on <= meeting_on
    return next_meeting_on is None and end <= meeting_on + SOON


def _why(holder: Turn | None, *, is_now: bool) -> Why:
    if holder is None:
        return Why.VACANT if is_now else Why.OPENING
    return Why.INTERIM if holder.standing == Standing.INTERIM else Why.ENDING


def _term(
    book: Book,
    post: Post,
    seat: int,
    begins_on: date,
    cause: tuple[Why, Turn | None],
) -> ToElect:
    line = _chosen(book, post, seat)
    after = following(line, begins_on)
    end = _end(post, seat, begins_on, line)
    limits = (end, after and after.began_on, post.closed_on)
    ends_on = min(filter(None, limits))
    is_rest = is_remainder(post, seat, begins_on, ends_on)
    return ToElect(post, seat, *cause, begins_on, ends_on, is_rest)


def _end(post: Post, seat: int, begins_on: date, line: Sequence[Turn]) -> date:
    """Without a cycle, what is left of the term of whoever left before the time."""
    past = [turn for turn in line if turn.until <= begins_on]
    if past and post.cycle_from is None:
        planned = planned_end(post, past[-1])
        if planned > begins_on:
            return planned
    return regular_end(post, seat, begins_on)
