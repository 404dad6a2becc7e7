"""Elections that were decided in a period: who was elected, how, and for how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from service.actions.electing import records_of, rules_of
from service.models import Election
from service.voting import Outcome, Record, Standing, Why, count


@dataclass(frozen=True, slots=True)
class Elected:
    """One who was elected; ``by`` is how, and ``ballot`` the ballot that did, if any.

    The second name out of a hat may be the alternate.
    """

    name: str
    by: str
    ballot: int | None
    is_alternate: bool

    @property
    def how(self) -> str:
        """How, in words: “ballot 3”, “the hat”."""
        told = _HOW[self.by] % {"n": self.ballot}
        return _("%s, as alternate") % told if self.is_alternate else told


@dataclass(frozen=True, slots=True)
class Decided:
    """One election that is over; ``outcome`` is the code, ``told`` says it.

    ``ends_on`` is the first day after the term, and only JSON shows it.
    """

    decided_on: date
    position: str
    seats: int
    method: str
    outcome: str
    told: str
    begins_on: date
    ends_on: date | None
    last_on: date | None
    elected: tuple[Elected, ...]


@dataclass(frozen=True, slots=True)
class DecidedElections:
    """The elections decided in a period, the earliest first."""

    period: Period
    elections: tuple[Decided, ...]

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "elections": [_as_json(each) for each in self.elections],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each who was elected, or for an election of nobody."""
        header = (
            _("Decided on"),
            _("Position"),
            _("Name"),
            _("By"),
            _("Method"),
            _("Outcome"),
            _("Term begins"),
            _("Until"),
        )
        rows = tuple(row for each in self.elections for row in _rows(each))
        return (Table(_("Elections"), header, rows),)


@reports.report(
    "elections",
    title=gettext_lazy("Elections"),
    description=gettext_lazy("Who was elected in a period, to what, and how."),
    order=85,
    asks="period",
    permission="service.view_election",
    template="service/reports/elections.html",
)
def decided_elections(period: Period) -> DecidedElections:
    """Return the elections decided in ``period``; those called off are among them."""
    found = (
        Election.objects.filter(decided_on__range=(period.first, period.last))
        .select_related("position", "method")
        .order_by("decided_on", "position__order", "position__name", "pk")
    )
    records = records_of(each.pk for each in found)
    lines = tuple(_decided(each, records[each.pk]) for each in found)
    return DecidedElections(period, lines)


def _decided(election: Election, record: Record) -> Decided:
    standing = count(rules_of(election), record)
    names = {each.id: each.name for each in record.candidates}
    has_elected = election.outcome != Election.Outcome.CALLED_OFF
    return Decided(
        decided_on=election.decided_on,
        position=election.position.name,
        seats=election.seats,
        method=election.method.name,
        outcome=election.outcome,
        told=election.get_outcome_display(),
        begins_on=election.begins_on,
        ends_on=election.ends_on,
        last_on=election.last_on,
        elected=tuple(_elected(standing, names)) if has_elected else (),
    )


def _elected(standing: Standing, names: Mapping[int, str]) -> Iterable[Elected]:
    outcomes = {each.candidate: each for each in standing.candidates}
    for each in standing.elected:
        yield _one(outcomes[each], names)
    if standing.alternate is not None:
        yield _one(outcomes[standing.alternate], names)


def _one(outcome: Outcome, names: Mapping[int, str]) -> Elected:
    by = _BY.get(outcome.why, BALLOT)
    return Elected(
        name=names[outcome.candidate],
        by=by,
        ballot=outcome.after if by in {BALLOT, YES_NO} else None,
        is_alternate=outcome.why == Why.DRAWN_SECOND,
    )


def _rows(each: Decided) -> list[tuple[object, ...]]:
    who = [(one.name, one.how) for one in each.elected] or [(None, None)]
    return [
        (
            each.decided_on,
            each.position,
            *one,
            each.method,
            each.told,
            each.begins_on,
            each.last_on,
        )
        for one in who
    ]


def _as_json(each: Decided) -> dict:
    return {
        "decided_on": each.decided_on.isoformat(),
        "position": each.position,
        "seats": each.seats,
        "method": each.method,
        "outcome": each.outcome,
        "begins_on": each.begins_on.isoformat(),
        "ends_on": each.ends_on.isoformat() if each.ends_on else None,
        "elected": [
            {
                "name": one.name,
                "by": one.by,
                "ballot": one.ballot,
                "is_alternate": one.is_alternate,
            }
            for one in each.elected
        ],
    }


BALLOT, YES_NO, ACCLAMATION, HAT = "ballot", "yes-no", "acclamation", "hat"
_BY = {
    Why.CONFIRMED: YES_NO,
    Why.ACCLAIMED: ACCLAMATION,
    Why.DRAWN: HAT,
    Why.LAST_SLIP: HAT,
    Why.DRAWN_SECOND: HAT,
}
_HOW = {
    BALLOT: gettext_lazy("ballot %(n)s"),
    YES_NO: gettext_lazy("ballot %(n)s, yes or no"),
    ACCLAMATION: gettext_lazy("acclamation"),
    HAT: gettext_lazy("the hat"),
}
