"""What came in besides the contributions of groups: events, literature, interest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from treasury.models import Account, Contribution, OtherIncome

Purpose, Source = Account.Purpose, Contribution.Source


@dataclass(frozen=True, slots=True)
class Received:
    """Income that is no contribution, one by one; never with a person’s name."""

    received_on: date
    purpose: str
    account: str
    fund: str
    reference: str
    amount: Decimal

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {
            "received_on": self.received_on.isoformat(),
            "for": self.purpose,
            "account": self.account,
            "fund": self.fund,
            "reference": self.reference,
            "amount": plain(self.amount),
        }


@dataclass(frozen=True, slots=True)
class Event:
    """What one event brought: contributions at it, tickets, meals."""

    name: str
    amount: Decimal

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {"event": self.name, "amount": plain(self.amount)}


def income_table(received: Iterable[Received]) -> Table:
    """Return one row for each."""
    kind, fund = _("Kind of income"), _("Fund")
    header = (_("Date"), _("For"), kind, fund, _("Reference"), _("Amount"))
    rows = tuple(
        (r.received_on, r.purpose, r.account, r.fund, r.reference, r.amount)
        for r in received
    )
    return Table(_("Other income"), header, rows)


def other_income(period: Period) -> tuple[Received, ...]:
    """Return the other income of the period, by date."""
    rows = OtherIncome.objects.within(period.first, period.last)
    return tuple(
        Received(
            received_on=each.received_on,
            purpose=each.purpose,
            account=each.account.name,
            fund=each.fund.name,
            reference=each.reference,
            amount=each.amount,
        )
        for each in rows.select_related("account", "fund").order_by("received_on", "pk")
    )


def events(period: Period, *, booked: Decimal) -> tuple[Event, ...]:
    """Return what each event brought, by name; together they are what was ``booked``.

    What was booked for events without saying for which stands last.
    """
    named = {name: amount for name, amount in _by_event(period).items() if amount}
    rest = booked - total(named.values())
    lines = [Event(name, named[name]) for name in sorted(named)]
    return (*lines, Event(_("Events, not named"), rest)) if rest else tuple(lines)


def _by_event(period: Period) -> Mapping[str, Decimal]:
    given = Contribution.objects.within(period.first, period.last).filter(
        source=Source.EVENT
    )
    sold = OtherIncome.objects.within(period.first, period.last).filter(
        account__purpose=Purpose.EVENTS
    )
    found: dict[str, Decimal] = {}
    for rows, name in ((given, "event"), (sold, "purpose")):
        for event, amount in rows.values_list(name).annotate(Sum("amount")).order_by():
            found[event] = found.get(event, ZERO) + amount
    found.pop("", None)
    return found
