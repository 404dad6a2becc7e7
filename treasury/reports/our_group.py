"""What a group’s representative sees of its own contributions, and of nobody else’s."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from intergroup.kit.dates import ONE_DAY, Period, fiscal_year
from intergroup.registry.models import Body, Group, Person, Representative
from treasury.reports.statement_of_group import StatementOfGroup, statement_of

SHOWN = 5


@dataclass(frozen=True, slots=True)
class OurContributions:
    """This fiscal year’s statement of a group so far; both years by their first."""

    statement: StatementOfGroup
    this_year: int
    last_year: int

    @property
    def newest(self) -> tuple:
        """The last few lines, the newest first."""
        return tuple(reversed(self.statement.lines[-SHOWN:]))


def our_contributions(person: Person, day: date) -> tuple[OurContributions, ...]:
    """Return the year so far of each group that the person speaks for on ``day``."""
    year = year_of(day, back=0)
    before = year_of(day, back=1)
    so_far = Period(year.first, day)
    return tuple(
        OurContributions(statement_of(each, so_far), year.first.year, before.first.year)
        for each in groups_spoken_for(person, day).order_by("number")
    )


def groups_spoken_for(person: Person | None, day: date) -> QuerySet[Group]:
    """Return the groups that the person speaks for on ``day``; none for nobody."""
    speaking = Representative.objects.serving_on(day).filter(person=person)
    mine = speaking if person else speaking.none()
    return Group.objects.filter(pk__in=mine.values("group"))


def year_of(day: date, *, back: int) -> Period:
    """Return the fiscal year that holds ``day``, or one ``back`` years before it."""
    first_month = Body.objects.current().fiscal_year_begins
    year = fiscal_year(day, first_month=first_month)
    for _each in range(back):
        year = fiscal_year(year.first - ONE_DAY, first_month=first_month)
    return year
