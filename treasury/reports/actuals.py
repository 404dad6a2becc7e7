"""What was received and spent, by account and committee, as budgets ask for it.

The ledger knows no committees: an expense does. So each account’s sum comes from the
ledger, and what no committee’s expense explains stands without a committee.
"""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import Coalesce

from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO
from treasury.models import Account, Expense, Posting

Kind = Account.Kind
Key = tuple[int, int | None]
ByKey = Mapping[Key, Decimal]


def actuals(period: Period) -> ByKey:
    """Return what was received and spent in the period, above zero for both.

    Keys are (account id, committee id or None); every account’s keys add up to what
    the ledger says of it.
    """
    found = defaultdict(lambda: ZERO, _by_committee(period))
    explained: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for (account, _committee), amount in found.items():
        explained[account] += amount
    for account, booked in _by_account(period).items():
        found[account, None] += booked - explained[account]
    return {key: amount for key, amount in found.items() if amount}


def _by_account(period: Period) -> dict[int, Decimal]:
    booked = Posting.objects.posted().within(period.first, period.last)
    rows = (
        booked.filter(account__kind__in=(Kind.INCOME, Kind.EXPENSE))
        .values_list("account_id", "account__kind")
        .annotate(Sum("amount"))
        .order_by()
    )
    return {pk: -amount if kind == Kind.INCOME else amount for pk, kind, amount in rows}


def _by_committee(period: Period) -> dict[Key, Decimal]:
    """Return what committees spent; a row that takes back is of the same committee."""
    of = Coalesce("reverses__committee_id", "committee_id")
    rows = (
        Expense.objects.within(period.first, period.last)
        .filter(account__kind=Kind.EXPENSE)
        .annotate(of=of)
        .exclude(of=None)
        .values_list("account_id", "of")
        .annotate(Sum("amount"))
        .order_by()
    )
    return {(account, committee): amount for account, committee, amount in rows}
