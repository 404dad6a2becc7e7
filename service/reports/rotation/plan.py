"""The rotation plan: who serves from when to when, as a chart, a table and a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.models import BusinessMeeting
from intergroup.kit import reports
from intergroup.kit.dates import ONE_DAY, Period, add_months
from intergroup.kit.sheets import Table
from intergroup.kit.timelines import Timeline
from service.actions.rotating import book_of_service
from service.reports.rotation.drawing import timelines
from service.rotation import Book, Event, Plan, Row, What, off_cycle, plan


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens to one seat on one day; ``name`` is empty for a vacancy.

    A last day is the last with the person; a vacancy begins on its day.
    """

    on: date
    what: str
    position: str
    seat: int | None
    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch of days in one seat, both ends included; vacant without a name."""

    first: date
    last: date
    name: str
    standing: str


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat of one position, its days without a gap, and the days of elections."""

    position: str
    seat: int | None
    stays: tuple[Stay, ...]
    elections: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class OffCycleLine:
    """A term that does not end with its cycle, and the day that would bring it back."""

    position: str
    name: str
    back_on: date


@dataclass(frozen=True, slots=True)
class RotationPlan:
    """What rotates in a period: every seat, everything that happens, and the chart."""

    period: Period
    seats: tuple[SeatLine, ...]
    happenings: tuple[Happening, ...]
    off_cycle: tuple[OffCycleLine, ...]
    charts: tuple[Timeline, ...]

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "seats": [_seat_as_json(each) for each in self.seats],
            "events": [
                {
                    "on": each.on.isoformat(),
                    "what": each.what,
                    "position": each.position,
                    "seat": each.seat,
                    "name": each.name or None,
                }
                for each in self.happenings
            ],
            "off_cycle": [
                {
                    "position": each.position,
                    "name": each.name,
                    "back_on": each.back_on.isoformat(),
                }
                for each in self.off_cycle
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return what happens, day by day, and every seat with its stretches."""
        happens = (_("Day"), _("What"), _("Position"), _("Seat"), _("Name"))
        stays = (_("Position"), _("Seat"), _("From"), _("Until"), _("Name"))
        return (
            Table(
                _("What happens"),
                happens,
                tuple(
                    (each.on, each.told, each.position, each.seat, each.name)
                    for each in self.happenings
                ),
            ),
            Table(
                _("Who serves when"),
                stays,
                tuple(
                    (line.position, line.seat, stay.first, stay.last, stay.name)
                    for line in self.seats
                    for stay in line.stays
                ),
            ),
        )


@reports.report(
    "rotation-plan",
    title=gettext_lazy("Rotation plan"),
    description=gettext_lazy(
        "Who serves from when to when, which terms end, and what is elected when."
    ),
    order=82,
    asks="period",
    permission="service.view_term",
    template="service/reports/rotation_plan.html",
)
def rotation_plan(period: Period) -> RotationPlan:
    """Return the plan over ``period``: what is known of it today, steps included."""
    book = book_of_service(timezone.localdate())
    meetings = BusinessMeeting.objects.values_list("held_on", flat=True)
    made = plan(book, period.first, period.last, meetings=list(meetings))
    return RotationPlan(
        period=period,
        seats=tuple(_seat(row) for row in made.rows),
        happenings=tuple(_happenings(made)),
        off_cycle=tuple(_off_cycle(book, period.first)),
        charts=timelines(made),
    )


def year_ahead(day: date) -> Period:
    """Return the twelve months that begin with the month of ``day``."""
    first = day.replace(day=1)
    return Period(first, add_months(first, 12) - ONE_DAY)


reports.quick_period(
    gettext_lazy("The twelve months ahead"), year_ahead, only="rotation-plan"
)


def name_of_seat(position: str, seat: int | None) -> str:
    """Return the position, with the number of its seat where it has several."""
    if seat is None:
        return position
    return _("%(position)s, seat %(seat)s") % {"position": position, "seat": seat}


def _seat(row: Row) -> SeatLine:
    stays = tuple(
        Stay(
            bar.first,
            bar.last,
            bar.turn.name if bar.turn else "",
            bar.turn.standing if bar.turn else "",
        )
        for bar in row.bars
    )
    return SeatLine(row.post.name, _number(row), stays, row.elections)


def _number(row: Row | Event) -> int | None:
    """Return the number of a seat, or None where the position has only one."""
    return row.seat if row.post.seats > 1 else None


def _happenings(made: Plan) -> Iterator[Happening]:
    for event in made.events:
        name = event.turn.name if event.turn else ""
        yield Happening(
            on=event.day,
            what=str(event.what),
            position=event.post.name,
            seat=_number(event),
            name=name,
            told=_TOLD[event.what] % {"name": name},
        )


_TOLD = {
    What.BEGINS: gettext_lazy("%(name)s begins"),
    What.LAST_DAY: gettext_lazy("last day of %(name)s"),
    What.VACANT: gettext_lazy("falls vacant"),
    What.ELECTION: gettext_lazy("election of the term that follows"),
}


def _off_cycle(book: Book, day: date) -> Iterator[OffCycleLine]:
    for each in off_cycle(book, day):
        yield OffCycleLine(each.post.name, each.turn.name, each.back_on)


def _seat_as_json(line: SeatLine) -> dict:
    return {
        "position": line.position,
        "seat": line.seat,
        "stays": [
            {
                "from": stay.first.isoformat(),
                "to": stay.last.isoformat(),
                "name": stay.name or None,
            }
            for stay in line.stays
        ],
        "elections": [each.isoformat() for each in line.elections],
    }
