"""Service opportunities: what is open and what soon will be, by position only.

No name of a person is in it, ever; texts have gone through the anonymity guard.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Body, Person, Representative
from service.actions.names import plain_name
from service.models import Election, Policy, Position, Term
from service.publishing import Censor
from service.reports.positions import (
    month_name,
    months_in_words,
    rotation_in_words,
    sobriety_in_words,
)

Standing = Term.Standing


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Open seats of one position, in words.

    ``open_from`` is the first day without anybody, None where it is open now;
    ``is_interim`` says that somebody serves until the election. ``term`` is its length,
    ``rotation`` the whole line; ``elected`` is a sentence, and “” where nobody knows.
    """

    pk: int
    position: str
    committee: str
    duties: str
    seats: int
    open_from: date | None
    is_interim: bool
    term: str
    rotation: str
    sobriety: str
    who_may_hold: str
    elected: str
    mailbox: str


@dataclass(frozen=True, slots=True)
class Opportunities:
    """What is open on a day, and what opens by ``until``.

    ``mailbox`` is where to ask about all of them, “” where the body has none.
    """

    on: date
    until: date
    invitation: str
    mailbox: str
    next_meeting: date | None
    now: tuple[Opportunity, ...]
    soon: tuple[Opportunity, ...]

    @property
    def count(self) -> int:
        """How many positions are open, or soon will be."""
        return len(self.now) + len(self.soon)


def opportunities(on: date) -> Opportunities:
    """Return what is open on ``on``, and soon: as far ahead as the policy looks."""
    policy, body = Policy.objects.current(), Body.objects.current()
    until = on + timedelta(days=policy.soon_days)
    words = _Words(Censor(), on, body.email)
    found = [words.opportunity(each) for each in _open_seats(on, until)]
    soon = [each for each in found if each.open_from]
    return Opportunities(
        on=on,
        until=until,
        invitation=words.censor.text(str(policy.invitation)),
        mailbox=words.mailbox,
        next_meeting=words.next_meeting,
        now=tuple(each for each in found if not each.open_from),
        soon=tuple(sorted(soon, key=lambda each: each.open_from)),
    )


def for_the_group(person: Person, on: date) -> Opportunities | None:
    """Return what somebody reads out in a group; None for one who represents none."""
    serving = Representative.objects.serving_on(on).filter(person=person)
    return opportunities(on) if serving.exists() else None


@dataclass(frozen=True, slots=True)
class _OpenSeats:
    """Seats of a position that are open now (``from_on`` is None), or from a day on."""

    position: Position
    seats: int
    from_on: date | None
    is_interim: bool


def _open_seats(day: date, until: date) -> Iterator[_OpenSeats]:
    """Yield what is open on ``day``, or opens by ``until``, in the order of positions.

    Somebody who serves until an election leaves the seat open; somebody who stands in
    for another neither opens it nor fills it. A seat for which somebody is chosen
    already, to begin later, is not open.
    """
    terms = Term.objects.exclude(standing=Standing.ACTING).exclude(ends_on__lte=day)
    positions = Position.objects.open_on(day).select_related("committee")
    terms = Prefetch("terms", terms.order_by("began_on", "pk"), to_attr="from_now")
    for position in positions.prefetch_related(terms):
        found: dict[date | None, list[bool]] = {}
        for seat in range(1, position.seats + 1):
            opens = _opens(position, seat, day)
            if opens and opens - ONE_DAY <= until:
                from_on = None if opens == day else opens
                found.setdefault(from_on, []).append(_has_interim(position, seat, day))
        for from_on, interim in found.items():
            yield _OpenSeats(position, len(interim), from_on, any(interim))


def _opens(position: Position, seat: int, day: date) -> date | None:
    """Return the first day on which a seat is open, ``day`` for now; None for never."""
    regular = [
        each
        for each in position.from_now
        if each.seat == seat and each.standing != Standing.INTERIM
    ]
    if not regular:
        return day
    is_chosen_for_later = len(regular) > 1 or regular[0].began_on > day
    ends_on, closed_on = regular[0].ends_on, position.closed_on
    if is_chosen_for_later or (ends_on and closed_on and closed_on <= ends_on):
        return None
    return ends_on


def _has_interim(position: Position, seat: int, day: date) -> bool:
    return any(
        each.seat == seat and each.began_on <= day and each.standing == Standing.INTERIM
        for each in position.from_now
    )


class _Words:
    """Says of open seats, in words, what everybody may read."""

    def __init__(self, censor: Censor, on: date, email: str) -> None:
        self.censor = censor
        self.mailbox = censor.mailbox(email)
        ahead = BusinessMeeting.objects.ahead(on).values_list("held_on", flat=True)
        self.next_meeting = ahead.first()
        held = Election.objects.open().filter(meeting__held_on__gte=on)
        held = held.order_by("-meeting__held_on")
        self.elections = dict(held.values_list("position", "meeting__held_on"))

    def opportunity(self, seats: _OpenSeats) -> Opportunity:
        """Return the seats in words."""
        position, text = seats.position, self.censor.text
        return Opportunity(
            pk=position.pk,
            position=text(position.name),
            committee=self._committee(position),
            duties=text(position.duties),
            seats=seats.seats,
            open_from=seats.from_on,
            is_interim=seats.is_interim,
            term=months_in_words(position.term_months),
            rotation=rotation_in_words(position),
            sobriety=sobriety_in_words(position),
            who_may_hold=text(position.who_may_hold),
            elected=self._elected(seats),
            mailbox=self.censor.mailbox(position.email, self.mailbox),
        )

    def _elected(self, seats: _OpenSeats) -> str:
        """Say when is elected: what is vacant at the next business meeting.

        What opens at the end of a term is elected in its month, where it has one.
        """
        position = seats.position
        day = self.elections.get(position.pk)
        month = position.election_month
        if day is None and not (seats.from_on and month):
            day = self.next_meeting
        if day:
            said = _("Elected at the business meeting on %s.")
            return said % date_format(day, "DATE_FORMAT")
        return _("Elected in %s.") % month_name(month) if month else ""

    def _committee(self, position: Position) -> str:
        """Name the committee, unless the name of the position says it already."""
        name = position.committee.name if position.committee else ""
        is_told = plain_name(name) in plain_name(position.name)
        return "" if is_told else self.censor.text(name)
