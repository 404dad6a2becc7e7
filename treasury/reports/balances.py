"""What every account holds of every fund on a day, and what is owed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body
from treasury.models import Account, Entry, Fund, Posting
from treasury.reports.footing import check_foots

Kind = Account.Kind
ByFund = Mapping[str, Decimal]
HELD = Q(account__kind__in=(Kind.ASSET, Kind.LIABILITY))
MOST_FUNDS = 7  # more columns do not fit on paper, and go on in another table


@dataclass(frozen=True, slots=True)
class Balance:
    """One account, or one total: so much of each fund, by the fund’s name."""

    code: str
    name: str
    funds: ByFund
    total: Decimal

    def as_json(self) -> dict:
        """Return the amounts as text; funds without money are left out."""
        funds = {fund: plain(amount) for fund, amount in self.funds.items() if amount}
        return {"funds": funds, "total": plain(self.total)}


@dataclass(frozen=True, slots=True)
class Balances:
    """Every account and fund with money or debts; what is owed is above zero too."""

    on: date
    currency: str
    funds: tuple[str, ...]
    held: tuple[Balance, ...]
    held_total: Balance
    owed: tuple[Balance, ...]
    owed_total: Balance
    net: Balance
    seal: str

    @property
    def sheets(self) -> tuple[tuple[str, ...], ...]:
        """The funds, as many as a table has room for."""
        firsts = range(0, len(self.funds), MOST_FUNDS)
        return tuple(self.funds[first : first + MOST_FUNDS] for first in firsts)

    @property
    def is_wide(self) -> bool:
        """Whether the columns need the long side of the paper."""
        return len(self.funds) > 3

    def as_json(self) -> dict:
        """Return the documented shape."""
        told = (("held", self.held), ("owed", self.owed))
        return {
            "on": self.on.isoformat(),
            "currency": self.currency,
            **{
                name: [{"code": b.code, "account": b.name, **b.as_json()} for b in rows]
                for name, rows in told
            },
            "held_total": self.held_total.as_json(),
            "owed_total": self.owed_total.as_json(),
            "net": self.net.as_json(),
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table with a column for each fund."""
        rows = (*self.held, self.held_total, *self.owed, self.owed_total, self.net)
        header = (_("Number"), _("Account"), *self.funds, _("All funds"))
        body = tuple((b.code, b.name, *b.funds.values(), b.total) for b in rows)
        return (Table(_("Balances"), header, body),)


@reports.report(
    "balances",
    title=gettext_lazy("Balances by account and fund"),
    description=gettext_lazy("What each account holds of each fund, and what is owed."),
    order=30,
    asks="day",
    permission="treasury.view_entry",
    template="treasury/report/balances.html",
)
def balances(day: date) -> Balances:
    """Return what stands in the books at the end of ``day``.

    Raises DoesNotFootError where a fund does not hold what came into it.
    """
    found = _by_account(day)
    funds = _names({fund for _account, fund in found})
    held = _lines(found, funds, Kind.ASSET)
    owed = _lines(found, funds, Kind.LIABILITY, sign=-1)
    held_total = _added(_("Money held"), held, funds)
    owed_total = _added(_("Owed"), owed, funds)
    left = {f: held_total.funds[f] - owed_total.funds[f] for f in funds.values()}
    report = Balances(
        on=day,
        currency=Body.objects.current().currency,
        funds=tuple(funds.values()),
        held=held,
        held_total=held_total,
        owed=owed,
        owed_total=owed_total,
        net=Balance("", _("Held less owed"), left, total(left.values())),
        seal=Entry.objects.last_seal(),
    )
    _check(report, funds)
    return report


def _by_account(day: date) -> dict[tuple[Account, int], Decimal]:
    """Return what each account holds of each fund, where that is anything."""
    rows = Posting.objects.posted().up_to(day).filter(HELD).order_by("account__code")
    sums = rows.values_list("account_id", "fund_id").annotate(sum=Sum("amount"))
    accounts = Account.objects.in_bulk()
    return {(accounts[acc], fund): amount for acc, fund, amount in sums if amount}


def _names(wanted: set[int]) -> dict[int, str]:
    """Return the funds’ names by id, in the order that the body gives them."""
    return dict(Fund.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _lines(
    found: Mapping[tuple[Account, int], Decimal],
    funds: Mapping[int, str],
    kind: Kind,
    *,
    sign: int = 1,
) -> tuple[Balance, ...]:
    lines = []
    for account in dict.fromkeys(acc for acc, _fund in found if acc.kind == kind):
        mine = {name: sign * found.get((account, f), ZERO) for f, name in funds.items()}
        lines.append(Balance(account.code, account.name, mine, total(mine.values())))
    return tuple(lines)


def _added(name: str, lines: tuple[Balance, ...], funds: Mapping[int, str]) -> Balance:
    columns = {f: total(each.funds[f] for each in lines) for f in funds.values()}
    return Balance("", name, columns, total(each.total for each in lines))


def _check(report: Balances, funds: Mapping[int, str]) -> None:
    """Hold the columns against the rows, and each fund against where it came from."""
    for each in (report.held_total, report.owed_total, report.net):
        check_foots(each.name, told=each.total, added=total(each.funds.values()))
    check_foots(
        report.net.name,
        told=report.net.total,
        added=report.held_total.total - report.owed_total.total,
    )
    came = Posting.objects.posted().up_to(report.on).exclude(HELD).order_by()
    sources = dict(came.values_list("fund_id").annotate(sum=Sum("amount")))
    for fund, name in funds.items():
        added = -sources.get(fund, ZERO)
        check_foots(name, told=report.net.funds[name], added=added)
