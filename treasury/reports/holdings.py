"""What accounts and funds hold on a day, and which of them go below zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, in_words
from intergroup.registry.models import Body
from treasury.models import Account, ClosingBalance, Fund


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is held at the end of a day, by the id of the account and of the fund.

    An account counts as in the ledger: above zero is a debit, so that what is owed is
    below. A fund is its money less what is owed.
    """

    day: date
    accounts: dict[int, Decimal]
    funds: dict[int, Decimal]


@dataclass(frozen=True, slots=True)
class BelowZero:
    """An account or a fund that is below zero on a day."""

    name: str
    amount: Decimal
    day: date
    currency: str

    def __str__(self) -> str:
        return _(
            "This leaves “%(name)s” at %(amount)s on %(day)s. Is everything recorded?"
        ) % {
            "name": self.name,
            "amount": in_words(self.amount, self.currency),
            "day": date_format(self.day, "DATE_FORMAT"),
        }


def holdings(day: date) -> Holdings:
    """Return what every account and every fund holds at the end of ``day``."""
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    of_a_fund = set(Account.objects.filter(kind__in=kinds).values_list("pk", flat=True))
    accounts: dict[int, Decimal] = {}
    funds: dict[int, Decimal] = {}
    for (account, fund), amount in ClosingBalance.objects.held_on(day).items():
        accounts[account] = accounts.get(account, ZERO) + amount
        if account in of_a_fund:
            funds[fund] = funds.get(fund, ZERO) + amount
    return Holdings(day, accounts, funds)


def below_zero(
    accounts: Iterable[Account], funds: Iterable[Fund], day: date
) -> tuple[BelowZero, ...]:
    """Return those that are below zero at the end of ``day``, each with its sentence.

    Ask after the entry is posted: it warns, and nothing is refused because of it.
    """
    held, currency = holdings(day), Body.objects.current().currency
    sums = {
        **{each.name: held.accounts.get(each.pk, ZERO) for each in accounts},
        **{each.name: held.funds.get(each.pk, ZERO) for each in funds},
    }
    return tuple(
        BelowZero(name, amount, day, currency)
        for name, amount in sums.items()
        if amount < 0
    )
