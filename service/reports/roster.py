"""The roster: every position on a day, who serves in it, and the seats left vacant."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.sheets import Table
from service import rotation
from service.actions.rotating import book_of_service
from service.models import Position


@dataclass(frozen=True, slots=True)
class Servant:
    """A person in a seat; ``last_on`` is the last day, None while the end is open.

    ``ends_on`` is the first day without them, and only JSON shows it. ``standing`` is
    “interim”, “acting” for whoever stands in beside the holder, or empty.
    """

    name: str
    began_on: date
    ends_on: date | None
    last_on: date | None
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One position with those who serve in it, and how many of its seats are vacant."""

    position: str
    committee: str | None
    email: str
    seats: int
    servants: tuple[Servant, ...]
    vacant: int


@dataclass(frozen=True, slots=True)
class Roster:
    """The positions of the body on one day, in the order the body gives them."""

    on: date
    positions: tuple[Line, ...]

    @property
    def seats(self) -> int:
        """All seats of all positions."""
        return sum(line.seats for line in self.positions)

    @property
    def vacant(self) -> int:
        """All vacant seats."""
        return sum(line.vacant for line in self.positions)

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "on": self.on.isoformat(),
            "positions": [_line_as_json(line) for line in self.positions],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each person, and one for each position’s vacant seats.

        “Until” is the last day served, as on the page and on paper.
        """
        header = (
            _("Position"),
            _("Committee"),
            _("Seats"),
            _("Name"),
            _("Began on"),
            _("Until"),
            _("Vacant"),
        )
        rows = tuple(row for line in self.positions for row in _rows(line))
        return (Table(_("Roster"), header, rows),)


@reports.report(
    "roster",
    title=gettext_lazy("Roster"),
    description=gettext_lazy("Every position, who serves in it, and what is vacant."),
    order=80,
    asks="day",
    permission="service.view_term",
    template="service/reports/roster.html",
)
def roster(on: date) -> Roster:
    """Return the roster on ``on``; closed positions are left out.

    Whoever steps up by themselves on a day is in it from that day on.
    """
    positions = list(Position.objects.select_related("committee"))
    book = book_of_service(timezone.localdate(), positions=positions)
    seats = defaultdict(list)
    for seat in rotation.on(book, on).seats:
        seats[seat.post.key].append(seat)
    lines = (_line(each, seats[each.pk]) for each in positions if each.pk in seats)
    return Roster(on=on, positions=tuple(lines))


def _line(position: Position, seats: Sequence[rotation.Seat]) -> Line:
    turns = [
        turn
        for seat in seats
        for turn in (seat.servant, *seat.acting)
        if turn is not None
    ]
    return Line(
        position=position.name,
        committee=position.committee.name if position.committee else None,
        email=position.email,
        seats=position.seats,
        servants=tuple(_servant(turn) for turn in turns),
        vacant=sum(seat.is_vacant for seat in seats),
    )


def _servant(turn: rotation.Turn) -> Servant:
    days = (turn.began_on, turn.ends_on, turn.last_on)
    return Servant(turn.name, *days, standing=str(turn.standing))


def _line_as_json(line: Line) -> dict:
    return {
        "position": line.position,
        "committee": line.committee,
        "seats": line.seats,
        "servants": [
            {
                "name": each.name,
                **({"standing": each.standing} if each.standing else {}),
                "began_on": each.began_on.isoformat(),
                "ends_on": each.ends_on.isoformat() if each.ends_on else None,
            }
            for each in line.servants
        ],
        "vacant": line.vacant,
    }


def _rows(line: Line) -> list[tuple[object, ...]]:
    head = (line.position, line.committee, line.seats)
    rows = [
        (*head, each.name, each.began_on, each.last_on, 0) for each in line.servants
    ]
    if line.vacant:
        rows.append((*head, None, None, None, line.vacant))
    return rows
