"""What is brought forward when a body moves in."""

from datetime import date

from tests.factories import account, fund, money
from treasury.actions.opening import record_opening_balances
from treasury.models import Posting

JUNE_1 = date(2026, 6, 1)


def test_opening_balances_balance_in_each_fund(db):
    bank = account("1000")
    balances = {
        (bank, fund()): money("210.45"),
        (bank, fund("Prudent reserve")): money("100.00"),
    }

    entry = record_opening_balances(balances, dated=JUNE_1, recorded_by=None)

    assert entry.postings.count() == 4
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0
