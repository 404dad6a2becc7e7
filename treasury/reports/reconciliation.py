"""Reconciliation: what the books say beside what the banks say, and what is between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.money import plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.actions.standing import Booked, balance, booked, cleared_sum, counted
from treasury.models import Account, Statement
from treasury.reports.footing import check_foots


@dataclass(frozen=True, slots=True)
class Outstanding:
    """One entry that no statement shows yet; below zero it was paid."""

    dated: date
    number: int
    memo: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ReconciledAccount:
    """book − outstanding + booked later = what the statement should say.

    The last four are None for an account without a statement, such as a cash box.
    """

    account: str
    book: Decimal
    outstanding: tuple[Outstanding, ...]
    booked_later: Decimal
    statement_on: date | None = None
    statement: Decimal | None = None
    difference: Decimal | None = None
    reconciled_on: date | None = None

    @property
    def outstanding_in(self) -> Decimal:
        """What was received and no statement shows."""
        return total(each.amount for each in self.outstanding if each.amount > 0)

    @property
    def outstanding_out(self) -> Decimal:
        """What was paid and no statement shows; below zero."""
        return total(each.amount for each in self.outstanding if each.amount < 0)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every account that holds money, on one day."""

    day: date
    currency: str
    accounts: tuple[ReconciledAccount, ...]

    @property
    def outstanding(self) -> tuple[tuple[str, Outstanding], ...]:
        """What is on no statement, with the account it is in."""
        return tuple(
            (each.account, item) for each in self.accounts for item in each.outstanding
        )

    @property
    def book_total(self) -> Decimal:
        """What the books say that the body holds."""
        return total(each.book for each in self.accounts)

    def as_json(self) -> dict:
        """Return the documented shape; null where there is no statement."""
        return {
            "on": self.day.isoformat(),
            "currency": self.currency,
            "accounts": [_account_json(each) for each in self.accounts],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the accounts, and below them what is outstanding."""
        header = (
            *(_("Account"), _("Books"), _("Outstanding in"), _("Outstanding out")),
            *(_("Booked later"), _("Statement of"), _("Statement"), _("Difference")),
            _("Reconciled on"),
        )
        items = (_("Account"), _("Date"), _("Entry"), _("What"), _("Amount"))
        return (
            Table(_("Reconciliation"), header, tuple(map(_cells, self.accounts))),
            Table(
                _("Outstanding"),
                items,
                tuple(
                    (account, item.dated, item.number, item.memo, item.amount)
                    for account, item in self.outstanding
                ),
            ),
        )


@reports.report(
    "reconciliation",
    title=gettext_lazy("Reconciliation"),
    description=gettext_lazy(
        "The books beside the statements of banks and payment apps, account by account."
    ),
    order=50,
    asks="day",
    permission="treasury.view_statement",
    template="treasury/report/reconciliation.html",
)
def reconciliation(day: date) -> Reconciliation:
    """Return how each account stands at the end of ``day``, by its last statement.

    Raises DoesNotFootError where books, outstanding and cleared do not add up.
    """
    held = [
        account
        for account in Account.objects.holding_money()
        if not account.closed_on or account.closed_on > day
    ]
    return Reconciliation(
        day=day,
        currency=Body.objects.current().currency,
        accounts=tuple(_account(account, day) for account in held),
    )


def _account(account: Account, day: date) -> ReconciledAccount:
    last, book = _last_statement(account, day), balance(account, on=day)
    if last is None:
        return ReconciledAccount(str(account), book, (), total(()))
    shown = counted(last)
    open_items = booked(account, up_to=day, cleared=shown, with_references=False)
    cleared = cleared_sum(account, shown)
    later = cleared_sum(account, shown, after=day)
    check_foots(
        _("The reconciliation of %s") % account,
        told=cleared,
        added=book - total(each.amount for each in open_items) + later,
    )
    return ReconciledAccount(
        account=str(account),
        book=book,
        outstanding=tuple(_items(open_items)),
        booked_later=later,
        statement_on=last.ends_on,
        statement=last.closing,
        difference=last.closing - cleared,
        reconciled_on=last.reconciled_at and last.reconciled_at.date(),
    )


def _last_statement(account: Account, day: date) -> Statement | None:
    """Return the latest statement that tells a balance; a settled one goes before."""
    told = Statement.objects.filter(
        account=account, ends_on__lte=day, closing__isnull=False
    )
    settled_first = F("reconciled_at").desc(nulls_last=True)
    return told.order_by("-ends_on", settled_first, "-pk").first()


def _items(found: Iterable[Booked]) -> Iterable[Outstanding]:
    for each in found:
        yield Outstanding(each.dated, each.number, each.memo, each.amount)


def _cells(each: ReconciledAccount) -> tuple[object, ...]:
    return (
        each.account,
        each.book,
        each.outstanding_in,
        each.outstanding_out,
        each.booked_later,
        each.statement_on,
        each.statement,
        each.difference,
        each.reconciled_on,
    )


def _account_json(each: ReconciledAccount) -> dict[str, object]:
    return {
        "account": each.account,
        "book": plain(each.book),
        "outstanding_in": plain(each.outstanding_in),
        "outstanding_out": plain(each.outstanding_out),
        "booked_later": plain(each.booked_later),
        "statement_on": each.statement_on and each.statement_on.isoformat(),
        "statement": None if each.statement is None else plain(each.statement),
        "difference": None if each.difference is None else plain(each.difference),
        "reconciled_on": each.reconciled_on and each.reconciled_on.isoformat(),
        "outstanding": [
            {
                "dated": item.dated.isoformat(),
                "entry": item.number,
                "memo": item.memo,
                "amount": plain(item.amount),
            }
            for item in each.outstanding
        ],
    }
