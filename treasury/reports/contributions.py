"""Contributions by group and month: what was given, and not who gave nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.charts import Chart, Series
from intergroup.kit.dates import Period, month_key
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Contribution, Posting
from treasury.reports.footing import check_foots

Source = Contribution.Source
MOST_MONTHS = 14  # more do not fit on paper, and are added up by year
FEW_MONTHS = 4
ByGiver = Mapping[tuple[str, int | None, str | None], list[tuple[str, Decimal]]]


@dataclass(frozen=True, slots=True)
class Given:
    """What one giver gave, by month (``2022-01``), and in all."""

    number: int | None
    name: str
    months: Mapping[str, Decimal]
    total: Decimal

    @property
    def amounts(self) -> Mapping[str, Decimal]:
        """What was given in each month (``2022-01``) and in each year (``2022``)."""
        return {**self.months, **_by_year(self.months)}


@dataclass(frozen=True, slots=True)
class ContributionsByGroup:
    """Contributions of a period: each group that gave, members as one, and the rest."""

    period: Period
    currency: str
    groups: tuple[Given, ...]
    members: Given
    unidentified: Given
    months: Mapping[str, Decimal]
    total: Decimal

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
    def rest(self) -> tuple[Given, ...]:
        """Members and what is not yet identified, where there is any."""
        return tuple(each for each in (self.members, self.unidentified) if each.total)

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
            "unidentified": _months_and_total(self.unidentified),
            "total": plain(self.total),
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table with a column for each month."""
        rows = [*self.groups, self.members, self.unidentified]
        months = tuple(self.months)
        header = (_("Number"), _("Group"), *months, _("Total"))
        body = tuple(
            (
                each.number if each.number is not None else "",
                each.name,
                *(each.months.get(month, ZERO) for month in months),
                each.total,
            )
            for each in rows
        )
        foot = ("", _("Total"), *self.months.values(), self.total)
        return (Table(_("Contributions"), header, (*body, foot)),)


@reports.report(
    "contributions-by-group",
    title=gettext_lazy("Contributions by group and month"),
    description=gettext_lazy("What groups and members gave, month by month."),
    order=20,
    asks="period",
    permission="treasury.view_contribution",
    template="treasury/report/contributions.html",
)
def contributions_by_group(period: Period) -> ContributionsByGroup:
    """Return what was contributed in the period, both ends included.

    Raises DoesNotFootError where the contributions and the books do not agree.
    """
    given = _given(period)
    groups = _group_lines(given)
    members = _line(None, _("Members"), given.get((Source.MEMBER, None, None), ()))
    unknown = given.get((Source.UNIDENTIFIED, None, None), ())
    rest = _line(None, _("Not yet identified"), unknown)
    lines = (*groups, members, rest)
    report = ContributionsByGroup(
        period=period,
        currency=Body.objects.current().currency,
        groups=groups,
        members=members,
        unidentified=rest,
        months={
            month: total(each.months.get(month, ZERO) for each in lines)
            for month in period.months
        },
        total=total(each.total for each in lines),
    )
    _check(report)
    return report


def _group_lines(given: ByGiver) -> tuple[Given, ...]:
    """Return each group that gave, by number: no ranking."""
    groups = [key for key in given if key[0] == Source.GROUP]
    in_order = sorted(groups, key=lambda key: key[1])
    return tuple(
        _line(number, name, given[s, number, name]) for s, number, name in in_order
    )


def _given(period: Period) -> ByGiver:
    """Return amounts by month for each giver: (source, group number, group name)."""
    rows = (
        Contribution.objects.within(period.first, period.last)
        .values_list("source", "group__number", "group__name", "received_on")
        .annotate(sum=Sum("amount"))
        .order_by()
    )
    given = defaultdict(list)
    for source, number, name, day, amount in rows:
        given[source, number, name].append((month_key(day), amount))
    return given


def _line(number: int | None, name: str, days: Iterable[tuple[str, Decimal]]) -> Given:
    months: dict[str, Decimal] = {}
    for month, amount in sorted(days):
        months[month] = months.get(month, ZERO) + amount
    months = {month: amount for month, amount in months.items() if amount}
    return Given(number, name, months, total(months.values()))


def _by_year(months: Mapping[str, Decimal]) -> dict[str, Decimal]:
    years: dict[str, Decimal] = {}
    for month, amount in months.items():
        years[month[:4]] = years.get(month[:4], ZERO) + amount
    return years


def _months_and_total(given: Given) -> dict[str, object]:
    months = {month: plain(amount) for month, amount in given.months.items()}
    return {"months": months, "total": plain(given.total)}


def _check(report: ContributionsByGroup) -> None:
    """Hold the table against itself and against the books of the same days."""
    check_foots(
        _("Contributions by month"),
        told=report.total,
        added=total(report.months.values()),
    )
    booked = Posting.objects.posted().within(report.period.first, report.period.last)
    income = booked.filter(
        account__purpose__in=(
            Account.Purpose.GROUP_CONTRIBUTIONS,
            Account.Purpose.MEMBER_CONTRIBUTIONS,
            Account.Purpose.UNIDENTIFIED,
        )
    )
    in_books = income.aggregate(sum=Sum("amount", default=ZERO))["sum"]
    check_foots(_("The books of contributions"), told=-in_books, added=report.total)
