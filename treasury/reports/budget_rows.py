"""The lines of a budget beside what came in and was spent, account by account."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from service.models import Committee
from treasury.models import Account, Bill, Budget, BudgetAmendment, BudgetLine
from treasury.reports.actuals import ByKey, Key, actuals

TENTH = Decimal("0.1")
Kind = Account.Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One account of one committee: planned for the year, in the period, so far.

    ``actual`` is from the first day of the year to the end of the period; ``original``
    is what was adopted, ``budget`` what it is with the amendments.
    """

    account: str
    committee: str
    original: Decimal
    budget: Decimal
    period: Decimal
    actual: Decimal
    is_planned: bool = True

    @property
    def remaining(self) -> Decimal:
        """What is left of the budget; below zero where it is used up."""
        return self.budget - self.actual

    @property
    def percent(self) -> Decimal | None:
        """How much of the budget is used, cut to a tenth; None without a budget."""
        if not self.budget:
            return None
        return (100 * self.actual / self.budget).quantize(TENTH, ROUND_DOWN)

    def cells(self) -> tuple[object, ...]:
        """Return what stands in the columns of a spreadsheet."""
        planned = (self.account, self.committee, self.original, self.budget)
        percent = "" if self.percent is None else f"{self.percent:.1f}"
        return (*planned, self.period, self.actual, self.remaining, percent)

    def as_json(self) -> dict[str, object]:
        """Return the documented shape."""
        return {
            "account": self.account,
            "committee": self.committee,
            "original": plain(self.original),
            "budget": plain(self.budget),
            "period": plain(self.period),
            "actual": plain(self.actual),
            "remaining": plain(self.remaining),
            "percent": None if self.percent is None else f"{self.percent:.1f}",
        }


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change that a motion made to a line."""

    decided_on: date
    account: str
    committee: str
    change: Decimal
    motion: str

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {
            "decided_on": self.decided_on.isoformat(),
            "account": self.account,
            "committee": self.committee,
            "change": plain(self.change),
            "motion": self.motion,
        }


@dataclass(frozen=True, slots=True)
class Request:
    """A bill that nobody has paid yet and that the budget has no line for."""

    requested_on: date
    payee: str
    purpose: str
    account: str
    committee: str
    amount: Decimal

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {
            "requested_on": self.requested_on.isoformat(),
            "payee": self.payee,
            "purpose": self.purpose,
            "account": self.account,
            "committee": self.committee,
            "amount": plain(self.amount),
        }


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one heading and their sum."""

    name: str
    rows: tuple[Row, ...]
    total: Row

    def as_json(self) -> dict[str, object]:
        """Return the documented shape."""
        rows = [each.as_json() for each in self.rows]
        return {"name": self.name, "rows": rows, "total": self.total.as_json()}


class Plan:
    """The lines of a budget beside the actual figures, by account and committee."""

    def __init__(self, budget: Budget, period: Period, so_far: Period) -> None:
        lines = BudgetLine.objects.filter(budget=budget).with_changed(period.last)
        self.lines: dict[Key, BudgetLine] = {
            (line.account_id, line.committee_id): line for line in lines
        }
        self.day = period.last
        self.period, self.so_far = actuals(period), actuals(so_far)
        self.accounts = Account.objects.in_bulk()
        self.committees = Committee.objects.in_bulk()

    def by_account(self, kind: str, name: str) -> Section:
        """Return a row for each account of a kind, all its committees together."""
        keys = [key for key in self._keys() if self.accounts[key[0]].kind == kind]
        rows = []
        for account in dict.fromkeys(pk for pk, _committee in keys):
            mine = [key for key in keys if key[0] == account]
            rows.append(self._row(mine, self.accounts[account].name, ""))
        return section(name, rows)

    def by_committee(self) -> tuple[Section, ...]:
        """Return the expenses of each committee, by name, and of none at the end."""
        keys = [k for k in self._keys() if self.accounts[k[0]].kind == Kind.EXPENSE]
        found = sorted({key[1] for key in keys}, key=self._order)
        return tuple(
            section(
                self._committee(committee) or _("Without a committee"),
                [self._single(key) for key in keys if key[1] == committee],
            )
            for committee in found
        )

    def unbudgeted(self) -> tuple[Row, ...]:
        """Return what was spent so far where the budget has no line."""
        spent = [key for key in self._keys() if self.so_far.get(key)]
        return tuple(
            self._single(key)
            for key in spent
            if self.accounts[key[0]].kind == Kind.EXPENSE and not self._is_planned(key)
        )

    def requests(self) -> tuple[Request, ...]:
        """Return the open bills that the budget has no line for."""
        bills = Bill.objects.open().filter(requested_on__lte=self.day)
        return tuple(
            Request(
                each.requested_on,
                each.payee,
                each.purpose,
                each.account.name,
                self._committee(each.committee_id),
                each.amount,
            )
            for each in bills.select_related("account").order_by("requested_on", "pk")
            if not self._is_planned((each.account_id, each.committee_id))
        )

    def _keys(self) -> list[Key]:
        """Return everything planned, received or spent, by code and committee."""
        keys = {**self.lines, **self.so_far, **self.period}
        code = {pk: each.code for pk, each in self.accounts.items()}
        return sorted(keys, key=lambda key: (code[key[0]], self._order(key[1])))

    def _order(self, committee: int | None) -> tuple[bool, str]:
        return committee is None, self._committee(committee)

    def _committee(self, pk: int | None) -> str:
        return self.committees[pk].name if pk else ""

    def _is_planned(self, key: Key) -> bool:
        """Tell whether a line is there: the committee’s, or the whole account’s.

        What no committee spent is planned where the account has any line at all.
        """
        account, committee = key
        if committee is None:
            return any(pk == account for pk, _committee in self.lines)
        return key in self.lines or (account, None) in self.lines

    def _single(self, key: Key) -> Row:
        return self._row([key], self.accounts[key[0]].name, self._committee(key[1]))

    def _row(self, keys: Sequence[Key], account: str, committee: str) -> Row:
        lines = [self.lines[key] for key in keys if key in self.lines]
        return Row(
            account=account,
            committee=committee,
            original=total(line.amount for line in lines),
            budget=total(line.amount + line.changed for line in lines),
            period=_sum(self.period, keys),
            actual=_sum(self.so_far, keys),
            is_planned=bool(lines),
        )


def amendments(budget: Budget, day: date) -> tuple[Amendment, ...]:
    """Return what motions changed up to ``day``, in the order they were decided."""
    made = BudgetAmendment.objects.filter(line__budget=budget, decided_on__lte=day)
    told = made.select_related("line__account", "line__committee", "motion")
    return tuple(
        Amendment(
            each.decided_on,
            each.line.account.name,
            each.line.committee.name if each.line.committee else "",
            each.change,
            each.motion.number,
        )
        for each in told.order_by("decided_on", "pk")
    )


def section(name: str, rows: Iterable[Row]) -> Section:
    """Return the rows with their sum."""
    rows = tuple(rows)
    in_all = Row(
        account=_("Total: %s") % name,
        committee="",
        original=total(each.original for each in rows),
        budget=total(each.budget for each in rows),
        period=total(each.period for each in rows),
        actual=total(each.actual for each in rows),
    )
    return Section(name, rows, in_all)


def _sum(amounts: ByKey, keys: Iterable[Key]) -> Decimal:
    return total(amounts.get(key, ZERO) for key in keys)
