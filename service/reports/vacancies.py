"""Vacancies: the positions without a servant, and the terms that end soon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from service.models import Position, Term
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
    """Return what is vacant on ``on`` and the terms that end in the days ``within``."""
    until = on + within
    to_come = Term.objects.select_related("person").order_by("began_on", "seat", "pk")
    terms = to_come.exclude(ends_on__lte=on)
    positions = list(
        Position.objects.open_on(on)
        .select_related("committee")
        .prefetch_related(Prefetch("terms", terms, to_attr="from_now"))
    )
    ending = (each for position in positions for each in _ending(position, on, until))
    return Vacancies(
        on=on,
        until=until,
        positions=len(positions),
        vacant=tuple(_vacant(positions, on)),
        ending=tuple(sorted(ending, key=lambda each: each.last_on)),
    )


def _vacant(positions: Iterable[Position], on: date) -> Iterable[Vacancy]:
    for position in positions:
        taken = sum(term.began_on <= on for term in position.from_now)
        if taken < position.seats:
            yield Vacancy(
                position=position.name,
                committee=position.committee.name if position.committee else None,
                seats=position.seats - taken,
                duties=position.duties,
                sobriety=sobriety_in_words(position),
                term=months_in_words(position.term_months),
                next=_newcomer(position, on),
            )


def _ending(position: Position, on: date, until: date) -> Iterable[Ending]:
    for term in position.from_now:
        if term.began_on <= on and term.ends_on and term.last_on <= until:
            yield Ending(
                position=position.name,
                name=str(term.person),
                last_on=term.last_on,
                next=_successor(position, term),
            )


def _successor(position: Position, term: Term) -> Successor | None:
    """Return who takes the same seat after ``term``."""
    for each in position.from_now:
        if each.seat == term.seat and each.began_on >= term.ends_on:
            return Successor(str(each.person), each.began_on)
    return None


def _newcomer(position: Position, on: date) -> Successor | None:
    """Return who takes a seat that nobody holds on ``on``."""
    held = {term.seat for term in position.from_now if term.began_on <= on}
    for each in position.from_now:
        if each.began_on > on and each.seat not in held:
            return Successor(str(each.person), each.began_on)
    return None
