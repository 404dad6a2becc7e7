"""Vacancies: the positions without a servant, and the terms that end soon."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from service import rotation
from service.actions.rotating import book_of_service
from service.models import Position
from service.reports.positions import months_in_words, sobriety_in_words

SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Successor:
    """Who takes the seat next, and from which day."""

    name: str
    from_on: date


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A position with vacant seats; ``sobriety`` and ``term`` are in words."""

    position: str
    committee: str | None
    seats: int
    duties: str
    sobriety: str
    term: str
    next: Successor | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A term that ends; ``last_on`` is the person’s last day."""

    position: str
    name: str
    last_on: date
    next: Successor | None


@dataclass(frozen=True, slots=True)
class Vacancies:
    """What is vacant on a day, and the terms whose last day comes by ``until``.

    ``positions`` is how many positions the body has: with none, nothing is filled.
    """

    on: date
    until: date
    positions: int
    vacant: tuple[Vacancy, ...]
    ending: tuple[Ending, ...]

    @property
    def seats(self) -> int:
        """All vacant seats."""
        return sum(each.seats for each in self.vacant)


def vacancies(on: date, *, within: timedelta = SOON) -> Vacancies:
    """Return what is vacant on ``on`` and the terms that end in the days ``within``.

    A seat into which an alternate steps up by that day is not vacant: theirs is.
    """
    until = on + within
    positions = list(Position.objects.select_related("committee"))
    book = book_of_service(timezone.localdate(), positions=positions)
    day = rotation.on(book, on)
    by_key = {each.pk: each for each in positions}
    return Vacancies(
        on=on,
        until=until,
        positions=len({seat.post.key for seat in day.seats}),
        vacant=tuple(_vacant(day, by_key)),
        ending=tuple(_ending(book, on, until)),
    )


def _vacant(day: rotation.Day, positions: Mapping[int, Position]) -> Iterable[Vacancy]:
    seats = defaultdict(list)
    for seat in day.vacant:
        seats[seat.post.key].append(seat)
    for key, vacant in seats.items():
        position = positions[key]
        yield Vacancy(
            position=position.name,
            committee=position.committee.name if position.committee else None,
            seats=len(vacant),
            duties=position.duties,
            sobriety=sobriety_in_words(position),
            term=months_in_words(position.term_months),
            next=_first(seat.followed_by for seat in vacant),
        )


def _ending(book: rotation.Book, on: date, until: date) -> Iterable[Ending]:
    for each in rotation.rotating_out(book, on, until):
        if each.turn.began_on <= on:
            yield Ending(
                position=each.post.name,
                name=each.turn.name,
                last_on=each.turn.last_on,
                next=_first([each.followed_by]),
            )


def _first(turns: Iterable[rotation.Turn | None]) -> Successor | None:
    """Return whoever of these begins first."""
    found = [each for each in turns if each]
    if not found:
        return None
    first = min(found, key=lambda each: each.began_on)
    return Successor(first.name, first.began_on)
