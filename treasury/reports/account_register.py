"""The register of an account: every entry with the balance after it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import ONE_DAY, Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Clearing, Entry, Fund, Posting
from treasury.reports.footing import check_foots

MOST_SHOWN = 1000  # lines on a page; a spreadsheet holds them all
GROWS_BY_DEBIT = (Account.Kind.ASSET, Account.Kind.EXPENSE)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One entry of the account: what it added and took, and the balance then."""

    entry: int
    dated: date
    memo: str
    others: tuple[str, ...]
    added: Decimal
    taken: Decimal
    balance: Decimal
    cleared_on: date | None

    def as_json(self) -> dict:
        """Return the line, its money as text."""
        return {
            "entry": self.entry,
            "dated": self.dated.isoformat(),
            "memo": self.memo,
            "other_accounts": list(self.others),
            "in": plain(self.added),
            "out": plain(self.taken),
            "balance": plain(self.balance),
            "cleared_on": self.cleared_on.isoformat() if self.cleared_on else None,
        }


@dataclass(frozen=True, slots=True)
class AccountRegister:
    """An account over a period: opening, every line, closing."""

    period: Period
    currency: str
    account: str
    fund: str
    is_cleared: bool
    opening: Decimal
    added: Decimal
    taken: Decimal
    closing: Decimal
    lines: tuple[RegisterLine, ...]
    seal: str

    @property
    def shown(self) -> tuple[RegisterLine, ...]:
        """The last lines, as many as a page has room for."""
        return self.lines[-MOST_SHOWN:]

    @property
    def before_shown(self) -> Decimal:
        """The balance before the first line that is shown."""
        hidden = len(self.lines) - len(self.shown)
        return self.lines[hidden - 1].balance if hidden else self.opening

    @property
    def is_cut(self) -> bool:
        """Whether there are more lines than are shown."""
        return len(self.lines) > MOST_SHOWN

    def as_json(self) -> dict:
        """Return the documented shape, with every line."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "account": self.account,
            "fund": self.fund or None,
            "opening": plain(self.opening),
            "in": plain(self.added),
            "out": plain(self.taken),
            "closing": plain(self.closing),
            "lines": [line.as_json() for line in self.lines],
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table that begins with the opening and ends with the closing."""
        header = (
            *(_("Entry"), _("Date"), _("Memo"), _("Other accounts")),
            *(_("In"), _("Out"), _("Balance"), _("Cleared by the statement of")),
        )
        first = ("", self.period.first, _("Opening balance"), "", "", "", self.opening)
        last = ("", self.period.last, _("Closing balance"), "", self.added, self.taken)
        body = tuple(
            (
                *(line.entry, line.dated, line.memo, ", ".join(line.others)),
                *(line.added or "", line.taken or "", line.balance),
                line.cleared_on or "",
            )
            for line in self.lines
        )
        rows = ((*first, ""), *body, (*last, self.closing, ""))
        return (Table(_("Register"), header, rows),)


def _accounts() -> list[tuple[str, str]]:
    return [(each.code, str(each)) for each in Account.objects.all()]


def _bank() -> str:
    bank = Account.objects.filter(purpose=Account.Purpose.BANK).first()
    return bank.code if bank else ""


def _funds() -> list[tuple[str, str]]:
    names = Fund.objects.values_list("name", flat=True)
    return [("", _("All funds")), *((name, name) for name in names)]


@reports.report(
    "account-register",
    title=gettext_lazy("Register of an account"),
    description=gettext_lazy("Every entry of one account, with the balance after it."),
    order=50,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/account_register.html",
    choices=(
        reports.Choice("account", gettext_lazy("Account"), _accounts, default=_bank),
        reports.Choice("fund", gettext_lazy("Fund"), _funds),
    ),
)
def account_register(period: Period, *, account: str, fund: str) -> AccountRegister:
    """Return the register of the account with a code, of one fund or of all (“”).

    What makes the account grow is “in”: of income and of what is owed, too. Raises
    DoesNotFootError where the lines do not lead to what the books say.
    """
    of = Account.objects.get(code=account)
    booked = Posting.objects.posted().filter(account=of)
    booked = booked.filter(fund__name=fund) if fund else booked
    sign = 1 if of.kind in GROWS_BY_DEBIT else -1
    opening = sign * _sum(booked.up_to(period.first - ONE_DAY))
    lines = tuple(_lines(booked, period, of, opening=opening, sign=sign))
    report = AccountRegister(
        period=period,
        currency=Body.objects.current().currency,
        account=str(of),
        fund=fund,
        is_cleared=of.kind == Account.Kind.ASSET,
        opening=opening,
        added=total(line.added for line in lines),
        taken=total(line.taken for line in lines),
        closing=lines[-1].balance if lines else opening,
        lines=lines,
        seal=Entry.objects.last_seal(),
    )
    _check(report, in_books=sign * _sum(booked.up_to(period.last)))
    return report


def _lines(
    booked: QuerySet[Posting],
    period: Period,
    account: Account,
    *,
    opening: Decimal,
    sign: int,
) -> Iterator[RegisterLine]:
    """Yield the lines by date, then as they were posted, each with its balance."""
    mine = booked.within(period.first, period.last)
    amounts = _amounts(mine, sign)
    others, cleared = _others(mine, account), _cleared(period, account)
    balance = opening
    rows = Entry.objects.filter(pk__in=mine.values("entry")).order_by("dated", "number")
    for pk, number, dated, memo in rows.values_list("pk", "number", "dated", "memo"):
        added, taken = amounts[pk]
        balance += added - taken
        yield RegisterLine(
            *(number, dated, memo, tuple(others.get(pk, ()))),
            *(added, taken, balance, cleared.get(pk)),
        )


def _amounts(mine: QuerySet[Posting], sign: int) -> dict[int, tuple[Decimal, Decimal]]:
    """Return what each entry added and what it took: both, between two funds."""
    found = defaultdict(list)
    for entry, amount in mine.values_list("entry_id", "amount").order_by():
        found[entry].append(sign * amount)
    return {
        entry: (
            total(amount for amount in amounts if amount > 0),
            -total(amount for amount in amounts if amount < 0),
        )
        for entry, amounts in found.items()
    }


def _others(mine: QuerySet[Posting], account: Account) -> Mapping[int, list[str]]:
    """Return the names of the other accounts of each entry, by code."""
    rows = Posting.objects.filter(entry__in=mine.values("entry"))
    names = rows.exclude(account=account).order_by("account__code")
    found = defaultdict(dict)
    for entry, name in names.values_list("entry_id", "account__name"):
        found[entry][name] = None
    return found


def _cleared(period: Period, account: Account) -> dict[int, date]:
    """Return the day of the statement that shows each entry."""
    days = (period.first, period.last)
    cleared = Clearing.objects.filter(account=account, entry__dated__range=days)
    return dict(cleared.values_list("entry_id", "statement__ends_on"))


def _sum(postings: QuerySet[Posting]) -> Decimal:
    return postings.aggregate(sum=Sum("amount", default=ZERO))["sum"]


def _check(report: AccountRegister, *, in_books: Decimal) -> None:
    added = report.opening + report.added - report.taken
    check_foots(_("The register"), told=report.closing, added=added)
    check_foots(_("The books of the account"), told=in_books, added=report.closing)
