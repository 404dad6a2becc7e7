"""The roster: every position on a day, who serves in it, and the seats left vacant."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.sheets import Table
from service.models import Position, Term


@dataclass(frozen=True, slots=True)
class Servant:
    """A person in a seat; ``last_on`` is the last day, None while the end is open.

    ``ends_on`` is the first day without them, and only JSON shows it.
    """

    name: str
    began_on: date
    ends_on: date | None
    last_on: date | None


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
    """Return the roster on ``on``; closed positions are left out."""
    serving = Term.objects.serving_on(on).select_related("person")
    terms = serving.order_by("seat", "began_on", "pk")
    positions = (
        Position.objects.open_on(on)
        .select_related("committee")
        .prefetch_related(Prefetch("terms", terms, to_attr="serving"))
    )
    return Roster(on=on, positions=tuple(_line(position) for position in positions))


def _line(position: Position) -> Line:
    return Line(
        position=position.name,
        committee=position.committee.name if position.committee else None,
        email=position.email,
        seats=position.seats,
        servants=tuple(_servant(term) for term in position.serving),
        vacant=max(position.seats - len(position.serving), 0),
    )


def _servant(term: Term) -> Servant:
    return Servant(str(term.person), term.began_on, term.ends_on, term.last_on)


def _line_as_json(line: Line) -> dict:
    return {
        "position": line.position,
        "committee": line.committee,
        "seats": line.seats,
        "servants": [
            {
                "name": each.name,
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
