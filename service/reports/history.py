"""The service history of a position or a committee: who has served, from the first."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.sheets import Table
from service.models import Committee, Position, Term


@dataclass(frozen=True, slots=True)
class Served:
    """One term; ``last_on`` is the last day, None while the end is open."""

    position: str
    seat: int | None
    name: str
    began_on: date
    last_on: date | None
    filled: str
    standing: str
    ended: str


@dataclass(frozen=True, slots=True)
class ServiceHistory:
    """Every term of one position, or of all positions of one committee, up to a day."""

    on: date
    title: str
    terms: tuple[Served, ...]

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "on": self.on.isoformat(),
            "of": self.title,
            "terms": [
                {
                    "position": each.position,
                    "seat": each.seat,
                    "name": each.name,
                    "began_on": each.began_on.isoformat(),
                    "last_on": each.last_on.isoformat() if each.last_on else None,
                    "filled": each.filled,
                    "standing": each.standing or None,
                    "ended": each.ended or None,
                }
                for each in self.terms
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return a row for each term, the latest first."""
        header = (
            _("Position"),
            _("Seat"),
            _("Name"),
            _("Began on"),
            _("Until"),
            _("Filled"),
            _("Served"),
            _("Ended"),
        )
        rows = tuple(
            (
                each.position,
                each.seat,
                each.name,
                each.began_on,
                each.last_on,
                each.filled,
                each.standing,
                each.ended,
            )
            for each in self.terms
        )
        return (Table(self.title, header, rows),)


def _options() -> list[tuple[str, str]]:
    """Return every position and every committee that has positions."""
    positions = Position.objects.values_list("pk", "name")
    committees = Committee.objects.filter(positions__isnull=False).distinct()
    return [
        *((f"position-{pk}", name) for pk, name in positions),
        *((f"committee-{each.pk}", _committee(each)) for each in committees),
    ]


@reports.report(
    "service-history",
    title=gettext_lazy("Service history"),
    description=gettext_lazy(
        "Who has served in a position, or in all positions of a committee."
    ),
    order=84,
    asks="day",
    permission="service.view_term",
    template="service/reports/history.html",
    choices=(reports.Choice("of", gettext_lazy("Of"), _options),),
)
def service_history(on: date, of: str) -> ServiceHistory:
    """Return who has served by ``on`` in what ``of`` names, the latest first."""
    kind, _dash, pk = of.partition("-")
    key = {"position": "position", "committee": "position__committee"}[kind]
    found = Term.objects.filter(**{key: pk}, began_on__lte=on)
    terms = found.select_related("position", "person").order_by(
        "position__order", "position__name", "-began_on", "seat"
    )
    title = dict(_options())[of]
    return ServiceHistory(on, title, tuple(_served(each) for each in terms))


def _served(term: Term) -> Served:
    return Served(
        position=term.position.name,
        seat=term.seat if term.position.seats > 1 else None,
        name=str(term.person),
        began_on=term.began_on,
        last_on=term.last_on,
        filled=term.get_filled_display(),
        standing=term.get_standing_display() if term.standing else "",
        ended=term.get_ended_display() if term.ended else "",
    )


def _committee(committee: Committee) -> str:
    return _("%s (all its positions)") % committee.name
