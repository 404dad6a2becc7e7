"""What a new election proposes by itself: when, at which meeting, by which method."""

from dataclasses import dataclass
from datetime import date

from intergroup.business.models import BusinessMeeting
from service.actions.rotating import book_of_service
from service.models import ElectionMethod, Position
from service.rotation import Book, Post, ToElect, regular_end, to_elect

THIRD_LEGACY = ElectionMethod.System.THIRD_LEGACY


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed; ``ends_on`` is the first day after the term to be filled."""

    seats: int
    method: ElectionMethod | None
    meeting: BusinessMeeting | None
    begins_on: date
    ends_on: date
    is_remainder: bool


def proposal_for(position: Position, *, today: date) -> Proposed:
    """Return what an election to ``position`` would most likely be.

    It is the first term that the next business meeting, or one after it, has to fill by
    the rules of rotation. Where whoever serves has no end, it begins at the meeting.
    """
    meeting = BusinessMeeting.objects.ahead(today).first()
    day = meeting.held_on if meeting else today
    book = book_of_service(today)
    post = next(each for each in book.posts if each.key == position.pk)
    terms = _to_fill(book, post, day)
    begins_on = terms[0].begins_on if terms else day
    method = _method(position)
    is_one = method is not None and method.system == THIRD_LEGACY
    return Proposed(
        seats=1 if is_one else max(len(terms), 1),
        method=method,
        meeting=meeting,
        begins_on=begins_on,
        ends_on=terms[0].ends_on if terms else regular_end(post, 1, begins_on),
        is_remainder=bool(terms) and terms[0].is_remainder,
    )


def _to_fill(book: Book, post: Post, day: date) -> list[ToElect]:
    """Return the terms that begin together on the first day on which any has to."""
    lines = (book.line(post, seat) for seat in range(1, post.seats + 1))
    ends = {turn.ends_on for line in lines for turn in line if turn.ends_on}
    for meeting_on in (day, *sorted(end for end in ends if end > day)):
        found = [each for each in to_elect(book, meeting_on) if each.post == post]
        if found:
            first = min(each.begins_on for each in found)
            return [each for each in found if each.begins_on == first]
    return []


def _method(position: Position) -> ElectionMethod | None:
    """Return the method of the last election to it, else Third Legacy, else any."""
    offered = ElectionMethod.objects.filter(is_offered=True)
    last = position.elections.filter(method__is_offered=True).order_by("-pk").first()
    if last:
        return last.method
    return offered.filter(system=THIRD_LEGACY).first() or offered.first()
