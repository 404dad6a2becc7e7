"""Whatever is done, what waits to be deposited is what its account holds."""

from datetime import date

from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intergroup.kit.money import from_cents
from tests.factories import account, fund
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.depositing import record_deposit, take_back_deposit
from treasury.actions.posting import Line, post_entry
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import Contribution, Deposit, Posting

DAY = date(2026, 6, 1)
FUNDS = ("Operating", "Prudent reserve")
STEP = st.tuples(
    st.sampled_from(["give", "give", "take back", "deposit", "undo", "plain"]),
    st.integers(1, 3),
    st.integers(0, 1),
    st.integers(0, 255),
)


def give(cents, which, _bits):
    contribution = Contribution(
        received_on=DAY,
        source="member",
        amount=from_cents(cents),
        fund=fund(FUNDS[which]),
        account=account("1010"),
    )
    record_contribution(contribution, recorded_by=None)


def take_back(_cents, which, bits):
    rows = list(Contribution.objects.filter(reverses=None, reversed_by=None))
    if rows:
        row = rows[bits % len(rows)]
        take_back_contribution(row, dated=DAY, recorded_by=None)


def deposit(_cents, which, bits):
    """Take those whose bit is set; a slip of nothing is none."""
    items = waiting_to_be_deposited().items
    chosen = [each for i, each in enumerate(items) if bits >> (i % 8) & 1]
    if sum(each.amount for each in chosen):
        slip = Deposit(deposited_on=DAY, to_account=account("1000"))
        entries = [each.entry_id for each in chosen]
        record_deposit(slip, entries, today=DAY, recorded_by=None)


def undo(_cents, _which, bits):
    rows = list(Deposit.objects.filter(reverses=None, reversed_by=None))
    if rows:
        take_back_deposit(rows[bits % len(rows)], dated=DAY, recorded_by=None)


def plain(cents, which, bits):
    amount = from_cents(cents if bits % 2 else -cents)
    into, of = account("1010"), fund(FUNDS[which])
    lines = [Line(into, of, amount), Line(account("5950"), of, -amount)]
    post_entry(dated=DAY, memo="Cash over", lines=lines, posted_by=None)


DO = {
    "give": give,
    "take back": take_back,
    "deposit": deposit,
    "undo": undo,
    "plain": plain,
}


def held():
    """What the account holds of each fund, as the ledger alone tells it."""
    rows = Posting.objects.filter(account=account("1010")).order_by()
    sums = rows.values_list("fund").annotate(Sum("amount"))
    return {fund: amount for fund, amount in sums if amount}


def waits():
    """What the list says that waits of each fund."""
    sums = {}
    for each in waiting_to_be_deposited().items:
        for fund_id, amount in each.funds:
            sums[fund_id] = sums.get(fund_id, 0) + amount
    return {fund: amount for fund, amount in sums.items() if amount}


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(STEP, max_size=14))
def test_what_waits_is_what_the_account_holds_in_every_life(db, steps):
    with transaction.atomic():
        for name, *choices in steps:
            DO[name](*choices)

            assert waits() == held()
            assert waiting_to_be_deposited().total == sum(held().values())
        transaction.set_rollback(True)
