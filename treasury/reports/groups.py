"""What the groups gave, by number: no ranking, and nothing about who gave nothing."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.asking import Choice
from intergroup.kit.dates import ONE_DAY, Period, fiscal_year
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body, Group
from treasury.models import Policy
from treasury.reports.credited import credited

EVERY, GIVING = "every", "giving"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """What a group contributed in the period, and in the fiscal year up to its end."""

    number: int | None
    name: str
    amount: Decimal
    year: Decimal


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that gave, or every group; ``of`` is how many there are to ask."""

    lines: tuple[GroupLine, ...]
    total: GroupLine
    this_period: int
    this_year: int
    of: int

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "lines": [
                {
                    "number": each.number,
                    "name": each.name,
                    "amount": plain(each.amount),
                    "year": plain(each.year),
                }
                for each in self.lines
            ],
            "amount": plain(self.total.amount),
            "year": plain(self.total.year),
            "contributed": self.this_period,
            "contributed_this_year": self.this_year,
            "of": self.of,
        }

    def as_table(self) -> Table:
        """Return one row for each group, and their sum."""
        header = (_("Number"), _("Group"), _("This period"), _("This year"))
        lines = (*self.lines, self.total)
        rows = tuple((g.number or "", g.name, g.amount, g.year) for g in lines)
        return Table(_("Contributions by group"), header, rows)


def choice() -> Choice:
    """Return the question whether every group is listed, usually as was settled."""
    return Choice("groups", gettext_lazy("Groups"), _options, _usual)


def is_every_group_listed(chosen: str) -> bool:
    """Tell what was chosen; where nothing was, what the body has settled."""
    return (chosen or _usual()) == EVERY


def groups_to_list(
    giving: Container[int], *, is_every: bool
) -> list[tuple[int, int, str]]:
    """Return id, number and name of each group to list, by number.

    ``giving`` are the ids of those that gave; with ``is_every`` the roll is listed too.
    """
    rows = Group.objects.order_by("number").values_list(
        "pk", "number", "name", "status"
    )
    return [
        (pk, number, name)
        for pk, number, name, status in rows
        if pk in giving or (is_every and status in Group.ON_THE_ROLL)
    ]


def group_lines(period: Period, *, is_every: bool = False) -> Groups:
    """Return the groups of this year or period, by number, with their sum.

    Listed are those that gave and, with ``is_every``, the rest of the roll.
    """
    first_month = Body.objects.current().fiscal_year_begins
    year = fiscal_year(period.last, first_month=first_month)
    now = _by_group(period)
    so_far = _so_far(year, period, now)
    rows = groups_to_list({**now, **so_far}, is_every=True)
    lines = [
        (pk, GroupLine(number, name, now.get(pk, ZERO), so_far.get(pk, ZERO)))
        for pk, number, name in rows
    ]
    listed = tuple(line for pk, line in lines if is_every or pk in now or pk in so_far)
    return Groups(
        lines=listed,
        total=GroupLine(
            number=None,
            name=_("All groups"),
            amount=total(now.values()),
            year=total(so_far.values()),
        ),
        this_period=_how_many(now.values()),
        this_year=_how_many(so_far.values()),
        of=len(rows),
    )


def _so_far(
    year: Period, period: Period, now: dict[int, Decimal]
) -> dict[int, Decimal]:
    """Return the fiscal year up to the end of the period, reading no day twice."""
    if period.first < year.first:
        return _by_group(Period(year.first, period.last))
    found = dict(now)
    if year.first < period.first:
        before = _by_group(Period(year.first, period.first - ONE_DAY))
        for pk, amount in before.items():
            found[pk] = found.get(pk, ZERO) + amount
    return found


def _by_group(period: Period) -> dict[int, Decimal]:
    return {pk: amount for (_s, pk), amount in credited(period).items() if pk}


def _how_many(amounts: Iterable[Decimal]) -> int:
    return sum(1 for amount in amounts if amount)


def _options() -> list[tuple[str, str]]:
    return [
        (EVERY, _("Every group")),
        (GIVING, _("Groups that contributed")),
    ]


def _usual() -> str:
    return EVERY if Policy.objects.current().is_every_group_listed else GIVING
