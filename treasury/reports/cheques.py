"""The check register: the numbers of each account in order, and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Expense, VoidCheque


@dataclass(frozen=True, slots=True)
class Cheque:
    """A check by its number; ``void_because`` is "" for one that paid."""

    account: str
    number: int
    dated: date
    payee: str
    amount: Decimal
    void_because: str = ""

    @property
    def paid(self) -> Decimal:
        """What it paid: nothing, if it is void."""
        return ZERO if self.void_because else self.amount

    def as_json(self) -> dict:
        """Return the check, its money as text."""
        return {
            "number": self.number,
            "dated": self.dated.isoformat(),
            "payee": self.payee,
            "amount": plain(self.amount),
            "void": self.void_because or None,
        }


@dataclass(frozen=True, slots=True)
class Unused:
    """Numbers between two checks that are not in these books: both ends included."""

    account: str
    first: int
    last: int

    def __str__(self) -> str:
        return (
            f"{self.first}–{self.last}" if self.first < self.last else f"{self.first}"
        )

    def as_json(self) -> dict:
        """Return the first and the last of the numbers."""
        return {"from": self.first, "to": self.last}


@dataclass(frozen=True, slots=True)
class OfAccount:
    """The checks of one account in order, and the numbers between them."""

    name: str
    lines: tuple[Cheque | Unused, ...]

    @property
    def cheques(self) -> tuple[Cheque, ...]:
        """The checks without the numbers that are not in these books."""
        return tuple(each for each in self.lines if isinstance(each, Cheque))

    @property
    def unused(self) -> tuple[Unused, ...]:
        """The numbers that are not in these books."""
        return tuple(each for each in self.lines if isinstance(each, Unused))

    @property
    def paid(self) -> Decimal:
        """What all of them paid."""
        return total(each.paid for each in self.cheques)


@dataclass(frozen=True, slots=True)
class ChequeRegister:
    """Every check number of a period, paid or void, and the gaps between them."""

    period: Period
    currency: str
    accounts: tuple[OfAccount, ...]

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "accounts": [
                {
                    "account": each.name,
                    "checks": [cheque.as_json() for cheque in each.cheques],
                    "not_in_these_books": [gap.as_json() for gap in each.unused],
                    "paid": plain(each.paid),
                }
                for each in self.accounts
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table of all accounts; a gap is a line of its own."""
        header = (
            *(_("Account"), _("Check"), _("Day"), _("Paid to")),
            *(_("Amount"), _("Void")),
        )
        rows = [_row(line) for each in self.accounts for line in each.lines]
        return (Table(_("Checks"), header, tuple(rows)),)


@reports.report(
    "check-register",
    title=gettext_lazy("Check register"),
    description=gettext_lazy("The check numbers in order: paid, void, or not here."),
    order=55,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/cheques.html",
)
def cheque_register(period: Period) -> ChequeRegister:
    """Return the checks dated in the period, as they stand now, account by account."""
    found = {(each.account, each.number): each for each in _cheques()}
    in_order = [found[key] for key in sorted(found)]
    accounts = []
    for name, cheques in groupby(in_order, key=lambda each: each.account):
        if lines := tuple(_lines(list(cheques), period)):
            accounts.append(OfAccount(name, lines))
    return ChequeRegister(period, Body.objects.current().currency, tuple(accounts))


def _cheques() -> Iterator[Cheque]:
    """Yield every check of the books, in no order."""
    paid = Expense.objects.filter(cheque_number__isnull=False, reverses=None)
    for each in paid.select_related("paid_from", "reversed_by"):
        void = _("taken back") if hasattr(each, "reversed_by") else ""
        facts = (each.cheque_number, each.paid_on, each.payee, each.amount)
        yield Cheque(str(each.paid_from), *facts, void)
    for each in VoidCheque.objects.select_related("account"):
        facts = (each.number, each.voided_on, "", ZERO, each.reason)
        yield Cheque(str(each.account), *facts)


def _lines(cheques: list[Cheque], period: Period) -> Iterator[Cheque | Unused]:
    """Yield the checks of the period, each after the gap before it, if there is one."""
    before = {
        after.number: Unused(after.account, one.number + 1, after.number - 1)
        for one, after in pairwise(cheques)
        if after.number > one.number + 1
    }
    for each in cheques:
        if each.dated in period:
            if gap := before.get(each.number):
                yield gap
            yield each


def _row(line: Cheque | Unused) -> tuple[object, ...]:
    if isinstance(line, Unused):
        return (line.account, str(line), "", _("not in these books"), "", "")
    facts = (line.account, line.number, line.dated, line.payee)
    return (*facts, line.amount or "", line.void_because)
