"""Contributions by group and month: what was given, and not who gave nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.charts import Chart, Series
from intergroup.kit.dates import Period, fiscal_year
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Contribution, Posting
from treasury.reports.credited import Giver, credited, credited_by_month
from treasury.reports.footing import check_foots
from treasury.reports.groups import choice, groups_to_list, is_every_group_listed
from treasury.reports.sums import read_sums

Source, Purpose = Contribution.Source, Account.Purpose
MOST_MONTHS = 14  # more do not fit on paper, and are added up by year
FEW_MONTHS = 4
ALONE = (  # nothing but contributions is booked here
    Purpose.GROUP_CONTRIBUTIONS,
    Purpose.MEMBER_CONTRIBUTIONS,
    Purpose.BIRTHDAY,
    Purpose.UNIDENTIFIED,
)
SHARED = (Purpose.BASKET, Purpose.EVENTS)


@dataclass(frozen=True, slots=True)
class Given:
    """What one giver gave, by month (``2022-01``), in all, and in the fiscal year."""

    number: int | None
    name: str
    months: Mapping[str, Decimal]
    total: Decimal
    year: Decimal

    @property
    def amounts(self) -> Mapping[str, Decimal]:
        """What was given in each month (``2022-01``) and in each year (``2022``)."""
        return {**self.months, **_by_year(self.months)}


@dataclass(frozen=True, slots=True)
class ContributionsByGroup:
    """Contributions of a period: each group, members as one, the other sources.

    What was identified counts from the day it was: it leaves ``unidentified`` then.
    """

    period: Period
    currency: str
    groups: tuple[Given, ...]
    members: Given
    birthdays: Given
    basket: Given
    events: Given
    unidentified: Given
    months: Mapping[str, Decimal]
    total: Decimal
    year: Decimal
    year_so_far: Period

    @property
    def columns(self) -> Mapping[str, Decimal]:
        """What a page has columns for: the months, or the years of a longer period."""
        if len(self.months) <= MOST_MONTHS:
            return self.months
        return _by_year(self.months)

    @property
    def is_wide(self) -> bool:
        """Whether the columns need the long side of the paper."""
        return len(self.columns) > FEW_MONTHS

    @property
    def others(self) -> tuple[Given, ...]:
        """Members and the other sources, and last what is not yet identified."""
        named = (self.members, self.birthdays, self.basket, self.events)
        return (*named, self.unidentified)

    @property
    def rest(self) -> tuple[Given, ...]:
        """Those of them that have anything to show."""
        return tuple(each for each in self.others if each.months or each.year)

    @property
    def has_any(self) -> bool:
        """Whether anybody gave anything in the period."""
        return any(each.months for each in (*self.groups, *self.others))

    @property
    def has_year(self) -> bool:
        """Whether the fiscal year so far is more than the period."""
        return self.year_so_far != self.period

    @property
    def chart(self) -> Chart:
        """What came in each month or year, as bars."""
        columns = self.columns
        series = Series(_("Contributions"), tuple(columns.values()))
        return Chart(tuple(columns), (series,), _("Contributions, as in the table."))

    def as_json(self) -> dict:
        """Return the documented shape; months without money are left out."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "groups": [
                {"number": each.number, "name": each.name, **_months_and_total(each)}
                for each in self.groups
            ],
            "members": _months_and_total(self.members),
            "birthdays": _months_and_total(self.birthdays),
            "basket": _months_and_total(self.basket),
            "events": _months_and_total(self.events),
            "unidentified": _months_and_total(self.unidentified),
            "total": plain(self.total),
            "year": plain(self.year),
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table with a column for each month."""
        months = tuple(self.months)
        header = (_("Number"), _("Group"), *months, _("Total"), _("This year"))
        body = tuple(
            (
                each.number if each.number is not None else "",
                each.name,
                *(each.months.get(month, ZERO) for month in months),
                each.total,
                each.year,
            )
            for each in (*self.groups, *self.others)
        )
        foot = ("", _("Total"), *self.months.values(), self.total, self.year)
        return (Table(_("Contributions"), header, (*body, foot)),)


@reports.report(
    "contributions-by-group",
    title=gettext_lazy("Contributions by group and month"),
    description=gettext_lazy("What groups and members gave, month by month."),
    order=20,
    asks="period",
    permission="treasury.view_contribution",
    template="treasury/report/contributions.html",
    choices=(choice(),),
)
def contributions_by_group(period: Period, *, groups: str = "") -> ContributionsByGroup:
    """Return what was contributed in the period, both ends included.

    ``groups`` says whether every group is listed; empty, as the body has settled.
    Raises DoesNotFootError where the contributions and the books do not agree.
    """
    body = Body.objects.current()
    year = fiscal_year(period.last, first_month=body.fiscal_year_begins)
    so_far = Period(year.first, period.last)
    given = _Given(credited_by_month(period), credited(so_far))
    lines = given.others()
    listed = given.groups(is_every=is_every_group_listed(groups))
    everybody = (*listed, *lines.values())
    report = ContributionsByGroup(
        period=period,
        currency=body.currency,
        groups=listed,
        **lines,
        months={
            month: total(each.months.get(month, ZERO) for each in everybody)
            for month in period.months
        },
        total=total(each.total for each in everybody),
        year=total(each.year for each in everybody),
        year_so_far=so_far,
    )
    _check(report)
    return report


@dataclass(frozen=True, slots=True)
class _Given:
    """What was credited: by month in the period, and in the fiscal year so far."""

    by_month: Mapping[Giver, Mapping[str, Decimal]]
    year: Mapping[Giver, Decimal]

    def others(self) -> dict[str, Given]:
        """Return the lines of what is not a group, by the names of their fields."""
        sources = {
            "members": (Source.MEMBER, _("Members")),
            "birthdays": (Source.BIRTHDAY, _("Birthdays")),
            "basket": (Source.BASKET, _("The meeting basket")),
            "events": (Source.EVENT, _("Events")),
            "unidentified": (Source.UNIDENTIFIED, _("Not yet identified")),
        }
        return {
            field: self._line((source, None), None, name)
            for field, (source, name) in sources.items()
        }

    def groups(self, *, is_every: bool) -> tuple[Given, ...]:
        """Return the lines of the groups, by number: no ranking."""
        giving = {pk for _source, pk in (*self.by_month, *self.year) if pk}
        return tuple(
            self._line((Source.GROUP, pk), number, name)
            for pk, number, name in groups_to_list(giving, is_every=is_every)
        )

    def _line(self, giver: Giver, number: int | None, name: str) -> Given:
        found = sorted(self.by_month.get(giver, {}).items())
        months = {month: amount for month, amount in found if amount}
        year = self.year.get(giver, ZERO)
        return Given(number, name, months, total(months.values()), year)


def _by_year(months: Mapping[str, Decimal]) -> dict[str, Decimal]:
    years: dict[str, Decimal] = {}
    for month, amount in months.items():
        years[month[:4]] = years.get(month[:4], ZERO) + amount
    return years


def _months_and_total(given: Given) -> dict[str, object]:
    months = {month: plain(amount) for month, amount in given.months.items()}
    return {"months": months, "total": plain(given.total), "year": plain(given.year)}


def _check(report: ContributionsByGroup) -> None:
    """Hold the table against itself and against the books of the same days."""
    check_foots(
        _("Contributions by month"),
        told=report.total,
        added=total(report.months.values()),
    )
    sums = read_sums(report.period)
    booked = total(sums.by_purpose(purpose) for purpose in ALONE)
    booked += _booked_as_contributions(report.period)
    check_foots(_("The books of contributions"), told=booked, added=report.total)


def _booked_as_contributions(period: Period) -> Decimal:
    """Return what contributions put where other income may stand as well."""
    lines = (
        Posting.objects.posted()
        .within(period.first, period.last)
        .filter(
            Q(entry__contribution__isnull=False)
            | Q(entry__identification__isnull=False),
            account__purpose__in=SHARED,
        )
    )
    return -lines.aggregate(sum=Sum("amount", default=ZERO))["sum"]
